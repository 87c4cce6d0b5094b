package unjam.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import unjam.catalog.Catalog;
import unjam.engine.SimTime;
import unjam.kernel.Parts.DiskPart;
import unjam.kernel.Parts.FaultPart;
import unjam.kernel.Parts.HostPart;
import unjam.kernel.Parts.StreamPart;
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
import unjam.scsi.SenseData;
import unjam.scsi.ServiceTime;

/**
 * Puts a situation together in a few words. It begins with one host of the emulated disk's driver,
 * one disk 0:0:0:0 that answers in 4 ms, a tick of 4 ms and a tick counter whose wheel slots lie at
 * multiples from zero. Words about a disk, a stream or a fault mean the one named last.
 */
final class Scenarios {

  /** A multiple of every slot of the timer wheel that the tests reach. */
  static final long ALIGNED_JIFFIES = 1L << 24;

  static final Catalog CATALOG = Catalog.ofClassPath();

  private final String kernel;
  private final String driver;
  private final List<HostPart> hosts = new ArrayList<>();
  private final List<DiskPart> disks = new ArrayList<>();
  private final List<StreamPart> streams = new ArrayList<>();
  private final List<FaultPart> faults = new ArrayList<>();
  private final List<Stream> givenStreams = new ArrayList<>();
  private final List<FaultRule> givenFaults = new ArrayList<>();
  private final List<Intervention> interventions = new ArrayList<>();
  private int hz = 250;
  private long jiffies = ALIGNED_JIFFIES;
  private int loggingLevel;
  private SimTime until = SimTime.ofSeconds(2_000);

  private Scenarios(String kernel, String driver) {
    this.kernel = kernel;
    this.driver = driver;
  }

  /** One host with the emulated disk on it, on this kernel. */
  static Scenarios on(String kernel) {
    return on(kernel, "scsi_debug");
  }

  static Scenarios on(String kernel, String driver) {
    return new Scenarios(kernel, driver).disk("0:0:0:0");
  }

  // The machine.

  Scenarios hz(int ticks) {
    hz = ticks;
    return this;
  }

  /** The tick counter at time zero. */
  Scenarios jiffies(long atZero) {
    jiffies = atZero;
    return this;
  }

  Scenarios loggingLevel(int level) {
    loggingLevel = level;
    return this;
  }

  Scenarios until(long seconds) {
    until = SimTime.ofSeconds(seconds);
    return this;
  }

  /** A further disk, on a further host if the address says so. */
  Scenarios disk(String address) {
    Hctl at = Hctl.parse(address);
    while (hosts.size() <= at.host()) {
      hosts.add(new HostPart(CATALOG.driver(driver, kernel).orElseThrow()));
    }
    disks.add(new DiskPart(at, "sd" + (char) ('a' + disks.size())));
    return this;
  }

  private Scenarios disk(Consumer<DiskPart> change) {
    change.accept(disks.getLast());
    return this;
  }

  private Scenarios host(Consumer<HostPart> change) {
    change.accept(hosts.get(disks.getLast().at.host()));
    return this;
  }

  Scenarios timeout(int seconds) {
    return disk(d -> d.timeout = seconds);
  }

  Scenarios ehTimeout(int seconds) {
    return disk(d -> d.ehTimeout = seconds);
  }

  Scenarios retries(int most) {
    return disk(d -> d.retries = most);
  }

  Scenarios depth(int commands) {
    return disk(d -> d.depth = commands);
  }

  Scenarios service(ServiceTime service) {
    return disk(d -> d.service = service);
  }

  Scenarios scheduler(String name) {
    return disk(d -> d.scheduler = name);
  }

  Scenarios mediumTimeouts(int most) {
    return disk(d -> d.mediumTimeouts = most);
  }

  Scenarios allowRestart() {
    return disk(d -> d.allowRestart = true);
  }

  Scenarios removable() {
    return disk(d -> d.removable = true);
  }

  Scenarios deadline(int seconds) {
    return host(h -> h.deadline = Optional.of(seconds));
  }

  /** The host's driver lacks these callbacks. */
  Scenarios without(EhHook... missing) {
    return host(h -> h.hooks.keySet().removeAll(List.of(missing)));
  }

  /** A callback works this long before it says SUCCESS. */
  Scenarios takes(EhHook hook, long millis) {
    LldProfile.Hook cost =
        new LldProfile.Hook(
            SimTime.ofMillis(millis), Optional.empty(), LldProfile.OnTmTimeout.FAIL, false,
            true);
    return host(h -> h.hooks.put(hook, cost));
  }

  Scenarios canQueue(int commands) {
    return host(h -> h.canQueue = commands);
  }

  /** The driver answers every timeout with "give it more time". */
  Scenarios resetsTimers() {
    return host(h -> h.timedOut = LldProfile.TimedOut.RESET_TIMER);
  }

  Scenarios skipsSettleDelay() {
    return host(h -> h.skipsSettleDelay = true);
  }

  // What applications do.

  /** One 4 KiB read at time zero. */
  Scenarios read(String label) {
    return io(label, IoOp.READ, IoMode.DIRECT);
  }

  Scenarios write(String label) {
    return io(label, IoOp.WRITE, IoMode.DIRECT);
  }

  Scenarios fsync(String label) {
    return io(label, IoOp.FSYNC, IoMode.DIRECT);
  }

  Scenarios io(String label, IoOp op, IoMode mode) {
    streams.add(new StreamPart(label, disks.getLast().at, op, mode));
    return this;
  }

