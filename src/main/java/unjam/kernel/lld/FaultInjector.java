package unjam.kernel.lld;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scenario.FaultRule;
import unjam.scsi.Cdb;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.Scope;
import unjam.trace.MachineFact;

/**
 * Which fault, if any, hits a command or a callback. Of the armed rules of one kind the first whose
 * place and command match decides; if it is used up, nothing happens.
 */
public final class FaultInjector {

  private final Kernel kernel;
  private final List<Armed> armed = new ArrayList<>();
  private final List<LinkListener> listeners = new ArrayList<>();
  private final List<Consumer<String>> whenEnded = new ArrayList<>();

  /** A rule that is in force, with what is left of it. */
  private static final class Armed {
    private final FaultRule rule;
    private final long since;
    private int toSkip;
    private int left;

    Armed(FaultRule rule, long since) {
      this.rule = rule;
      this.since = since;
      this.toSkip = rule.skip();
      this.left = rule.count().orElse(Integer.MAX_VALUE);
    }
  }

  /** A fault that hits, with how long its rule has been in force. */
  record Hit<F extends Fault>(F fault, FaultRule rule, long sinceNanos) {}

  public FaultInjector(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Tells {@code listener} of every way that is cut or there again. */
  void listen(LinkListener listener) {
    listeners.add(listener);
  }

  /** The rule is in force from now on. */
  public void arm(FaultRule rule) {
    armed.add(new Armed(rule, kernel.now()));
    kernel.noteScenario(
        Kernel.NONE,
        Kernel.NONE,
        new MachineFact.FaultBegan(rule.id(), rule.scope().toString(), kind(rule.fault())));
    if (rule.fault() instanceof Fault.LinkDown) {
      listeners.forEach(each -> each.linkDown(rule.scope()));
    }
  }

  /** Whether the way to this device is cut now. */
  boolean isLinkDown(ScsiDevice device) {
    return armed.stream()
        .anyMatch(
            entry ->
                entry.rule.fault() instanceof Fault.LinkDown
                    && entry.rule.scope().covers(device.at()));
  }

  /** The rule of this id is over. */
  public void disarm(String id, String why) {
    List<Armed> over = armed.stream().filter(entry -> entry.rule.id().equals(id)).toList();
    armed.removeAll(over);
    if (over.stream().anyMatch(entry -> entry.left > 0)) {
      kernel.noteScenario(
          Kernel.NONE, Kernel.NONE, new MachineFact.FaultEnded(id, why));
    }
    for (Armed entry : over) {
      if (entry.rule.fault() instanceof Fault.LinkDown) {
        listeners.forEach(each -> each.linkUp(entry.rule.scope()));
      }
    }
    if (!over.isEmpty()) {
      whenEnded.forEach(each -> each.accept(id));
    }
  }

  /** Runs with the id of each fault that is taken away. */
  void whenEnded(Consumer<String> then) {
    whenEnded.add(then);
  }

  /** A word for the kind of fault: its record's name. */
  private static String kind(Fault fault) {
    return switch (fault) {
      case Fault.Mute() -> "mute";
      case Fault.Holds() -> "hold";
      case Fault.SentLate late -> "sent_late";
      case Fault.Slow slow -> "slow";
      case Fault.AnswersAfter after -> "answers_after";
      case Fault.MediumError() -> "medium_error";
      case Fault.LinkDown() -> "link_down";
      case Fault.Result result -> "result";
      case Fault.QueuecommandReturns refusal -> "queuecommand_returns";
      case Fault.HookFails failure -> failure.hook().field() + " fails";
    };
  }

  /** The fault of this kind that hits this command, if any; a hit counts. */
  <F extends Fault> Optional<Hit<F>> hit(Class<F> kind, ScsiCmnd scmd) {
    return hit(kind, scmd.device(), scmd.cdb());
  }

  <F extends Fault> Optional<Hit<F>> hit(Class<F> kind, ScsiDevice device, Cdb cdb) {
    for (Armed entry : armed) {
      if (kind.isInstance(entry.rule.fault()) && matches(entry.rule, device, cdb)) {
        return use(entry)
            ? Optional.of(
                new Hit<>(
                    kind.cast(entry.rule.fault()), entry.rule, kernel.now() - entry.since))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The failure of this callback for this command, if any; a hit counts. */
  Optional<Fault.HookFails> hookFails(EhHook hook, ScsiCmnd scmd) {
    for (Armed entry : armed) {
      if (entry.rule.fault() instanceof Fault.HookFails failure
          && failure.hook() == hook
          && matches(entry.rule, scmd.device(), scmd.cdb())) {
        return use(entry) ? Optional.of(failure) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether the device answers nothing at all now, not even its firmware's task management. */
  boolean isMute(ScsiDevice device) {
    return armed.stream()
        .anyMatch(
            entry ->
                entry.rule.fault() instanceof Fault.Mute
                    && entry.rule.opcode().isEmpty()
                    && entry.rule.lbas().isEmpty()
                    && entry.left > 0
                    && entry.rule.scope().covers(device.at()));
  }

  /**
   * A callback worked: the faults that it cures are over.
   *
   * @param reached whether the callback reached any unit in this place
   */
  void cured(EhHook hook, Predicate<Scope> reached) {
    for (Armed entry : List.copyOf(armed)) {
      boolean cures = entry.rule.curedBy().map(by -> by == hook).orElse(false);
      if (cures && reached.test(entry.rule.scope())) {
        disarm(entry.rule.id(), hook.field());
      }
    }
  }

  private static boolean matches(FaultRule rule, ScsiDevice device, Cdb cdb) {
    return rule.scope().covers(device.at())
        && (rule.opcode().isEmpty() || rule.opcode().getAsInt() == cdb.opcode().value())
        && rule.lbas()
            .map(range -> cdb.blocks() > 0 && range.touches(cdb.lba(), cdb.blocks()))
            .orElse(true);
  }

  /** A rule that is used up stays: it goes on hiding those of its kind that come after it. */
  private boolean use(Armed entry) {
    if (entry.toSkip > 0) {
      entry.toSkip--;
      return false;
    }
    if (entry.left == 0) {
      return false;
    }
    if (entry.rule.count().isPresent()) {
      entry.left--;
      if (entry.left == 0) {
        kernel.noteScenario(
            Kernel.NONE,
            Kernel.NONE,
            new MachineFact.FaultEnded(entry.rule.id(), "it has hit as often as it may"));
      }
    }
    return true;
  }
}
