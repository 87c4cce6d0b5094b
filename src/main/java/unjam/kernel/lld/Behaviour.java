package unjam.kernel.lld;

import java.util.Optional;
import java.util.function.Consumer;
import unjam.engine.Prng;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scsi.Cdb;
import unjam.scsi.Fault;
import unjam.scsi.SamStatus;
import unjam.scsi.ScsiResult;
import unjam.scsi.SenseData;

/** How a disk answers that is not driven directly but stands behind a target. */
public final class Behaviour {

  private final FaultInjector faults;
  private final LogicalUnit unit;

  public Behaviour(FaultInjector faults, ScsiDevice device, Prng prng) {
    this.faults = faults;
    this.unit = new LogicalUnit(device, prng);
  }

  /** An answer. */
  public record Result(ScsiResult result, Optional<SenseData> sense) {
    public static final Result GOOD = new Result(ScsiResult.GOOD, Optional.empty());
  }

  /**
   * What will become of a command.
   *
   * @param heldBy id of the fault that keeps it until the fault ends; empty if nothing does
   * @param nanos when the answer comes
   * @param result the answer
   */
  public record Plan(Optional<String> heldBy, long nanos, Result result) {}

  /** Decides about a command that the disk is given now. */
  public Plan plan(ScsiCmnd scmd, Cdb cdb) {
    var mute = faults.hit(Fault.Mute.class, scmd.device(), cdb);
    if (mute.isPresent()) {
      return new Plan(Optional.of(mute.get().rule().id()), 0, Result.GOOD);
    }
    var held = faults.hit(Fault.Holds.class, scmd.device(), cdb);
    if (held.isPresent()) {
      return new Plan(Optional.of(held.get().rule().id()), 0, Result.GOOD);
    }
    long nanos =
        serviceNanos()
            + faults.hit(Fault.Slow.class, scmd.device(), cdb)
                .map(hit -> unit.sample(hit.fault().extra(), hit.sinceNanos()))
                .orElse(0L);
    var after = faults.hit(Fault.AnswersAfter.class, scmd.device(), cdb);
    return new Plan(
        Optional.empty(), after.map(hit -> hit.fault().nanos()).orElse(nanos), result(scmd, cdb));
  }

  private Result result(ScsiCmnd scmd, Cdb cdb) {
    var made = faults.hit(Fault.Result.class, scmd.device(), cdb);
    if (made.isPresent()) {
      Fault.Result fault = made.get().fault();
      return new Result(ScsiResult.of(fault.host(), fault.status()), fault.sense());
    }
    return faults.hit(Fault.MediumError.class, scmd.device(), cdb)
        .map(
            hit ->
                new Result(
                    ScsiResult.of(SamStatus.CHECK_CONDITION),
                    Optional.of(Lld.mediumError(cdb, hit.rule()))))
        .orElse(Result.GOOD);
  }

  /** A healthy answer takes so long now. */
  public long serviceNanos() {
    return unit.serviceNanos();
  }

  /** Runs with the id of each fault that ends. */
  public void whenFaultEnds(Consumer<String> then) {
    faults.whenEnded(then);
  }

  /** Ticks that a worker is late with sending a command, if it is. */
  public static int ticksLate(FaultInjector faults, ScsiCmnd scmd) {
    return faults.hit(Fault.SentLate.class, scmd.device(), scmd.cdb())
        .map(hit -> hit.fault().ticks())
        .orElse(0);
  }
}
