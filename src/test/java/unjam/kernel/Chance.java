package unjam.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import unjam.engine.Prng;
import unjam.engine.SimTime;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
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
 * Situations made up by chance on two hosts with two or three disks each: the same for the same
 * seed.
 */
final class Chance {

  /** Runs end here, whatever is still waiting. */
  static final int UNTIL_SECONDS = 240;

  private static final List<Opcode> OPCODES =
      List.of(
          Opcode.READ_10, Opcode.WRITE_10, Opcode.TEST_UNIT_READY, Opcode.SYNCHRONIZE_CACHE,
          Opcode.START_STOP, Opcode.REQUEST_SENSE, Opcode.INQUIRY);

  private static final List<String> SENSE =
      List.of(
          "0/00/00", "1/17/01", "2/04/01", "2/04/02", "2/04/0a", "2/3a/00", "3/11/00", "3/0c/00",
          "4/44/00", "5/20/00", "5/24/00", "6/28/00", "6/29/00", "6/3f/0e", "7/27/00", "7/27/07",
          "b/00/00", "b/2e/01", "f/55/0a");

  private final Prng chance;
  private final List<Hctl> disks = new ArrayList<>();
  private final List<String> streams = new ArrayList<>();
  private int names;

  private Chance(long seed) {
    chance = new Prng(seed);
  }

  static Scenarios scenario(long seed, String kernel) {
    return new Chance(seed).make(kernel);
  }

  private Scenarios make(String kernel) {
    Scenarios s = Scenarios.on(kernel, oneIn(3) ? "mpt3sas" : "scsi_debug").until(UNTIL_SECONDS);
    s.hz(any(List.of(100, 250, 300, 1000))).jiffies(chance.nextLong(1L << 32));
    if (oneIn(4)) {
      s.loggingLevel((int) chance.nextLong(1L << 30));
    }
    for (int host = 0; host < 2; host++) {
      int luns = 2 + upTo(1);
      for (int lun = 0; lun < luns; lun++) {
        Hctl at = new Hctl(host, 0, lun == 2 ? 1 : 0, lun == 2 ? 0 : lun);
        if (!at.equals(Hctl.parse("0:0:0:0"))) {
          s.disk(at.toString());
        }
        disks.add(at);
        disk(s);
      }
      host(s);
    }
    for (int i = upTo(3); i >= 0; i--) {
      stream(s);
    }
    for (int i = upTo(4); i >= 0; i--) {
      fault(s);
    }
    for (int i = upTo(4); i > 0; i--) {
      s.does(intervention());
    }
    return s;
  }

  private void disk(Scenarios s) {
    s.timeout(1 + upTo(6)).ehTimeout(1 + upTo(4)).retries(upTo(6) - 1).depth(1 + upTo(5));
    s.mediumTimeouts(upTo(3)).scheduler(oneIn(2) ? "none" : "mq-deadline");
    s.service(service(20));
    if (oneIn(3)) {
      s.allowRestart();
    }
    if (oneIn(5)) {
      s.removable();
    }
  }

  private void host(Scenarios s) {
    if (oneIn(3)) {
      s.deadline(upTo(20));
    }
    if (oneIn(3)) {
      s.without(any(List.of(EhHook.values())));
    }
    if (oneIn(4)) {
      s.takes(any(List.of(EhHook.values())), upTo(3_000));
    }
    if (oneIn(4)) {
      s.canQueue(1 + upTo(3));
    }
    if (oneIn(8)) {
      s.resetsTimers();
    }
    if (oneIn(3)) {
      s.skipsSettleDelay();
    }
  }

  private ServiceTime service(int mostMillis) {
    long most = 1_000_000L * (1 + upTo(mostMillis));
    return switch (upTo(2)) {
      case 0 -> new ServiceTime.Fixed(most);
      case 1 -> new ServiceTime.Uniform(most / 3, most);
      default -> new ServiceTime.Exponential(most);
    };
  }

  private void stream(Scenarios s) {
    String label = "s" + names++;
    s.with(stream(label));
    streams.add(label);
  }

  private Stream stream(String label) {
    IoOp op = any(List.of(IoOp.READ, IoOp.READ, IoOp.WRITE, IoOp.FSYNC));
    IoMode mode =
        switch (op) {
          case READ -> any(List.of(IoMode.values()));
          case WRITE -> any(List.of(IoMode.DIRECT, IoMode.BUFFERED, IoMode.SG_IO));
          default -> IoMode.DIRECT;
        };
    boolean moves = op != IoOp.FSYNC;
    boolean sgIo = mode == IoMode.SG_IO;
    When start = streams.isEmpty() || !oneIn(5) ? at(4_000) : after(any(streams));
    return new Stream(
        label, any(disks), op, mode, moves ? 4096L * upTo(40) : 0, moves ? 4096 << upTo(2) : 0,
        1 + upTo(3), SimTime.ofMillis(upTo(300)), moves ? 4096 : 0, 1 + upTo(6),
        SimTime.ofMillis(upTo(2_000)), Optional.empty(),
        sgIo && oneIn(2) ? Optional.of(SimTime.ofMillis(1 + upTo(9_000))) : Optional.empty(),
        oneIn(3) ? new FailFast(oneIn(2), oneIn(2), oneIn(2)) : FailFast.NONE, false, start);
  }

