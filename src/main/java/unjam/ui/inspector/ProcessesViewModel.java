package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import unjam.app.Frame;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.IoView;
import unjam.projection.StackState;
import unjam.projection.TargetView;
import unjam.reading.ProcessLine;
import unjam.reading.ProcessLine.State;
import unjam.reading.ProcessTable;
import unjam.trace.Trace;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Who waits and in which kernel function: what {@code ps} and {@code /proc/PID/stack} show. */
public final class ProcessesViewModel {

  /** A longer name of a function does not fit behind an address in the narrow panel. */
  private static final int LONGEST_BEHIND_ADDRESS = 31;

  private static final List<State> ORDER = List.of(State.D, State.R, State.S, State.I);

  private final ObservableList<ProcessRow> rows = FXCollections.observableArrayList();
  private final ObservableList<ProcessRow> shown =
      FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper stackTitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper stack = new ReadOnlyStringWrapper("");
  private @Nullable Frame frame;
  private @Nullable Texts texts;
  private @Nullable Trace known;
  private @Nullable ProcessTable table;
  private String chosen = "";
  private int followed = -1;

  /**
   * Shows an instant.
   *
   * @param selection id of the command that is followed, or -1: whoever waits for it is chosen
   */
  public void show(Frame now, int selection, Texts words) {
    if (known != now.trace()) {
      known = now.trace();
      table = ProcessTable.of(now.trace());
    }
    frame = now;
    texts = words;
    if (selection != followed) {
      followed = selection;
      int io = now.trace().ioOf(selection);
      chosen = io < 0 ? chosen : ProcessTable.processOf(now.trace().ioNames().get(io));
    }
    list();
  }

  /** Shows the stack of another process, also when its command is followed from now on. */
  public void choose(ProcessRow row) {
    chosen = row.key();
    followed = row.command() >= 0 ? row.command() : followed;
    list();
  }

  private void list() {
    Frame now = frame;
    Texts words = texts;
    ProcessTable processes = table;
    if (now == null || words == null || processes == null) {
      return;
    }
    List<ProcessLine> lines =
        processes.at(now.state(), now.somebodyRuns()).stream()
            .sorted(Comparator.comparingInt(line -> ORDER.indexOf(line.state())))
            .toList();
    Optional<ProcessLine> one =
        lines.stream()
            .filter(line -> key(line).equals(chosen))
            .findFirst()
            .or(() -> lines.stream().findFirst());
    String shownKey = one.map(ProcessesViewModel::key).orElse("");
    List<ProcessRow> next = new ArrayList<>();
    for (ProcessLine line : lines) {
      next.add(row(now.state(), line, words, key(line).equals(shownKey)));
    }
    Rows.set(rows, next);
    long inD = lines.stream().filter(line -> line.state() == State.D).count();
    title.set(words.of("processes.in_d", inD));
    note.set(words.of("processes.note", lines.size()));
    stackTitle.set(one.map(line -> stackTitle(line, now, words)).orElse(""));
    stack.set(one.map(line -> stackOf(line, words)).orElse(""));
  }

  /** A worker's name changes with what it does. */
  private static String key(ProcessLine line) {
    return line.kind() == ProcessLine.Kind.APPLICATION
        ? line.name()
        : line.kind() + " " + line.host();
  }

  private static ProcessRow row(StackState state, ProcessLine line, Texts words, boolean one) {
    String since = line.sinceNanos() < 0 ? "" : TimeText.instant(line.sinceNanos());
    return new ProcessRow(
        key(line), line.name(), line.state(), what(state, line, words), since,
        command(state, line), one);
  }

  private static String what(StackState state, ProcessLine line, Texts words) {
    return switch (line.kind()) {
      case APPLICATION -> state.io(line.io()).map(io -> awaited(state, io, words))
          .orElseGet(() -> words.of("processes.idle"));
      case ERROR_HANDLER ->
          state.host(line.host())
              .map(host -> words.of("thread." + step(host)))
              .orElse("");
      case ABORT_WORKER ->
          words.of(line.state() == State.D ? "processes.aborts" : "processes.will_abort");
      case BLOCK_WORKER ->
          words.of(
              line.state() == State.R ? "processes.runs_queue" : "processes.will_run_queue");
      case TARGET_LOGIN ->
          words.of(line.state() == State.D ? "processes.np_waits" : "processes.np_idle");
      case TARGET_RECEIVER ->
          words.of(line.state() == State.D ? "processes.trx_waits" : "processes.trx_idle");
      case TARGET_SENDER ->
          words.of(line.state() == State.D ? "processes.trx_waits" : "processes.ttx_idle");
      case TARGET_WORKER -> words.of("processes.tmr_waits");
    };
  }

  private static String step(HostView host) {
    return host.eh().step().name().toLowerCase(Locale.ROOT);
  }

  private static String awaited(StackState state, IoView io, Texts words) {
    String disk = state.device(io.device()).map(DeviceView::disk).orElse("");
    if (io.inOpen()) {
      return words.of("processes.opens", disk);
    }
    String op = io.op().map(each -> words.of("op." + each.word())).orElse("");
    return words.of("processes.waits", op, disk);
  }

  private static int command(StackState state, ProcessLine line) {
    return switch (line.kind()) {
      case APPLICATION ->
          line.io() < 0
              ? -1
              : state.commandsOf(line.io()).stream()
                  .map(CommandView::id)
                  .findFirst()
                  .orElse(-1);
      case ERROR_HANDLER -> state.host(line.host()).map(host -> host.eh().command()).orElse(-1);
      case ABORT_WORKER -> state.aborting(line.host()).map(CommandView::id).orElse(-1);
      case BLOCK_WORKER -> -1;
      case TARGET_LOGIN, TARGET_RECEIVER, TARGET_SENDER, TARGET_WORKER ->
          awaitedAtTarget(state, line);
    };
  }

  /** The command that a thread of the target waits for, if it is still the initiator's. */
  private static int awaitedAtTarget(StackState state, ProcessLine line) {
    return state.target().session(line.host()).stream()
        .flatMap(session -> session.bios().stream())
        .filter(bio -> line.state() == State.D && !bio.wanted())
        .map(TargetView.Bio::command)
        .filter(command -> state.command(command).isPresent())
        .findFirst()
        .orElse(-1);
  }

  private static String stackTitle(ProcessLine line, Frame now, Texts words) {
    return line.sinceNanos() < 0
        ? words.of("processes.stack", line.name())
        : words.of(
            "processes.stack_since", line.name(),
            TimeText.span(Math.max(0, now.nanos() - line.sinceNanos())), line.state().name());
  }

  /**
   * As the kernel prints it, but for the offsets, which differ from build to build; and without the
   * empty address where the names of functions need its room.
   */
  private static String stackOf(ProcessLine line, Texts words) {
    boolean tight = line.stack().stream().anyMatch(each -> each.length() > LONGEST_BEHIND_ADDRESS);
    String lines =
        line.stack().stream()
            .map(each -> (tight ? "" : "[<0>] ") + each)
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? words.of("processes.no_stack") : lines;
  }

  ObservableList<ProcessRow> rows() {
    return shown;
  }

  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty stackTitleProperty() {
    return stackTitle.getReadOnlyProperty();
  }

  /** What {@code /proc/PID/stack} would say, line by line. */
  public ReadOnlyStringProperty stackProperty() {
    return stack.getReadOnlyProperty();
  }
}
