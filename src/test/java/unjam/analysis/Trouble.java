package unjam.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import unjam.catalog.Catalog;
import unjam.engine.Prng;
import unjam.engine.SimTime;
import unjam.scenario.Disk;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
import unjam.scenario.KernelRules;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;
import unjam.scenario.When;
import unjam.scsi.EhHook;
import unjam.scsi.FailFast;
import unjam.scsi.Fault;
import unjam.scsi.Hctl;
import unjam.scsi.HostByte;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.Knob;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.SamStatus;
import unjam.scsi.Scope;
import unjam.scsi.SdevState;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;
import unjam.scsi.ServiceTime;

/**
 * A small machine in which much goes wrong at once, made up by chance: the same one for the same
 * seed. Timeouts are short, so that a run sees many of them.
 */
final class Trouble {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  private final Prng chance;
  private final List<Hctl> disks = new ArrayList<>();
  private int names;

  private Trouble(long seed) {
    chance = new Prng(seed);
  }

  /** A scenario on a kernel with a driver of the catalog. */
  static Scenario of(long seed, String kernel, String driver) {
    return new Trouble(seed).scenario(seed, kernel, driver);
  }

  private Scenario scenario(long seed, String version, String driver) {
    KernelRules kernel = CATALOG.kernel(version).orElseThrow();
    LldProfile profile = CATALOG.driver(driver, version).orElseThrow();
    List<Machine.Host> hosts = new ArrayList<>();
    for (int i = 0; i <= upTo(1); i++) {
      hosts.add(host(i, profile));
    }
    Machine machine =
        new Machine(
            any(List.of(100, 250, 1000)), 2, chance.nextLong(1L << 32), upTo(1) * 0x3fffffff,
            hosts);
    List<Stream> workload = times(1 + upTo(3), this::stream);
    List<FaultRule> faults = times(1 + upTo(4), this::rule);
    List<Intervention> interventions = times(upTo(4), () -> intervention(faults));
    return new Scenario(
        "trouble-" + seed, "much goes wrong", kernel, seed, SimTime.ofSeconds(200),
        new Scenario.Limits(300_000), machine, workload, faults, interventions);
  }

