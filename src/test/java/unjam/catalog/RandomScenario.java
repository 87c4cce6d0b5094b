package unjam.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import unjam.engine.Prng;
import unjam.engine.SimTime;
import unjam.scenario.Above;
import unjam.scenario.Disk;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
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
import unjam.scsi.Opcode;
import unjam.scsi.SamStatus;
import unjam.scsi.Scope;
import unjam.scsi.SdevState;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;
import unjam.scsi.ServiceTime;

/** Some scenario of every shape that a file can have, the same one for the same seed. */
final class RandomScenario {

  private static final Catalog CATALOG = Catalog.ofClassPath();
  private static final Hctl FIRST = new Hctl(0, 0, 0, 0);

  private final Prng chance;
  private int names;
  private List<Above> above = List.of();

  private RandomScenario(long seed) {
    chance = new Prng(seed);
  }

  static Scenario of(long seed) {
    return new RandomScenario(seed).scenario();
  }

  private Scenario scenario() {
    String kernel = any(CATALOG.kernels());
    Machine machine = machine(kernel);
    above = new RandomAbove(chance).of(machine);
    List<Stream> workload = new ArrayList<>();
    List<FaultRule> faults = new ArrayList<>();
    for (int i = upTo(4); i > 0; i--) {
      workload.add(stream(workload));
    }
    for (int i = upTo(5); i > 0; i--) {
      faults.add(rule(workload));
    }
    List<Intervention> interventions = new ArrayList<>();
    for (int i = upTo(6); i > 0; i--) {
      interventions.add(intervention(machine, workload, faults));
    }
    return new Scenario(
        "random-" + upTo(1_000),
        any(List.of("T", "a: b, \"c\" #d", "一块慢盘", "- x\n\ty", "null")),
        CATALOG.kernel(kernel).orElseThrow(), chance.nextLong(), time().plus(SimTime.ofNanos(1)),
        new Scenario.Limits(1 + upTo(1_000_000)), machine, above, workload, faults, interventions);
  }

  private Machine machine(String kernel) {
    List<Machine.Host> hosts = new ArrayList<>();
    hosts.add(host(kernel, 0));
    for (int i = upTo(2); i > 0; i--) {
      hosts.add(host(kernel, hosts.size()));
    }
    return new Machine(
        any(List.of(100, 250, 300, 1000)), 1 + upTo(8), chance.nextLong(1L << 40),
        upTo((1 << 30) - 1), hosts);
  }

  private Machine.Host host(String kernel, int number) {
    LldProfile driver = CATALOG.driver("scsi_debug", kernel).orElseThrow();
    List<Disk> disks = new ArrayList<>();
    for (int target = 0; target <= upTo(3); target++) {
      disks.add(disk(new Hctl(number, 0, target, 0), driver));
    }
    return new Machine.Host(
        number, driver, coin() ? Optional.empty() : Optional.of(upTo(100)), disks);
  }

  private Disk disk(Hctl at, LldProfile driver) {
    return new Disk(
        at, MachineReader.letters(names++), 1L << 30, coin() ? 512 : 4096, serviceTime(false),
        1 + upTo(driver.canQueue() - 1), coin() ? "none" : "mq-deadline", 1 + upTo(100),
        1 + upTo(100), upTo(6) - 1, upTo(10), coin(), coin(), coin(),
        coin() ? SdevState.SDEV_RUNNING : SdevState.SDEV_OFFLINE);
  }

  private ServiceTime serviceTime(boolean grows) {
    long span = chance.nextLong(1L << 40);
    return switch (upTo(grows ? 3 : 2)) {
      case 0 -> new ServiceTime.Fixed(span);
      case 1 -> new ServiceTime.Uniform(span, span + chance.nextLong(1L << 40));
      case 2 -> new ServiceTime.Exponential(span);
      default -> new ServiceTime.Growing(span, chance.nextLong(1_000_000_000));
    };
  }

  private Stream stream(List<Stream> before) {
    IoOp op = any(List.of(IoOp.values()));
    boolean moves = op != IoOp.FSYNC;
    IoMode mode = moves && coin() ? IoMode.SG_IO : IoMode.DIRECT;
    boolean layer = mode == IoMode.DIRECT && moves && !above.isEmpty() && coin();
    return new Stream(
        "s" + names++, FIRST, layer ? Optional.of(above.getFirst().name()) : Optional.empty(), op,
        mode, moves ? 4096L * upTo(100) : 0,
        moves ? 4096 * (1 + upTo(255)) : 0, 1 + upTo(8), time(), moves ? 4096L * upTo(9) : 0,
        1 + upTo(9), time(), coin() ? Optional.of(time()) : Optional.empty(),
        mode == IoMode.SG_IO ? Optional.of(SimTime.ofMillis(1 + upTo(9_000))) : Optional.empty(),
        layer ? FailFast.NONE : new FailFast(coin(), coin(), coin()), coin(), when(before));
  }

