package unjam.ui.ladder;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.analysis.CommandEvents;
import unjam.analysis.Mark;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.StackState;
import unjam.projection.Station;
import unjam.scsi.Disposition;
import unjam.trace.BlockFact.RequestStarted;
import unjam.scsi.TimerReturn;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.control.TokenShape;
import unjam.ui.ladder.LadderPicture.Held;
import unjam.ui.ladder.LadderPicture.Phase;
import unjam.ui.ladder.LadderPicture.Step;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/**
 * How it came to this: from the timer over the abort to the woken thread. The abort stands here and
 * not on the ladder, because the thread has no such rung for the commands it is handed.
 */
final class StepsReader {

  /** What a driver says when it could not do what it was asked (include/scsi/scsi.h). */
  private static final String FAILED = Disposition.FAILED.text();

  private final Frame frame;
  private final Focus focus;
  private final Texts texts;
  private final HostView host;
  private final StackState state;

  /** Events of the present life of the command in focus, -1 where there was none. */
  private int timedOut = -1;

  private int scheduled = -1;
  private int abortRan = -1;
  private int abortAnswered = -1;
  private int added = -1;

  StepsReader(Frame frame, Focus focus, Texts texts, HostView host) {
    this.frame = frame;
    this.focus = focus;
    this.texts = texts;
    this.host = host;
    state = frame.state();
  }

  List<Step> steps() {
    @Nullable CommandView command = state.command(focus.command()).orElse(null);
    if (command != null) {
      lookBack(command);
    }
    return List.of(timer(command), abort(command), hostStops(command), wakes());
  }

  /** Back to where its timer started last: that is where the present story begins. */
  private void lookBack(CommandView command) {
    Trace trace = frame.trace();
    CommandEvents events = frame.run().commands();
    int seq = events.lastUntil(command.id(), frame.at().seq());
    while (seq >= 0 && !(trace.fact(seq) instanceof RequestStarted)) {
      note(trace, seq);
      seq = events.lastUntil(command.id(), seq - 1);
    }
  }

  private void note(Trace trace, int seq) {
    Fact fact = trace.fact(seq);
    if (fact instanceof TimeoutFact.TimedOut) {
      timedOut = timedOut < 0 ? seq : timedOut;
    } else if (fact instanceof TimeoutFact.AbortScheduled) {
      scheduled = seq;
    } else if (fact instanceof TimeoutFact.AbortRan) {
      abortRan = seq;
    } else if (fact instanceof EhFact.EhAdded) {
      added = seq;
    } else if (fact instanceof CallFact.Returned returned && abortRan < 0
        && trace.fact(returned.call()) instanceof EhFact.HookCalled
        && trace.context(seq).kind() == ExecContext.Kind.ABORT_WORK) {
      abortAnswered = seq;
    }
  }

  private String name(KernelFunction function) {
    return function.nameIn(frame.kernel());
  }

  private String when(int seq) {
    return seq < 0 ? "" : TimeText.instant(frame.trace().nanos(seq));
  }

  private static Optional<Held> token(@Nullable CommandView command, TokenShape shape) {
    return command == null
        ? Optional.empty()
        : Optional.of(
            new Held(
                command.id(), shape,
                command.tag() < 0 ? "" : Integer.toString(command.tag())));
  }

  private Step timer(@Nullable CommandView command) {
    if (timedOut >= 0 && command != null) {
      boolean now = command.base() == CommandState.TIMED_OUT;
      boolean early = frame.trace().nanos(timedOut) - command.startedNanos() < command.timeout();
      return new Step(
          Runner.TIMER,
          texts.of(moreTime() ? "step.more_time" : early ? "step.taken_back" : "step.timed_out"),
          name(KernelFunction.SCSI_TIMEOUT),
          when(timedOut), moreTime() ? moreTimeNotes(command) : lateness(command),
          now && scheduled < 0 ? Phase.NOW : Phase.PAST,
          now ? token(command, TokenShape.TIMED_OUT) : Optional.empty());
    }
    return new Step(
        Runner.TIMER, texts.of("step.timer"), name(KernelFunction.BLK_RQ_TIMED_OUT_TIMER), "",
        timerNotes(), Phase.IDLE, Optional.empty());
  }

  /** The driver wanted the clock to start anew. */
  private boolean moreTime() {
    return frame.trace().fact(timedOut) instanceof TimeoutFact.TimedOut out
        && out.answer() == TimerReturn.BLK_EH_RESET_TIMER;
  }

  private List<String> moreTimeNotes(CommandView command) {
    return List.of(texts.of("step.more_time.note", command.timeouts()));
  }

