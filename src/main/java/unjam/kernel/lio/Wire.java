package unjam.kernel.lio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import unjam.kernel.core.Kernel;
import unjam.trace.ExecContext;

/**
 * The network between the two machines. What is sent while it is cut is not lost: TCP sends it
 * again once the way is there, and whoever has closed the connection by then does not take it.
 */
final class Wire {

  private final Kernel kernel;
  private final IntPredicate cut;
  private final List<Packet> kept = new ArrayList<>();

  private record Packet(int host, ExecContext who, Runnable arrival) {}

  /**
   * A network.
   *
   * @param cut whether the way to the initiator's host of this number is cut
   */
  Wire(Kernel kernel, IntPredicate cut) {
    this.kernel = kernel;
    this.cut = cut;
  }

  boolean isCut(int host) {
    return host >= 0 && cut.test(host);
  }

  /** Lets {@code arrival} happen as {@code who} when the packet has come over. */
  void carry(int host, ExecContext who, Runnable arrival) {
    if (isCut(host)) {
      kept.add(new Packet(host, who, arrival));
    } else {
      kernel.after(Lio.WIRE, who, arrival);
    }
  }

  /** Some way is there again. */
  void mended() {
    List<Packet> again = kept.stream().filter(each -> !cut.test(each.host())).toList();
    kept.removeAll(again);
    again.forEach(each -> kernel.after(Lio.WIRE, each.who(), each.arrival()));
  }
}
