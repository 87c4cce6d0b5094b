package unjam.catalog;

import java.util.List;
import java.util.regex.Pattern;

/** The citations that every file of the catalog carries: {@code drivers/scsi/sd.c: sd_done}. */
final class Sources {

  private static final Pattern CITATION =
      Pattern.compile("[\\w./-]+(\\.[chS]|\\.rst|\\.txt|\\.yaml|\\.md|\\.json)(: .+)?");

  private Sources() {}

  /** Takes the key {@code sources}, which must name at least one kernel file. */
  static void require(Fields f) {
    List<Tree> cited = f.list("sources");
    if (cited.isEmpty()) {
      f.missing("sources", "sources: [\"drivers/scsi/scsi_error.c: scsi_timeout\"]");
    }
    for (Tree each : cited) {
      f.parsed(each, "sources", Sources::citation, "");
    }
  }

  private static String citation(String text) {
    if (!CITATION.matcher(text).matches()) {
      throw new IllegalArgumentException(
          Text.quoted(text)
              + " is not a citation; write a file and what in it, such as"
              + " \"drivers/scsi/scsi_error.c: scsi_timeout\"");
    }
    return text;
  }
}
