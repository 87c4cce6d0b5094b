package unjam.kernel.lio;

import java.util.ArrayList;
import java.util.List;
import unjam.kernel.core.Kernel;
import unjam.kernel.lld.Behaviour;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.TargetFact;

/**
 * The block device behind one logical unit (drivers/target/target_core_iblock.c). What it was given
 * cannot be taken back: it answers when it answers.
 */
final class Backstore {

  private final Kernel kernel;
  private final Behaviour disk;
  private final List<Held> held = new ArrayList<>();

  /** What is kept, by which fault, and what becomes of it in the end. */
  private record Held(TargetCommand command, String fault, Answer answer) {}

  /** What to do with the disk's answer. */
  interface Answer {
    void of(Behaviour.Result result);
  }

  Backstore(Kernel kernel, Behaviour disk) {
    this.kernel = kernel;
    this.disk = disk;
    disk.whenFaultEnds(this::release);
  }

  void submit(TargetCommand command, Answer answer) {
    note(KernelFunction.IBLOCK_EXECUTE_RW, command, new TargetFact.BackstoreAsked(command.tag()));
    Behaviour.Plan plan = disk.plan(command.scmd(), command.cdb());
    note(
        KernelFunction.DM_SUBMIT_BIO,
        command,
        new TargetFact.BioSubmitted(command.tag(), plan.heldBy().isPresent()));
    if (plan.heldBy().isPresent()) {
      held.add(new Held(command, plan.heldBy().get(), answer));
    } else {
      kernel.after(
          plan.nanos(), ExecContext.SOFTIRQ, () -> ended(command, plan.result(), answer));
    }
  }

  /** The disk goes on with what this fault had held. */
  private void release(String fault) {
    List<Held> over = held.stream().filter(each -> each.fault().equals(fault)).toList();
    held.removeAll(over);
    for (Held each : over) {
      kernel.after(
          disk.serviceNanos(),
          ExecContext.SOFTIRQ,
          () -> ended(each.command(), Behaviour.Result.GOOD, each.answer()));
    }
  }

  private void ended(TargetCommand command, Behaviour.Result result, Answer answer) {
    note(
        KernelFunction.IBLOCK_BIO_DONE,
        command,
        new TargetFact.BioEnded(command.tag(), !command.answerWanted()));
    answer.of(result);
    command.end();
  }

  private void note(KernelFunction in, TargetCommand command, Fact fact) {
    ScsiDevice unit = command.unit();
    kernel.note(in, command.id(), unit.index(), unit.host().number(), fact);
  }
}
