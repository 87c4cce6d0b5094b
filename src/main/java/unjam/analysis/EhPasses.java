package unjam.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext.Kind;
import unjam.trace.Fact;
import unjam.trace.MachineFact;
import unjam.trace.Trace;

/** Every recovery of every host: an index over a trace, built once. */
public final class EhPasses {

  private final List<EhPass> all = new ArrayList<>();

  private EhPasses() {}

  /** What is known of a recovery that still goes on. */
  private static final class Open {
    final int host;
    final int shutSeq;
    final List<RungTry> tries = new ArrayList<>();
    @Nullable RungTry now;

    Open(int host, int shutSeq) {
      this.host = host;
      this.shutSeq = shutSeq;
    }

    void begin(@Nullable RungTry next, long nanos) {
      RungTry before = now;
      if (before != null) {
        tries.add(
            new RungTry(
                before.rung(), before.device(), before.seq(), before.start(),
                before.answerSeq(), before.answered(), before.answer(), before.cured(), nanos));
      }
      now = next;
    }
  }

  public static EhPasses of(Trace trace) {
    EhPasses passes = new EhPasses();
    TreeMap<Integer, Open> open = new TreeMap<>();
    for (int seq = 0; seq < trace.size(); seq++) {
      Fact fact = trace.fact(seq);
      int host = trace.host(seq);
      if (fact instanceof MachineFact.HostStateSet set) {
        if (set.next().inRecovery() && !open.containsKey(host)) {
          open.put(host, new Open(host, seq));
        } else if (!set.next().inRecovery()) {
          passes.close(trace, open.remove(host), seq);
        }
      } else if (open.get(host) instanceof Open pass) {
        note(trace, seq, fact, pass);
      }
    }
    open.values().forEach(each -> passes.close(trace, each, trace.size()));
    return passes;
  }

  private static void note(Trace trace, int seq, Fact fact, Open pass) {
    RungTry now = pass.now;
    if (fact instanceof EhFact.HookCalled called && trace.context(seq).kind() == Kind.SCSI_EH) {
      Rung.of(called.hook()).ifPresent(rung -> pass.begin(begun(trace, seq, rung),
          trace.nanos(seq)));
    } else if (fact instanceof EhFact.StartUnitBegan && now == null && pass.tries.isEmpty()) {
      pass.begin(begun(trace, seq, Rung.START_UNIT), trace.nanos(seq));
    } else if (fact instanceof EhFact.Offlined) {
      pass.begin(begun(trace, seq, Rung.OFFLINE), trace.nanos(seq));
    } else if (own(fact) instanceof Rung rung) {
      pass.begin(begun(trace, seq, rung), trace.nanos(seq));
    } else if (fact instanceof CallFact.Returned returned && now != null
        && returned.call() == now.seq()) {
      pass.now =
          new RungTry(
              now.rung(), now.device(), now.seq(), now.start(), seq, trace.nanos(seq),
              Optional.of(returned.value()), now.cured(), -1);
    } else if (fact instanceof EhFact.EhFinished && now != null) {
      pass.now =
          new RungTry(
              now.rung(), now.device(), now.seq(), now.start(), now.answerSeq(),
              now.answered(), now.answer(), now.cured() + 1, -1);
    } else if (fact instanceof EhFact.FlushBegan) {
      pass.begin(null, trace.nanos(seq));
    }
  }

  /** A step of libata's own, if this fact begins one. */
  private static @Nullable Rung own(Fact fact) {
    if (fact instanceof EhFact.AutopsyMade) {
      return Rung.AUTOPSY;
    }
    if (fact instanceof EhFact.LinkResetCalled) {
      return Rung.LINK_RESET;
    }
    if (fact instanceof EhFact.Revalidated) {
      return Rung.REVALIDATE;
    }
    return fact instanceof EhFact.DeviceDisabled ? Rung.DISABLE : null;
  }

  private static RungTry begun(Trace trace, int seq, Rung rung) {
    return new RungTry(
        rung, trace.device(seq), seq, trace.nanos(seq), -1, -1, Optional.empty(), 0, -1);
  }

  private void close(Trace trace, @Nullable Open pass, int seq) {
    if (pass == null) {
      return;
    }
    long end = seq < trace.size() ? trace.nanos(seq) : trace.endNanos();
    pass.begin(null, end);
    all.add(
        new EhPass(pass.host, pass.shutSeq, seq, trace.nanos(pass.shutSeq), end, pass.tries));
  }

  /** All of them, in the order in which they ended. */
  public List<EhPass> all() {
    return List.copyOf(all);
  }

  /** The recovery that a host is in after an event. */
  public Optional<EhPass> at(int host, int seq) {
    return all.stream()
        .filter(each -> each.host() == host && each.shutSeq() <= seq && seq < each.openSeq())
        .findFirst();
  }

  /** The last recovery of a host that had begun after an event, over or not. */
  public Optional<EhPass> lastBegun(int host, int seq) {
    return all.stream()
        .filter(each -> each.host() == host && each.shutSeq() <= seq)
        .reduce((first, second) -> second);
  }
}
