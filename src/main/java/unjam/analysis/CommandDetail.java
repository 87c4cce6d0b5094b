package unjam.analysis;

import java.util.Optional;
import unjam.projection.CommandView;
import unjam.projection.EhCall;
import unjam.projection.EhView;
import unjam.scsi.Cdb;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.HostByte;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact;
import unjam.trace.Trace;

/**
 * What a command's own events say about it at an instant, beyond its state.
 *
 * @param deciding its answer is being judged right now
 * @param verdict the verdict on its last answer, since it was last sent or turned away
 * @param hostByte the host byte of its result, if anybody has set it since then
 * @param setBy who has
 * @param borrowed the CDB of the error handler's own that goes in its place
 */
public record CommandDetail(
    boolean deciding,
    Optional<Disposition> verdict,
    Optional<HostByte> hostByte,
    SetBy setBy,
    Optional<Cdb> borrowed) {

  /** Who has had a say about the host byte of a result. */
  public enum SetBy {
    NOBODY,
    /** The driver, with the answer. */
    ANSWER,
    /** The worker whose abort worked (drivers/scsi/scsi_error.c: scmd_eh_abort_handler). */
    ABORT_THAT_WORKED,
    /** An abort that fails sets none. */
    ABORT_THAT_FAILED,
    /** The timeout, no abort being left (drivers/scsi/scsi_error.c: scsi_timeout). */
    TIMEOUT
  }

  /**
   * Reads what is known of a command that is alive.
   *
   * @param eh its host's error handler
   * @param seq the last event that has happened
   */
  public static CommandDetail of(
      Trace trace, CommandEvents events, CommandView command, EhView eh, int seq) {
    return new Reader(trace, events, command).read(eh, seq);
  }

  /**
   * How long a command may take with all its retries, in nanoseconds; -1 for ever
   * (drivers/scsi/scsi_lib.c: scsi_cmd_runtime_exceeced). Nobody looks at it but a completion.
   */
  public static long runtimeLimit(CommandView command) {
    return command.allowed() < 0 ? -1 : (command.allowed() + 1) * command.timeout();
  }

  /** Goes back over the events since the command was last sent. */
  private static final class Reader {
    private final Trace trace;
    private final CommandEvents events;
    private final CommandView command;
    private boolean deciding;
    private Optional<Disposition> verdict = Optional.empty();
    private Optional<SetBy> setBy = Optional.empty();
    private boolean over;

    Reader(Trace trace, CommandEvents events, CommandView command) {
      this.trace = trace;
      this.events = events;
      this.command = command;
    }

    CommandDetail read(EhView eh, int seq) {
      int at = events.lastUntil(command.id(), seq);
      while (at >= 0 && !over) {
        note(at, trace.fact(at));
        at = events.lastUntil(command.id(), at - 1);
      }
      SetBy by = setBy.orElse(SetBy.NOBODY);
      return new CommandDetail(deciding, verdict, hostByte(by), by, borrowed(eh));
    }

    private void note(int seq, Fact fact) {
      if (fact instanceof BlockFact.RequestStarted
          || fact instanceof MidLayerFact.Prepared
          || fact instanceof BlockFact.Refused) {
        over = true;
      } else if (trace.function(seq) == KernelFunction.SCSI_DECIDE_DISPOSITION) {
        judged(fact);
      } else if (fact instanceof MidLayerFact.QueueInserted) {
        said(SetBy.NOBODY);
      } else if (fact instanceof MidLayerFact.Done done && !done.borrowed() && isItsOwn(seq)) {
        said(SetBy.ANSWER);
      } else if (fact instanceof EhFact.EhAdded) {
        handedOver(seq);
      } else if (fact instanceof CallFact.Returned returned
          && returned.value() == Disposition.SUCCESS
          && trace.fact(returned.call()) instanceof EhFact.HookCalled called
          && called.hook() == EhHook.EH_ABORT_HANDLER
          && command.cdb().equals(Optional.of(called.of()))) {
        said(SetBy.ABORT_THAT_WORKED);
      }
    }

    private void judged(Fact fact) {
      if (fact instanceof CallFact.Returned returned
          && returned.value() instanceof Disposition said) {
        verdict = verdict.or(() -> Optional.of(said));
      } else if (fact instanceof CallFact.Entered && verdict.isEmpty()) {
        deciding = true;
      }
    }

    /** A late answer to a command that is claimed already sets nothing. */
    private boolean isItsOwn(int seq) {
      int next = events.after(command.id(), seq);
      return next < 0 || !(trace.fact(next) instanceof MidLayerFact.LateCompletionDropped);
    }

    private void handedOver(int seq) {
      KernelFunction by = trace.cause(seq) < 0
          ? KernelFunction.SCENARIO
          : trace.function(trace.cause(seq));
      if (by == KernelFunction.SCSI_TIMEOUT) {
        said(SetBy.TIMEOUT);
      } else if (trace.context(seq).equals(ExecContext.abortWork(command.host()))
          && setBy.isEmpty()) {
        // An abort that worked but came too late says so further back.
        aborted(seq);
      }
    }

    private void aborted(int seq) {
      int at = events.lastUntil(command.id(), seq - 1);
      while (at >= 0 && trace.context(at).equals(trace.context(seq)) && setBy.isEmpty()) {
        note(at, trace.fact(at));
        at = events.lastUntil(command.id(), at - 1);
      }
      said(SetBy.ABORT_THAT_FAILED);
    }

    private void said(SetBy by) {
      setBy = setBy.or(() -> Optional.of(by));
    }

    private Optional<HostByte> hostByte(SetBy by) {
      return switch (by) {
        case NOBODY -> Optional.empty();
        case ANSWER -> command.result().map(each -> each.host());
        case ABORT_THAT_WORKED, TIMEOUT -> Optional.of(HostByte.DID_TIME_OUT);
        case ABORT_THAT_FAILED -> Optional.of(HostByte.DID_OK);
      };
    }

    private Optional<Cdb> borrowed(EhView eh) {
      if (eh.command() != command.id()) {
        return Optional.empty();
      }
      Optional<Cdb> sent = Optional.empty();
      for (EhCall call : eh.calls()) {
        if (call.seq() < trace.size()
            && trace.fact(call.seq()) instanceof EhFact.EhCommandSent command) {
          sent = Optional.of(command.cdb());
        }
      }
      return sent;
    }
  }
}
