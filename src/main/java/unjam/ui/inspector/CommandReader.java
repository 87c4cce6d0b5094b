package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.analysis.CommandDetail;
import unjam.analysis.Holder;
import unjam.analysis.Holdings;
import unjam.app.Frame;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.EhView;
import unjam.projection.HostView;
import unjam.reading.CallStack;
import unjam.reading.ProcessLine;
import unjam.reading.ProcessTable;
import unjam.scsi.BlkStatus;
import unjam.trace.ExecContext;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.control.Token;
import unjam.ui.control.TokenShape;
import unjam.ui.inspector.CommandPicture.Head;
import unjam.ui.inspector.CommandPicture.Stack;
import unjam.ui.inspector.CommandPicture.Standing;
import unjam.ui.text.SizeText;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Puts into words which command it is and where it stands. */
final class CommandReader {

  static final double TOKEN = 13;

  private final Frame frame;
  private final Subject subject;
  private final ProcessTable processes;
  private final Texts texts;

  CommandReader(Frame frame, Subject subject, ProcessTable processes, Texts texts) {
    this.frame = frame;
    this.processes = processes;
    this.subject = subject;
    this.texts = texts;
  }

  Head head() {
    CommandView view = subject.view();
    if (view == null) {
      return new Head(
          subject.command(), Optional.empty(),
          texts.of("command.unborn", Integer.toString(subject.command())),
          texts.of("command.unborn.note", TimeText.micros(subject.life().born())), "",
          subject.followed(), subject.life().born());
    }
    CommandState state = stateOf(view);
    TokenShape shape = TokenShape.of(state);
    String tag = view.tag() >= 0 ? Integer.toString(view.tag()) : "";
    Token token =
        new Token(
            shape, tag, 0, 0, TOKEN, view.timeLeftAt(frame.nanos()), subject.followed(), false);
    return new Head(
        subject.command(), Optional.of(token), title(view), note(view),
        texts.of("command.state." + state.name().toLowerCase(Locale.ROOT)), subject.followed(),
        -1);
  }

  private CommandState stateOf(CommandView view) {
    if (!subject.over()) {
      return frame.state().stateOf(view);
    }
    boolean well = subject.life().status().filter(each -> each == BlkStatus.OK).isPresent();
    return well ? CommandState.DONE : CommandState.FAILED;
  }

  /** {@code READ(10) tag#93}. */
  static String title(CommandView view) {
    String asked =
        view.cdb()
            .map(cdb -> cdb.opcode().words().toUpperCase(Locale.ROOT))
            .orElse(view.op().word().toUpperCase(Locale.ROOT));
    return view.tag() >= 0 ? asked + " tag#" + view.tag() : asked;
  }

  private String note(CommandView view) {
    String disk = frame.state().device(view.device()).map(DeviceView::disk).orElse("?");
    String age = together(TimeText.span(subject.age(frame)));
    String lives =
        subject.over()
            ? texts.of("command.took", age, subject.life().status().map(Enum::name).orElse(""))
            : texts.of("command.waits", age);
    return view.bytes() == 0
        ? texts.of("command.note.bare", disk, lives)
        : texts.of(
            "command.note", disk, Long.toString(view.sector()),
            together(SizeText.bytes(view.bytes())), lives);
  }

  /** A number and its unit stay on one line. */
  private static String together(String text) {
    return text.replace(' ', '\u00a0');
  }

  Standing standing(Holdings holdings) {
    CommandView view = subject.view();
    if (view == null) {
      return new Standing("", List.of());
    }
    if (subject.over()) {
      return new Standing(
          texts.of("stands.over", TimeText.micros(subject.life().end())), List.of());
    }
    String place =
        texts.of(
            "stands." + view.station().name().toLowerCase(Locale.ROOT), "host" + view.host());
    return new Standing(place, stacks(view, holdings));
  }

  private List<Stack> stacks(CommandView view, Holdings holdings) {
    List<Stack> stacks = new ArrayList<>();
    Optional<Holdings.Holding> now =
        holdings.all().stream().filter(Holdings.Holding::now).findFirst();
    boolean runs = now.filter(Holdings.Holding::runs).isPresent();
    if (runs) {
      ExecContext context = frame.trace().context(view.lastSeq());
      stacks.add(
          new Stack(
              "runs", Runner.of(context),
              texts.of("stack.runs", texts.of("runner." + context.kind().word())),
              CallStack.at(frame.trace(), view.lastSeq())));
    }
    List<ProcessLine> lines = processes.at(frame.state(), frame.somebodyRuns());
    if (!runs) {
      now.map(Holdings.Holding::holder)
          .flatMap(CommandReader::sleeper)
          .flatMap(kind -> process(lines, kind, view.host()))
          .ifPresent(line -> stacks.add(sleeps("sleeps", line)));
    }
    lines.stream()
        .filter(line -> line.io() >= 0 && line.io() == view.io())
        .findFirst()
        .ifPresent(line -> stacks.add(waits(line)));
    return stacks;
  }

  private static Optional<ProcessLine.Kind> sleeper(Holder holder) {
    return switch (holder) {
      case ABORT_WORKER -> Optional.of(ProcessLine.Kind.ABORT_WORKER);
      case ERROR_HANDLER -> Optional.of(ProcessLine.Kind.ERROR_HANDLER);
      case PROCESS, KBLOCKD, KWORKER, HARD_IRQ, SOFTIRQ, DISK, SCHEDULER, GATE, REQUEUE_LIST,
          ABORT_QUEUE, EH_QUEUE ->
          Optional.empty();
    };
  }

  private static Optional<ProcessLine> process(
      List<ProcessLine> processes, ProcessLine.Kind kind, int host) {
    return processes.stream()
        .filter(line -> line.kind() == kind && line.host() == host)
        .findFirst();
  }

  private Stack sleeps(String id, ProcessLine line) {
    Runner runner =
        line.kind() == ProcessLine.Kind.ERROR_HANDLER ? Runner.ERROR_HANDLER : Runner.KWORKER;
    return new Stack(
        id, runner, texts.of("stack.sleeps", line.name(), line.state().name()), line.stack());
  }

  private Stack waits(ProcessLine line) {
    return new Stack(
        "waits", Runner.PROCESS,
        texts.of("stack.waits", line.name(), line.state().name()), line.stack());
  }

  /** What the command's own events say. */
  Optional<CommandDetail> detail() {
    CommandView view = subject.view();
    if (view == null) {
      return Optional.empty();
    }
    EhView eh = frame.state().host(view.host()).map(HostView::eh).orElse(EhView.ASLEEP);
    int seq = subject.over() ? subject.life().endSeq() : frame.at().seq();
    return Optional.of(
        CommandDetail.of(
            frame.trace(), frame.run().commands(), view, subject.over() ? EhView.ASLEEP : eh,
            seq));
  }
}
