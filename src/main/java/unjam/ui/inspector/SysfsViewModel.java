package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.engine.SimTime;
import unjam.projection.DeviceView;
import unjam.reading.SysfsChange;
import unjam.reading.SysfsFile;
import unjam.reading.SysfsRefusal;
import unjam.reading.SysfsTree;
import unjam.scenario.Intervention;
import unjam.scenario.When;
import unjam.scsi.Errno;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.trace.Trace;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** The files of sysfs at an instant, and the write that a person is about to do. */
public final class SysfsViewModel {

  private final ObservableList<SysfsRow> rows = FXCollections.observableArrayList();
  private final ObservableList<SysfsRow> shown = FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final StringProperty query = new SimpleStringProperty("");
  private final StringProperty draft = new SimpleStringProperty("");
  private final Set<String> open = new TreeSet<>();
  private @Nullable Frame frame;
  private @Nullable Texts texts;
  private List<SysfsFile> files = List.of();
  private SysfsChange change = SysfsChange.NONE;
  private @Nullable SysfsFile edited;

  public SysfsViewModel() {
    query.addListener((value, before, now) -> list());
  }

  /** Shows an instant. */
  public void show(Frame now, Texts words) {
    @Nullable Frame before = frame;
    boolean same =
        before != null && before.trace() == now.trace() && before.at().equals(now.at());
    if (same && texts == words) {
      return;
    }
    frame = now;
    texts = words;
    if (before == null || before.trace() != now.trace() || before.at().seq() != now.at().seq()) {
      files = SysfsTree.of(now.state(), now.kernel()).files();
      change = SysfsChange.until(now.run().timeline(), now.at().seq());
    }
    if (before == null || !scenario(before).equals(scenario(now))) {
      openFirst(now);
    }
    if (edited != null && file(edited.path()).isEmpty()) {
      edited = null;
    }
    list();
  }

  private static String scenario(Frame of) {
    return of.trace().header().scenario();
  }

  /** At first what the picture is about is open, later what a person has opened. */
  private void openFirst(Frame now) {
    open.clear();
    Focus focus = Focus.of(now, -1);
    Optional<DeviceView> device =
        now.state().device(focus.device()).or(() -> now.state().devices().stream().findFirst());
    device.ifPresent(
        each -> {
          String disk = "/sys/block/" + each.disk();
          open.addAll(List.of(disk, disk + "/device", disk + "/queue"));
          open.add("/sys/class/scsi_disk/" + each.at());
          open.add("/sys/class/scsi_host/host" + each.host());
        });
  }

  /** Opens a folder, or shuts it. */
  public void toggle(SysfsRow row) {
    if (!open.remove(row.path())) {
      open.add(row.path());
    }
    list();
  }

  /**
   * Begins to write a file, with what stands in it.
   *
   * @return false for what cannot be written
   */
  public boolean edit(SysfsRow row) {
    Optional<SysfsFile> file = file(row.path()).filter(each -> each.knob().isPresent());
    file.ifPresent(
        each -> {
          edited = each;
          draft.set(each.value().strip());
          list();
        });
    return file.isPresent();
  }

  /** Leaves the file as it is. */
  public void cancel() {
    edited = null;
    list();
  }

  /** The write, at the playhead; nothing if no file is being written. */
  public Optional<Action> commit() {
    SysfsFile file = edited;
    Frame now = frame;
    if (file == null || now == null || file.knob().isEmpty()) {
      return Optional.empty();
    }
    cancel();
    When at = new When.At(SimTime.ofNanos(now.nanos()));
    return Optional.of(
        new Action.Intervene(
            new Intervention.KnobWritten(
                at, file.knob().get(), file.scope(), draft.get().strip())));
  }

  private Optional<SysfsFile> file(String path) {
    return files.stream().filter(each -> each.path().equals(path)).findFirst();
  }

  private void list() {
    Frame now = frame;
    Texts words = texts;
    if (now == null || words == null) {
      return;
    }
    Trace trace = now.trace();
    List<SysfsRefusal> refusals = SysfsRefusal.at(trace, now.nanos(), now.at().seq());
    String path = edited == null ? "" : edited.path();
    Rows.set(
        rows, new SysfsRows(open, query.get(), path, new Remarks(refusals, words)).of(files));
    title.set(title(words));
    note.set(words.of(path.isEmpty() ? "sysfs.note" : "sysfs.editing"));
  }

  private String title(Texts words) {
    if (change.paths().isEmpty()) {
      return words.of("sysfs.unchanged");
    }
    List<String> names = new ArrayList<>(new TreeSet<>(change.paths()));
    String first = names.getFirst().substring(names.getFirst().lastIndexOf('/') + 1);
    return words.of("sysfs.changed", names.size(), first, TimeText.instant(change.nanos()));
  }

  /** What there is to say about files at this instant. */
  private final class Remarks implements SysfsRows.Remarks {
    private final List<SysfsRefusal> refusals;
    private final Texts words;

    Remarks(List<SysfsRefusal> refusals, Texts words) {
      this.refusals = refusals;
      this.words = words;
    }

    @Override
    public boolean changed(SysfsFile file) {
      return change.paths().contains(file.path());
    }

    @Override
    public boolean refused(SysfsFile file) {
      return refusals.stream().anyMatch(each -> each.isOf(file));
    }

    @Override
    public String note(SysfsFile file) {
      String takes = file.knob().map(knob -> takes(knob, file)).orElse("");
      return refusals.stream()
          .filter(each -> each.isOf(file))
          .findFirst()
          .map(
              no ->
                  no.errno() == Errno.EBUSY
                      ? words.of(
                          knob(no) ? "sysfs.busy_port" : "sysfs.busy", no.errno().name(),
                          no.value())
                      : words.of("sysfs.refused", no.errno().name(), no.value(), takes))
          .orElse(isEdited(file) ? words.of("sysfs.takes", takes) : "");
    }

    private static boolean knob(SysfsRefusal no) {
      return no.knob().setting().isPresent();
    }

    private boolean isEdited(SysfsFile file) {
      return edited != null && edited.path().equals(file.path());
    }

    private String takes(Knob knob, SysfsFile file) {
      return words.of("takes." + knob.name().toLowerCase(Locale.ROOT), canQueue(file.scope()));
    }

    private String canQueue(Scope scope) {
      Frame now = frame;
      return now == null || !(scope instanceof Scope.Lun(var at))
          ? ""
          : now.state().host(at.host()).map(host -> "" + host.canQueue()).orElse("");
    }
  }

  ObservableList<SysfsRow> rows() {
    return shown;
  }

  /** What part of a path is looked for. */
  public StringProperty queryProperty() {
    return query;
  }

  /** What a person is about to write. */
  public StringProperty draftProperty() {
    return draft;
  }

  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }
}
