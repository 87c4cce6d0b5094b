package unjam.kernel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import unjam.engine.SimTime;
import unjam.scenario.Disk;
import unjam.scenario.FaultRule;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scenario.Stream;
import unjam.scenario.When;
import unjam.scsi.EhHook;
import unjam.scsi.FailFast;
import unjam.scsi.Fault;
import unjam.scsi.Hctl;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.Scope;
import unjam.scsi.SdevState;
import unjam.scsi.ServiceTime;

/** The parts of a situation while {@link Scenarios} puts it together. */
final class Parts {

  private Parts() {}

  /** A host that is being described. */
  static final class HostPart {
    final LldProfile profile;
    final Map<EhHook, LldProfile.Hook> hooks = new EnumMap<>(EhHook.class);
    int canQueue;
    LldProfile.TimedOut timedOut;
    boolean skipsSettleDelay;
    Optional<Integer> deadline = Optional.empty();

    HostPart(LldProfile profile) {
      this.profile = profile;
      hooks.putAll(profile.hooks());
      canQueue = profile.canQueue();
      timedOut = profile.ehTimedOut();
    }

    Machine.Host build(int number, List<Disk> disks) {
      LldProfile p = profile;
      LldProfile driver =
          new LldProfile(
              p.name(), canQueue, p.cmdPerLun(), p.nrHwQueues(), hooks, timedOut,
              p.ehStrategy(), p.transport(), p.settings(), skipsSettleDelay,
              p.trackQueueDepth(), p.defaultTimeoutSeconds(), p.maxHostBlocked(), p.irqPath(),
              p.answersFromKworker(), p.checkConditionInline(), p.dirtyFlushTakes(),
              p.unitAttention(), p.lunResetCancelsAnswers(), p.recoveryCompletesCommands(),
              p.givesBackInline(), p.hostResetReachesAllHosts(), p.rescanCommands(), p.ata());
      return new Machine.Host(number, driver, deadline, disks);
    }
  }

  /** A disk that is being described. */
  static final class DiskPart {
    final Hctl at;
    final String name;
    ServiceTime service = new ServiceTime.Fixed(4_000_000);
    String scheduler = "mq-deadline";
    int depth = 192;
    int timeout = 30;
    int ehTimeout = 10;
    int retries = 5;
    int mediumTimeouts = 2;
    boolean allowRestart;
    boolean removable;
    boolean writeCache = true;
    SdevState state = SdevState.SDEV_RUNNING;

    DiskPart(Hctl at, String name) {
      this.at = at;
      this.name = name;
    }

    Disk build() {
      return new Disk(
          at, name, 1L << 30, 512, service, depth, scheduler, timeout, ehTimeout, retries,
          mediumTimeouts, allowRestart, removable, writeCache, state);
    }
  }

  /** A stream of IO that is being described: one 4 KiB IO at 1 MiB, at time zero. */
  static final class StreamPart {
    final String label;
    final Hctl device;
    final IoOp op;
    final IoMode mode;
    long offset = 1 << 20;
    int length = 4096;
    int threads = 1;
    long staggerMillis;
    int repeat = 1;
    long gapMillis;
    Optional<SimTime> sgioTimeout = Optional.empty();
    FailFast failFast = FailFast.NONE;
    When start = new When.At(SimTime.ZERO);

    StreamPart(String label, Hctl device, IoOp op, IoMode mode) {
      this.label = label;
      this.device = device;
      this.op = op;
      this.mode = mode;
    }

    Stream build() {
      boolean moves = op != IoOp.FSYNC;
      return new Stream(
          label, device, op, mode, moves ? offset : 0, moves ? length : 0, threads,
          SimTime.ofMillis(staggerMillis), moves && (threads > 1 || repeat > 1) ? 1 << 20 : 0,
          repeat, SimTime.ofMillis(gapMillis), Optional.empty(), sgioTimeout, failFast, false,
          start);
    }
  }

  /** A fault that is being described: for ever, for every command. */
  static final class FaultPart {
    final String id;
    final Fault fault;
    final Scope scope;
    OptionalInt opcode = OptionalInt.empty();
    Optional<FaultRule.LbaRange> lbas = Optional.empty();
    int skip;
    OptionalInt count = OptionalInt.empty();
    Optional<When> from = Optional.empty();
    Optional<When> until = Optional.empty();
    Optional<EhHook> curedBy = Optional.empty();

    FaultPart(String id, Fault fault, Scope scope) {
      this.id = id;
      this.fault = fault;
      this.scope = scope;
    }

    FaultRule build() {
      return new FaultRule(id, fault, scope, opcode, lbas, skip, count, from, until, curedBy);
    }
  }
}