  private Scenarios stream(Consumer<StreamPart> change) {
    change.accept(streams.getLast());
    return this;
  }

  Scenarios at(long millis) {
    return stream(s -> s.start = moment(millis));
  }

  Scenarios after(String stream, long plusMillis) {
    return stream(s -> s.start = new When.AfterStream(stream, SimTime.ofMillis(plusMillis)));
  }

  Scenarios blocks(long lba, int count) {
    return stream(
        s -> {
          s.offset = lba * 512;
          s.length = count * 512;
        });
  }

  Scenarios threads(int count, long staggerMillis) {
    return stream(
        s -> {
          s.threads = count;
          s.staggerMillis = staggerMillis;
        });
  }

  Scenarios repeat(int times, long gapMillis) {
    return stream(
        s -> {
          s.repeat = times;
          s.gapMillis = gapMillis;
        });
  }

  Scenarios failFast(FailFast bits) {
    return stream(s -> s.failFast = bits);
  }

  Scenarios sgioTimeout(long millis) {
    return stream(s -> s.sgioTimeout = Optional.of(SimTime.ofMillis(millis)));
  }

  // What goes wrong.

  /** Something goes wrong on the disk, for ever and for every command unless said otherwise. */
  Scenarios fault(Fault fault) {
    return fault(fault, new Scope.Lun(disks.getLast().at));
  }

  Scenarios fault(Fault fault, Scope scope) {
    faults.add(new FaultPart("fault" + (faults.size() + 1), fault, scope));
    return this;
  }

  Scenarios mute() {
    return fault(new Fault.Mute());
  }

  Scenarios fails(EhHook... hooks) {
    for (EhHook hook : hooks) {
      fault(new Fault.HookFails(hook, 0));
    }
    return this;
  }

  Scenarios sense(String keyAscAscq) {
    return result(
        HostByte.DID_OK, SamStatus.CHECK_CONDITION, Optional.of(SenseData.parse(keyAscAscq)));
  }

  Scenarios status(SamStatus status) {
    return result(HostByte.DID_OK, status, Optional.empty());
  }

  Scenarios hostByte(HostByte host) {
    return result(host, SamStatus.GOOD, Optional.empty());
  }

  private Scenarios result(HostByte host, SamStatus status, Optional<SenseData> sense) {
    return fault(new Fault.Result(host, status, sense, Fault.Delivery.HARD_IRQ));
  }

  Scenarios refuses(MlqueueReturn value) {
    return fault(new Fault.QueuecommandReturns(value));
  }

  Scenarios answersAfter(long millis) {
    return fault(new Fault.AnswersAfter(millis * 1_000_000));
  }

  /** A stream that is ready made. */
  Scenarios with(Stream stream) {
    givenStreams.add(stream);
    return this;
  }

  /** A fault that is ready made. */
  Scenarios with(FaultRule rule) {
    givenFaults.add(rule);
    return this;
  }

  private Scenarios rule(Consumer<FaultPart> change) {
    change.accept(faults.getLast());
    return this;
  }

  /** Only this many commands are hit. */
  Scenarios times(int count) {
    return rule(f -> f.count = OptionalInt.of(count));
  }

  /** So many matching commands pass first. */
  Scenarios skip(int count) {
    return rule(f -> f.skip = count);
  }

  Scenarios only(Opcode opcode) {
    return rule(f -> f.opcode = OptionalInt.of(opcode.value()));
  }

  Scenarios onBlocks(long first, long last) {
    return rule(f -> f.lbas = Optional.of(new FaultRule.LbaRange(first, last)));
  }

  Scenarios during(long fromMillis, long untilMillis) {
    return rule(
        f -> {
          f.from = Optional.of(moment(fromMillis));
          f.until = Optional.of(moment(untilMillis));
        });
  }

  Scenarios curedBy(EhHook hook) {
    return rule(f -> f.curedBy = Optional.of(hook));
  }

  // What an administrator does.

  Scenarios writes(long millis, Knob knob, String value) {
    Hctl at = disks.getLast().at;
    Scope scope =
        switch (knob.level()) {
          case LUN, TARGET -> new Scope.Lun(at);
          case HOST -> new Scope.Host(at.host());
          case MACHINE -> new Scope.Machine();
        };
    return does(new Intervention.KnobWritten(moment(millis), knob, scope, value));
  }

  Scenarios does(Intervention intervention) {
    interventions.add(intervention);
    return this;
  }

  static When moment(long millis) {
    return new When.At(SimTime.ofMillis(millis));
  }

  Scenario build() {
    List<Machine.Host> built = new ArrayList<>();
    for (int number = 0; number < hosts.size(); number++) {
      int host = number;
      List<Disk> own =
          disks.stream().filter(d -> d.at.host() == host).map(DiskPart::build).toList();
      built.add(hosts.get(number).build(number, own));
    }
    return new Scenario(
        "story", "A story", CATALOG.kernel(kernel).orElseThrow(), 1, until,
        Scenario.Limits.DEFAULT, new Machine(hz, 2, jiffies, loggingLevel, built),
        joined(streams, StreamPart::build, givenStreams),
        joined(faults, FaultPart::build, givenFaults), interventions);
  }

  private static <P, T> List<T> joined(List<P> parts, Function<P, T> build, List<T> given) {
    List<T> all = new ArrayList<>(given);
    parts.forEach(part -> all.add(build.apply(part)));
    return all;
  }

  /** Runs it, and holds the run against everything that must hold in every run. */
  Story run() {
    return Story.of(build());
  }
}
