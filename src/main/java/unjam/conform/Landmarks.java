package unjam.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import unjam.engine.SimTime;
import unjam.scsi.BlkStatus;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.IscsiFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TargetFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/**
 * The steps of a simulated run in the vocabulary of the recordings.
 *
 * <p>A call that answers later stands at its beginning, with the answer merged in. What recordings
 * leave out is left out: requests turned away before they reached the driver, and the block layer's
 * requeue that follows.
 */
final class Landmarks {

  private final Trace trace;
  private final Map<Integer, String> answers = new HashMap<>();
  private final Map<Integer, String> devices;
  private final Map<Integer, String> lastOfCommand = new HashMap<>();

  private Landmarks(Trace trace) {
    this.trace = trace;
    this.devices = devices(trace);
    for (TraceEvent event : trace.events()) {
      if (event.fact() instanceof CallFact.Returned returned) {
        answers.put(returned.call(), returned.value().text());
      }
    }
  }

  /** All landmarks of a run, in order of the trace. */
  static List<Landmark> of(Trace trace) {
    Landmarks reader = new Landmarks(trace);
    List<Landmark> landmarks = new ArrayList<>();
    for (TraceEvent event : trace.events()) {
      reader.landmark(event).ifPresent(landmarks::add);
    }
    return landmarks;
  }

  /** Addresses of the devices by their index in the trace. */
  static Map<Integer, String> devices(Trace trace) {
    Map<Integer, String> devices = new TreeMap<>();
    for (TraceEvent event : trace.events()) {
      if (event.fact() instanceof MachineFact.DeviceAdded added) {
        devices.put(event.device(), added.at().toString());
      }
    }
    return devices;
  }

  /** Milliseconds, as recordings count. */
  static double millis(long nanos) {
    return nanos / (double) SimTime.NANOS_PER_MILLI;
  }

  private Optional<Landmark> landmark(TraceEvent event) {
    String name = event.function().recordedAs();
    if (!Vocabulary.knows(name)) {
      return Optional.empty();
    }
    Optional<Map<String, String>> keys = keys(event);
    if (keys.isEmpty() || leftOut(event)) {
      return Optional.empty();
    }
    if (event.cmd() >= 0) {
      lastOfCommand.put(event.cmd(), name);
    }
    return Optional.of(
        new Landmark(
            event.seq(),
            millis(event.nanos()),
            event.context().text(),
            name,
            Vocabulary.isOfAnIo(name) ? io(event) : "",
            devices.getOrDefault(event.device(), ""),
            keys.get(),
            false));
  }

  /**
   * A request that was turned away is no landmark; one that the driver itself turned away is
   * requeued for all to see.
   */
  private boolean leftOut(TraceEvent event) {
    if (event.function() == KernelFunction.SCSI_QUEUE_RQ) {
      return !answers.getOrDefault(event.seq(), "").equals(BlkStatus.OK.text());
    }
    return event.fact() instanceof BlockFact.Requeued requeued
        && requeued.refused()
        && !lastOfCommand.getOrDefault(event.cmd(), "").equals("queuecommand_busy");
  }

  private String io(TraceEvent event) {
    int io =
        switch (event.fact()) {
          case IoFact.IoStarted started -> started.io();
          case IoFact.IoEnded ended -> ended.io();
          default -> trace.ioOf(event.cmd());
        };
    return io < 0 ? "" : trace.ioNames().get(io);
  }

  /** The key fields of a fact that is a landmark, or empty for a fact that is none. */
  private Optional<Map<String, String>> keys(TraceEvent event) {
    Fact fact = event.fact();
    return switch (fact) {
      case CallFact call -> call instanceof CallFact.Entered ? answered(event) : Optional.empty();
      case BlockFact block -> keys(block);
      case MidLayerFact midLayer -> keys(midLayer);
      case TimeoutFact timeout -> keys(timeout);
      case EhFact eh -> keys(event, eh);
      case IoFact io -> keys(io);
      case AboveFact above -> Optional.empty();
      case IscsiFact session ->
          session instanceof IscsiFact.SessionResetBegan
              ? answered(event)
              : IscsiKeys.of(session);
      case TargetFact target -> IscsiKeys.of(target);
      case MachineFact machine ->
          machine instanceof MachineFact.DeviceStateSet set
              ? fields("old", set.old().shortName(), "new", set.next().shortName())
              : Optional.empty();
    };
  }

  private Optional<Map<String, String>> answered(TraceEvent event, String... fields) {
    Map<String, String> keys = fields(fields).orElseThrow();
    String answer = answers.get(event.seq());
    if (answer != null) {
      keys.put("ret", answer);
    }
    return Optional.of(keys);
  }

