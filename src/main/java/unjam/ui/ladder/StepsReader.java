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
import unjam.trace.BlockFact.RequestStarted;
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
      timedOut = seq;
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
      long late = frame.trace().nanos(timedOut) - command.startedNanos() - command.timeout();
      return new Step(
          Runner.TIMER, texts.of("step.timed_out"), name(KernelFunction.SCSI_TIMEOUT),
          when(timedOut), late > 0 ? texts.of("step.late", TimeText.span(late)) : "",
          now && scheduled < 0 ? Phase.NOW : Phase.PAST,
          now ? token(command, TokenShape.TIMED_OUT) : Optional.empty());
    }
    return new Step(
        Runner.TIMER, texts.of("step.timer"), name(KernelFunction.BLK_RQ_TIMED_OUT_TIMER), "",
        timerNote(), Phase.IDLE, Optional.empty());
  }

  /** The queue that is looked at next, or the one of the command in focus. */
  private String timerNote() {
    Optional<DeviceView> device =
        state.device(focus.device())
            .or(() -> state.devices().stream().findFirst())
            .filter(each -> each.timer().armed() && each.timer().expiresAt() > frame.nanos());
    return device
        .map(
            each ->
                texts.of(
                    "step.timer.note", each.disk(),
                    TimeText.span(each.timer().expiresAt() - frame.nanos())))
        .orElseGet(() -> texts.of("step.timer.idle"));
  }

  private Step abort(@Nullable CommandView command) {
    String function = name(KernelFunction.SCMD_EH_ABORT_HANDLER);
    if (command == null || timedOut < 0) {
      return idle(Runner.KWORKER, "step.abort", function, "step.abort.idle");
    }
    if (scheduled < 0) {
      String why = command.abortTried() ? "step.abort.spent" : "step.abort.idle";
      return idle(Runner.KWORKER, "step.abort", function, why);
    }
    boolean now =
        command.station() == Station.ABORT_PENDING || command.station() == Station.ABORTING;
    String note =
        abortAnswered >= 0 && frame.trace().fact(abortAnswered) instanceof CallFact.Returned answer
            ? texts.of("step.abort.answered", answer.value().text())
            : texts.of(abortRan < 0 ? "step.abort.queued" : "step.abort.runs");
    boolean moved = command.base() == CommandState.ABORTING;
    return new Step(
        Runner.KWORKER, texts.of("step.abort"), function,
        when(abortRan >= 0 ? abortRan : scheduled), note, now ? Phase.NOW : Phase.PAST,
        now && moved ? token(command, TokenShape.ABORTING) : Optional.empty());
  }

  private Step idle(Runner runner, String title, String function, String note) {
    return new Step(
        runner, texts.of(title), function, "", note.isEmpty() ? "" : texts.of(note), Phase.IDLE,
        Optional.empty());
  }

  private Step hostStops(@Nullable CommandView command) {
    String function = name(KernelFunction.SCSI_EH_SCMD_ADD);
    if (added < 0) {
      return idle(Runner.KWORKER, "step.host", function, "");
    }
    boolean now =
        !host.eh().awake() && command != null && command.base() == CommandState.ON_EH_LIST;
    return new Step(
        Runner.KWORKER, texts.of("step.host.stopped"), function, when(added),
        host.state().inRecovery()
            ? texts.of("step.host.note", host.failed(), host.busy())
            : "",
        now ? Phase.NOW : Phase.PAST,
        now ? token(command, TokenShape.HELD) : Optional.empty());
  }

  private Step wakes() {
    String function = name(KernelFunction.SCSI_EH_WAKEUP);
    boolean woken = host.eh().awake();
    Optional<String> at =
        frame.run().marks()
            .lastUntil(
                frame.nanos(),
                mark ->
                    mark.kind() == Mark.Kind.EH_WOKEN
                        && mark.host() == host.number())
            .map(mark -> TimeText.instant(mark.nanos()));
    return woken
        ? new Step(
            Runner.SOFTIRQ, texts.of("step.woken"), function, at.orElse(""), "", Phase.PAST,
            Optional.empty())
        : idle(Runner.SOFTIRQ, "step.wake", function, "");
  }
}