  private When when(List<Stream> before) {
    return switch (upTo(before.isEmpty() ? 1 : 2)) {
      case 0 -> new When.At(time());
      case 1 -> new When.AfterKernelMessage(any(List.of("a: b", "[sda] \"x\"", "{")), time());
      default -> new When.AfterStream(any(before).label(), time());
    };
  }

  private FaultRule rule(List<Stream> workload) {
    Optional<FaultRule.LbaRange> lbas = Optional.empty();
    Fault fault = fault();
    if (fault instanceof Fault.MediumError || coin()) {
      long first = chance.nextLong(1_000);
      lbas = Optional.of(new FaultRule.LbaRange(first, first + upTo(1) * chance.nextLong(99)));
    }
    return new FaultRule(
        "f" + names++, fault, scope(),
        coin() ? OptionalInt.of(Opcode.READ_10.value()) : OptionalInt.empty(), lbas, upTo(9),
        coin() ? OptionalInt.of(1 + upTo(99)) : OptionalInt.empty(),
        coin() ? Optional.of(when(workload)) : Optional.empty(),
        Optional.of(new When.AfterKernelMessage("end of " + names, time())),
        coin() ? Optional.of(any(List.of(EhHook.values()))) : Optional.empty());
  }

  private Scope scope() {
    return any(
        List.of(
            new Scope.Machine(), new Scope.Host(0), new Scope.Bus(0, 0),
            new Scope.Target(0, 0, 0), new Scope.Lun(FIRST)));
  }

  private Fault fault() {
    return switch (upTo(6)) {
      case 0 -> new Fault.Mute();
      case 1 -> new Fault.Slow(serviceTime(true));
      case 2 -> new Fault.AnswersAfter(time().nanos());
      case 3 -> new Fault.MediumError();
      case 4 -> new Fault.QueuecommandReturns(MlqueueReturn.SCSI_MLQUEUE_TARGET_BUSY);
      case 5 -> new Fault.HookFails(any(List.of(EhHook.values())), time().nanos());
      default -> new Fault.Result(
          coin() ? HostByte.DID_ERROR : HostByte.DID_RESET, any(List.of(SamStatus.values())),
          coin() ? Optional.of(sense()) : Optional.empty(),
          any(List.of(Fault.Delivery.values())));
    };
  }

  private SenseData sense() {
    return new SenseData(
        SenseKey.of(upTo(15)), upTo(255), upTo(255), coin(), coin() ? -1 : upTo(1_000));
  }

  private Intervention intervention(
      Machine machine, List<Stream> workload, List<FaultRule> faults) {
    When when = when(workload);
    return switch (upTo(workload.isEmpty() || faults.isEmpty() ? 2 : 4)) {
      case 0 -> knob(machine, when);
      case 1 -> new Intervention.FaultStarts(when, rule(workload));
      case 2 -> new Intervention.WorkloadStarts(when, stream(workload));
      case 3 -> new Intervention.FaultEnds(when, any(faults).id());
      default -> new Intervention.WorkloadStops(when, any(workload).label());
    };
  }

  private Intervention knob(Machine machine, When when) {
    Knob knob =
        any(Arrays.stream(Knob.values()).filter(each -> each.setting().isEmpty()).toList());
    Scope scope =
        switch (knob.level()) {
          case MACHINE -> new Scope.Machine();
          case HOST -> new Scope.Host(machine.hosts().getLast().number());
          case LUN, TARGET -> new Scope.Lun(FIRST);
        };
    return new Intervention.KnobWritten(when, knob, scope, any(List.of("5", "off", "", "a\n")));
  }

  private SimTime time() {
    return SimTime.ofNanos(chance.nextLong(coin() ? 100 : 1L << 46));
  }

  private boolean coin() {
    return chance.nextLong(2) == 0;
  }

  private int upTo(int most) {
    return (int) chance.nextLong(most + 1L);
  }

  private <T> T any(List<T> all) {
    return all.get(upTo(all.size() - 1));
  }
}
