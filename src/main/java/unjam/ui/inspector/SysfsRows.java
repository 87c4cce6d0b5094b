package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import unjam.reading.SysfsFile;
import unjam.ui.inspector.SysfsRow.Kind;

/**
 * The tree of files as lines from top to bottom. A folder at the left edge is an object of the
 * machine; what lies in shut folders is left out.
 *
 * @param open paths of the folders that are open
 * @param query part of the paths that are wanted; empty for all, else every folder is open
 * @param edited path of the file that is being written; empty for none
 * @param remarks what to say about the files
 */
record SysfsRows(Set<String> open, String query, String edited, SysfsRows.Remarks remarks) {

  /** What to say about a file. */
  interface Remarks {

    boolean changed(SysfsFile file);

    String note(SysfsFile file);

    boolean refused(SysfsFile file);
  }

  private static final Comparator<String> SYS_BEFORE_PROC =
      Comparator.comparing((String path) -> path.startsWith("/proc"))
          .thenComparing(Comparator.naturalOrder());

  List<SysfsRow> of(List<SysfsFile> files) {
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    Map<String, List<SysfsFile>> objects = new TreeMap<>(SYS_BEFORE_PROC);
    for (SysfsFile file : files) {
      if (file.path().toLowerCase(Locale.ROOT).contains(wanted)) {
        objects.computeIfAbsent(file.object(), object -> new ArrayList<>()).add(file);
      }
    }
    List<SysfsRow> rows = new ArrayList<>();
    objects.forEach((object, inside) -> folder(rows, object, object, 0, inside));
    return rows;
  }

  /** A folder, and if it is open what is in it; the files come in order of their paths. */
  private void folder(
      List<SysfsRow> rows, String path, String name, int depth, List<SysfsFile> files) {
    boolean isOpen = !query.isBlank() || open.contains(path);
    Kind kind = isOpen ? Kind.OPEN_FOLDER : Kind.SHUT_FOLDER;
    rows.add(new SysfsRow(path, name, depth, kind, "", false, "", false));
    if (!isOpen) {
      return;
    }
    Map<String, List<SysfsFile>> below = new TreeMap<>();
    for (SysfsFile file : files) {
      String rest = file.path().substring(path.length() + 1);
      int slash = rest.indexOf('/');
      below
          .computeIfAbsent(slash < 0 ? rest : rest.substring(0, slash), n -> new ArrayList<>())
          .add(file);
    }
    below.forEach(
        (child, inside) -> {
          String childPath = path + "/" + child;
          if (inside.getFirst().path().equals(childPath)) {
            rows.add(leaf(inside.getFirst(), depth + 1));
          } else {
            folder(rows, childPath, child, depth + 1, inside);
          }
        });
  }

  private SysfsRow leaf(SysfsFile file, int depth) {
    Kind kind = file.knob().isEmpty() ? Kind.FILE : Kind.KNOB;
    return new SysfsRow(
        file.path(), file.name(), depth, file.path().equals(edited) ? Kind.EDITED : kind,
        file.value(), remarks.changed(file), remarks.note(file), remarks.refused(file));
  }
}