  private When after(String stream) {
    return new When.AfterStream(stream, SimTime.ofMillis(upTo(500)));
  }

  private When at(int mostMillis) {
    return Scenarios.moment(upTo(mostMillis));
  }

  private void fault(Scenarios s) {
    s.with(rule("f" + names++));
  }

  private FaultRule rule(String id) {
    Fault fault = fault();
    boolean range = fault instanceof Fault.MediumError || oneIn(6);
    return new FaultRule(
        id, fault, scope(),
        oneIn(3) ? OptionalInt.of(any(OPCODES).value()) : OptionalInt.empty(),
        range ? Optional.of(new FaultRule.LbaRange(8L * upTo(20), 400)) : Optional.empty(),
        upTo(3), oneIn(2) ? OptionalInt.of(1 + upTo(6)) : OptionalInt.empty(),
        oneIn(2) ? Optional.of(at(3_000)) : Optional.empty(),
        oneIn(2) ? Optional.of(Scenarios.moment(3_000 + upTo(60_000))) : Optional.empty(),
        oneIn(3) ? Optional.of(any(List.of(EhHook.values()))) : Optional.empty());
  }

  private Scope scope() {
    Hctl at = any(disks);
    return switch (upTo(6)) {
      case 0 -> new Scope.Machine();
      case 1 -> new Scope.Host(at.host());
      case 2 -> new Scope.Bus(at.host(), at.channel());
      case 3 -> new Scope.Target(at.host(), at.channel(), at.target());
      default -> new Scope.Lun(at);
    };
  }

  private Fault fault() {
    return switch (upTo(10)) {
      case 0, 1, 2 -> new Fault.Mute();
      case 3 -> new Fault.AnswersAfter(1_000_000L * (500 + upTo(9_000)));
      case 4, 5 ->
          new Fault.HookFails(any(List.of(EhHook.values())), 1_000_000L * upTo(2_000));
      case 6 -> new Fault.QueuecommandReturns(any(List.of(MlqueueReturn.SCSI_MLQUEUE_HOST_BUSY,
          MlqueueReturn.SCSI_MLQUEUE_DEVICE_BUSY, MlqueueReturn.SCSI_MLQUEUE_TARGET_BUSY)));
      case 7 -> new Fault.MediumError();
      case 8 ->
          new Fault.Slow(
              oneIn(3) ? new ServiceTime.Growing(0, 50_000_000) : service(2_000));
      default -> result();
    };
  }

  private Fault result() {
    Fault.Delivery delivery = any(List.of(Fault.Delivery.values()));
    return switch (upTo(2)) {
      case 0 ->
          new Fault.Result(
              any(List.of(HostByte.DID_NO_CONNECT, HostByte.DID_BUS_BUSY, HostByte.DID_TIME_OUT,
                  HostByte.DID_ABORT, HostByte.DID_ERROR, HostByte.DID_RESET,
                  HostByte.DID_BAD_INTR, HostByte.DID_SOFT_ERROR, HostByte.DID_IMM_RETRY,
                  HostByte.DID_REQUEUE, HostByte.DID_TRANSPORT_DISRUPTED)),
              SamStatus.GOOD, Optional.empty(), delivery);
      case 1 ->
          new Fault.Result(
              HostByte.DID_OK, any(List.of(SamStatus.values())), Optional.empty(), delivery);
      default ->
          new Fault.Result(
              HostByte.DID_OK, SamStatus.CHECK_CONDITION,
              Optional.of(SenseData.parse(any(SENSE))), delivery);
    };
  }

  private Intervention intervention() {
    When when =
        oneIn(6)
            ? new When.AfterKernelMessage("sd", SimTime.ofMillis(upTo(50)))
            : at(30_000);
    Scope disk = new Scope.Lun(any(disks));
    String number = Integer.toString(upTo(12) - 1);
    return switch (upTo(9)) {
      case 0 -> new Intervention.FaultStarts(when, rule("f" + names++));
      case 1 -> new Intervention.WorkloadStarts(when, stream("s" + names++));
      case 2 -> new Intervention.WorkloadStops(when, any(streams));
      case 3 -> new Intervention.KnobWritten(when, Knob.STATE, disk, "offline");
      case 4 -> new Intervention.KnobWritten(when, Knob.STATE, disk, "running");
      case 5 ->
          new Intervention.KnobWritten(
              when, Knob.EH_DEADLINE, new Scope.Host(upTo(1)), oneIn(3) ? "off" : number);
      default ->
          new Intervention.KnobWritten(
              when,
              any(List.of(Knob.TIMEOUT, Knob.EH_TIMEOUT, Knob.QUEUE_DEPTH, Knob.MAX_RETRIES,
                  Knob.MAX_MEDIUM_ACCESS_TIMEOUTS, Knob.ALLOW_RESTART)),
              disk, number);
    };
  }

  /** True once in so many cases. */
  private boolean oneIn(int cases) {
    return upTo(cases - 1) == 0;
  }

  private int upTo(int most) {
    return (int) chance.nextLong(most + 1L);
  }

  private <T> T any(List<T> things) {
    return things.get(upTo(things.size() - 1));
  }
}