  private static <T> List<T> times(int count, Supplier<T> make) {
    List<T> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(make.get());
    }
    return all;
  }

  private Machine.Host host(int number, LldProfile profile) {
    List<Disk> all = new ArrayList<>();
    for (int i = 0; i <= upTo(2); i++) {
      Hctl at = new Hctl(number, 0, upTo(1), i);
      disks.add(at);
      all.add(
          new Disk(
              at, "sd" + (char) ('a' + names++), 1L << 30, 512,
              new ServiceTime.Uniform(100_000, 1_000_000L * (1 + upTo(200))), 1 + upTo(6),
              "none", 1 + upTo(4), 1 + upTo(3), upTo(6) - 1, upTo(4), coin(), coin(), coin(),
              SdevState.SDEV_RUNNING));
    }
    return new Machine.Host(
        number, profile, coin() ? Optional.empty() : Optional.of(1 + upTo(20)), all);
  }

  private Stream stream() {
    IoOp op = any(List.of(IoOp.READ, IoOp.READ, IoOp.WRITE, IoOp.FSYNC));
    IoMode mode = op == IoOp.FSYNC ? IoMode.DIRECT : any(modes(op));
    boolean moves = op != IoOp.FSYNC;
    return new Stream(
        "s" + names++, any(disks), op, mode, moves ? 4096L * upTo(9) : 0, moves ? 4096 : 0,
        1 + upTo(5), millis(50), moves ? 4096 : 0, 1 + upTo(4), millis(400), Optional.empty(),
        mode == IoMode.SG_IO ? Optional.of(SimTime.ofSeconds(3)) : Optional.empty(),
        coin() ? FailFast.NONE : new FailFast(coin(), coin(), coin()), false,
        new When.At(millis(3_000)));
  }

  private static List<IoMode> modes(IoOp op) {
    return op == IoOp.READ
        ? List.of(IoMode.DIRECT, IoMode.DIRECT, IoMode.BUFFERED, IoMode.READAHEAD, IoMode.SG_IO)
        : List.of(IoMode.DIRECT, IoMode.SG_IO);
  }

  private FaultRule rule() {
    Fault fault = fault();
    Optional<FaultRule.LbaRange> lbas =
        fault instanceof Fault.MediumError
            ? Optional.of(new FaultRule.LbaRange(8, 8 + upTo(40)))
            : Optional.empty();
    return new FaultRule(
        "f" + names++, fault, scope(), coin() ? OptionalInt.empty() : OptionalInt.of(opcode()),
        lbas, upTo(3), coin() ? OptionalInt.empty() : OptionalInt.of(1 + upTo(5)),
        coin() ? Optional.empty() : Optional.of(new When.At(millis(2_000))),
        coin() ? Optional.empty() : Optional.of(new When.At(millis(60_000).plus(
            SimTime.ofSeconds(2)))),
        coin() ? Optional.empty() : Optional.of(any(List.of(EhHook.values()))));
  }

  private int opcode() {
    return any(List.of(0x28, 0x2a, 0x00, 0x35));
  }

  private Scope scope() {
    Hctl at = any(disks);
    return switch (upTo(2)) {
      case 0 -> new Scope.Host(at.host());
      case 1 -> new Scope.Target(at.host(), at.channel(), at.target());
      default -> new Scope.Lun(at);
    };
  }

  private Fault fault() {
    return switch (upTo(8)) {
      case 0, 1 -> new Fault.Mute();
      case 2 -> new Fault.AnswersAfter(1_000_000L * (500 + upTo(6_000)));
      case 3 -> new Fault.HookFails(any(List.of(EhHook.values())), 1_000_000L * upTo(2_000));
      case 4 -> new Fault.QueuecommandReturns(busy());
      case 5 -> new Fault.MediumError();
      case 6 -> new Fault.Slow(new ServiceTime.Fixed(1_000_000L * upTo(3_000)));
      default -> new Fault.Result(
          coin() ? HostByte.DID_OK : any(hostBytes()), any(statuses()), sense(),
          any(List.of(Fault.Delivery.values())));
    };
  }

  private MlqueueReturn busy() {
    return any(
        List.of(
            MlqueueReturn.SCSI_MLQUEUE_HOST_BUSY, MlqueueReturn.SCSI_MLQUEUE_DEVICE_BUSY,
            MlqueueReturn.SCSI_MLQUEUE_TARGET_BUSY));
  }

  private static List<HostByte> hostBytes() {
    return List.of(
        HostByte.DID_NO_CONNECT, HostByte.DID_BUS_BUSY, HostByte.DID_TIME_OUT,
        HostByte.DID_ABORT, HostByte.DID_ERROR, HostByte.DID_RESET, HostByte.DID_BAD_INTR,
        HostByte.DID_SOFT_ERROR, HostByte.DID_IMM_RETRY, HostByte.DID_REQUEUE,
        HostByte.DID_TRANSPORT_DISRUPTED, HostByte.DID_TRANSPORT_FAILFAST);
  }

  private static List<SamStatus> statuses() {
    return List.of(
        SamStatus.GOOD, SamStatus.CHECK_CONDITION, SamStatus.CHECK_CONDITION, SamStatus.BUSY,
        SamStatus.TASK_SET_FULL, SamStatus.RESERVATION_CONFLICT, SamStatus.TASK_ABORTED,
        SamStatus.ACA_ACTIVE);
  }

  private Optional<SenseData> sense() {
    if (upTo(3) == 0) {
      return Optional.of(SenseData.of(SenseKey.NOT_READY, 0x04, 0x02));
    }
    return coin()
        ? Optional.empty()
        : Optional.of(
            new SenseData(
                SenseKey.of(upTo(14)), any(List.of(0x04, 0x11, 0x29, 0x24, 0x00)), upTo(10),
                upTo(9) == 0, -1));
  }

  private Intervention intervention(List<FaultRule> faults) {
    When when = new When.At(millis(30_000));
    Scope disk = new Scope.Lun(any(disks));
    return switch (upTo(5)) {
      case 0 -> new Intervention.KnobWritten(when, Knob.STATE, disk, "offline");
      case 1 -> new Intervention.KnobWritten(when, Knob.STATE, disk, "running");
      case 2 -> new Intervention.KnobWritten(when, Knob.QUEUE_DEPTH, disk, "" + (1 + upTo(9)));
      case 3 -> new Intervention.KnobWritten(when, Knob.TIMEOUT, disk, "" + (1 + upTo(9)));
      case 4 -> new Intervention.KnobWritten(
          when, Knob.EH_DEADLINE, new Scope.Host(0), coin() ? "off" : "" + upTo(9));
      default -> new Intervention.FaultEnds(when, any(faults).id());
    };
  }

  private SimTime millis(int most) {
    return SimTime.ofMillis(upTo(most));
  }

  private boolean coin() {
    return upTo(1) == 0;
  }

  private int upTo(int most) {
    return (int) chance.nextLong(most + 1L);
  }

  private <T> T any(List<T> things) {
    return things.get(upTo(things.size() - 1));
  }
}