  private List<String> lateness(CommandView command) {
    long deadline = command.startedNanos() + command.timeout();
    long late = frame.trace().nanos(timedOut) - deadline;
    return late > 0
        ? List.of(
            texts.of("step.deadline", TimeText.instant(deadline)),
            texts.of("step.late", TimeText.span(late)))
        : List.of();
  }

  /** The queue that is looked at next, or the one of the command in focus. */
  private List<String> timerNotes() {
    Optional<DeviceView> device =
        state.device(focus.device())
            .filter(StepsReader::isSet)
            .or(() -> state.devices().stream().filter(StepsReader::isSet).findFirst());
    return device
        .filter(each -> each.timer().expiresAt() > frame.nanos())
        .map(
            each ->
                List.of(
                    texts.of(
                        "step.timer.note", each.disk(),
                        TimeText.span(each.timer().expiresAt() - frame.nanos())),
                    texts.of("step.timer.note.more")))
        .orElseGet(() -> List.of(texts.of("step.timer.idle")));
  }

  private static boolean isSet(DeviceView device) {
    return device.timer().armed();
  }

  private Step abort(@Nullable CommandView command) {
    String function = name(KernelFunction.SCMD_EH_ABORT_HANDLER);
    if (command == null || timedOut < 0) {
      return idle(
          Runner.KWORKER, "step.abort", function,
          texts.of("step.abort.idle", "scsi_tmf_" + host.number()));
    }
    if (scheduled < 0) {
      return idle(
          Runner.KWORKER, "step.abort", function,
          texts.of(command.abortTried() ? "step.abort.spent" : "step.abort.none"));
    }
    boolean now =
        command.station() == Station.ABORT_PENDING || command.station() == Station.ABORTING;
    boolean moved = command.base() == CommandState.ABORTING;
    return new Step(
        Runner.KWORKER, texts.of(abortTitle()), function,
        when(abortRan >= 0 ? abortRan : scheduled), List.of(abortNote()),
        now ? Phase.NOW : Phase.PAST,
        now && moved ? token(command, TokenShape.ABORTING) : Optional.empty());
  }

  private Optional<String> abortAnswer() {
    return abortAnswered >= 0
            && frame.trace().fact(abortAnswered) instanceof CallFact.Returned answer
        ? Optional.of(answer.value().text())
        : Optional.empty();
  }

  private String abortTitle() {
    return abortAnswer()
        .map(each -> each.equals(FAILED) ? "step.abort.failed" : "step.abort.worked")
        .orElse("step.abort");
  }

  private String abortNote() {
    return abortAnswer()
        .map(
            each ->
                each.equals(FAILED)
                    ? texts.of("step.abort.spent")
                    : texts.of("step.abort.answered", each))
        .orElseGet(() -> texts.of(abortRan < 0 ? "step.abort.queued" : "step.abort.runs"));
  }

  private Step idle(Runner runner, String title, String function, String note) {
    return new Step(
        runner, texts.of(title), function, "", List.of(note), Phase.IDLE, Optional.empty());
  }

  private String counts() {
    return texts.of("step.counts", host.failed(), host.busy());
  }

  private Step hostStops(@Nullable CommandView command) {
    String function = name(KernelFunction.SCSI_EH_SCMD_ADD);
    if (added < 0) {
      return idle(Runner.KWORKER, "step.host", function, texts.of("step.host.idle"));
    }
    boolean now =
        !host.eh().awake() && command != null && command.base() == CommandState.ON_EH_LIST;
    return new Step(
        Runner.KWORKER, texts.of("step.host.stopped"), function, when(added),
        List.of(now ? counts() : texts.of("step.host.note", "host" + host.number())),
        now ? Phase.NOW : Phase.PAST,
        now ? token(command, TokenShape.HELD) : Optional.empty());
  }

  private Step wakes() {
    String function = name(KernelFunction.SCSI_EH_WAKEUP);
    if (!host.eh().awake()) {
      return idle(Runner.SOFTIRQ, "step.wake", function, counts());
    }
    Optional<Mark> mark =
        frame.run().marks()
            .lastUntil(
                frame.nanos(),
                each ->
                    each.kind() == Mark.Kind.EH_WOKEN && each.host() == host.number());
    String note =
        mark.map(each -> frame.trace().fact(each.seq()))
            .filter(EhFact.EhWoken.class::isInstance)
            .map(EhFact.EhWoken.class::cast)
            .map(each -> texts.of("step.woken.note", each.hostFailed(), each.hostBusy()))
            .orElse("");
    return new Step(
        Runner.SOFTIRQ, texts.of("step.woken"), function,
        mark.map(each -> TimeText.instant(each.nanos())).orElse(""), List.of(note), Phase.PAST,
        Optional.empty());
  }
}