  private static Optional<Map<String, String>> keys(BlockFact fact) {
    return switch (fact) {
      case BlockFact.TimerArmed armed ->
          fields("in_ms", Long.toString(Math.round(millis(armed.inNanos()))));
      case BlockFact.RequestEnded ended ->
          fields("error", ended.error().text(), "bytes", Integer.toString(ended.bytes()));
      case BlockFact.Requeued _, BlockFact.RequeueWorkRan _, BlockFact.TimerFired _,
          BlockFact.TimeoutScanned _ -> fields();
      case BlockFact.RequestAllocated _, BlockFact.Refused _, BlockFact.RequestStarted _,
          BlockFact.RequestAborted _, BlockFact.QueueRunDelayed _ -> Optional.empty();
    };
  }

  private static Optional<Map<String, String>> keys(MidLayerFact fact) {
    return switch (fact) {
      case MidLayerFact.Dispatched dispatched -> fields("cdb", dispatched.cdb().opcode().name());
      case MidLayerFact.QueuecommandBusy busy -> fields("value", busy.value().text());
      case MidLayerFact.Done done -> done.result().isZero()
          ? fields("cdb", done.cdb().opcode().name())
          : fields("cdb", done.cdb().opcode().name(), "result", done.result().hex());
      case MidLayerFact.SenseChecked checked -> fields("ret", checked.verdict().text());
      case MidLayerFact.NoRetryAsked asked -> fields("ret", asked.noRetry() ? "1" : "0");
      case MidLayerFact.RuntimeAsked asked -> fields("ret", asked.exceeded() ? "1" : "0");
      case MidLayerFact.SdDone done -> fields("ret", Integer.toString(done.goodBytes()));
      case MidLayerFact.IoCompletion completion ->
          fields("good_bytes", Integer.toString(completion.goodBytes()));
      case MidLayerFact.QueueInserted inserted ->
          fields("reason", inserted.reason().text(),
              "retries", Integer.toString(inserted.retries()));
      case MidLayerFact.Completed _, MidLayerFact.QueueFullNoted _, MidLayerFact.Finished _,
          MidLayerFact.RequeuedForPrep _ -> fields();
      case MidLayerFact.Prepared _, MidLayerFact.DriverRan _,
          MidLayerFact.LateCompletionDropped _ -> Optional.empty();
    };
  }

  private static Optional<Map<String, String>> keys(TimeoutFact fact) {
    return switch (fact) {
      case TimeoutFact.TimedOut out ->
          fields("ret", out.answer().text(), "retries", Integer.toString(out.retries()));
      case TimeoutFact.DriverAsked asked ->
          fields("ret", asked.action().name(), "decision", asked.action().shortName(),
              "reason", asked.reason());
      case TimeoutFact.AbortRan ran -> fields("retries", Integer.toString(ran.retries()));
      case TimeoutFact.AbortWorkQueued _ -> fields();
      case TimeoutFact.AbortScheduled _ -> Optional.empty();
    };
  }

  private Optional<Map<String, String>> keys(TraceEvent event, EhFact fact) {
    return switch (fact) {
      case EhFact.EhAdded added -> fields("retries", Integer.toString(added.retries()));
      case EhFact.LadderBegan began -> fields("failed", Integer.toString(began.hostFailed()));
      case EhFact.HookCalled called -> switch (called.hook()) {
        case EH_ABORT_HANDLER -> answered(event, "of", called.of().opcode().name());
        case EH_DEVICE_RESET_HANDLER, EH_TARGET_RESET_HANDLER, EH_BUS_RESET_HANDLER,
            EH_HOST_RESET_HANDLER -> answered(event);
      };
      case EhFact.TurBegan _, EhFact.StartUnitBegan _ -> answered(event);
      case EhFact.EhCommandSent sent ->
          answered(event, "cdb", sent.cdb().opcode().name(),
              "timeout_ms", Long.toString(Math.round(millis(sent.timeoutNanos()))));
      case EhFact.EhAction action ->
          fields("disp", action.before().text(), "ret", action.after().text());
      case EhFact.HostQueuesRan ran -> fields("host_state", ran.state().shortName());
      case EhFact.MediumGateReset _, EhFact.HostFailedCounted _, EhFact.EhWoken _,
          EhFact.EhPassBegan _, EhFact.FlushBegan _ -> fields();
      case EhFact.LinkResetCalled _ -> answered(event);
      case EhFact.DeviceDisabled _, EhFact.EhFinished _ -> fields();
      case EhFact.Settling _, EhFact.Offlined _, EhFact.EhSlept _, EhFact.AutopsyMade _,
          EhFact.LinkPaused _, EhFact.Revalidated _, EhFact.AdapterReset _ -> Optional.empty();
    };
  }

  private static Optional<Map<String, String>> keys(IoFact fact) {
    return switch (fact) {
      case IoFact.IoStarted _ -> fields();
      case IoFact.IoEnded ended ->
          fields("ret", Long.toString(ended.ret()), "errno", ended.errno().name());
      case IoFact.SgHeaderFilled _, IoFact.OpenFailed _, IoFact.OpenWaits _ -> Optional.empty();
    };
  }

  private static Optional<Map<String, String>> fields(String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Optional.of(fields);
  }
}
