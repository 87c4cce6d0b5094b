package unjam.kernel.lio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import unjam.kernel.core.Kernel;
import unjam.kernel.lld.Behaviour;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.TargetFact;

/** The target machine with one portal, its sessions and its backstores. */
public final class Lio {

  /** What a packet takes from one machine to the other, in nanoseconds. */
  public static final long WIRE = 40_000;
  /** Where it listens. */
  public static final String PORTAL = "10.0.0.2:3260";

  /** Asking which targets there are, to the end of that connection. */
  private static final long DISCOVERY = 200_000_000;

  private final Kernel kernel;
  private final Wire wire;
  private final Portal portal;
  private final Map<ScsiDevice, Backstore> backstores = new LinkedHashMap<>();
  private final Map<Integer, TargetConnection> sessions = new LinkedHashMap<>();
  private int connections;

  /**
   * A target machine.
   *
   * @param cut whether the way to the initiator's host of this number is cut
   */
  public Lio(Kernel kernel, IntPredicate cut) {
    this.kernel = kernel;
    this.wire = new Wire(kernel, cut);
    this.portal = new Portal(kernel, this);
  }

  /** The block device behind a logical unit. */
  public void add(ScsiDevice unit, Behaviour disk) {
    backstores.put(unit, new Backstore(kernel, disk));
  }

  Backstore backstore(ScsiDevice unit) {
    Backstore backstore = backstores.get(unit);
    if (backstore == null) {
      throw new IllegalStateException("there is no backstore behind " + unit);
    }
    return backstore;
  }

  /** A connection that is there from the beginning; it is described, not made. */
  public TargetConnection established(Initiator initiator) {
    TargetConnection connection =
        new TargetConnection(kernel, this, ++connections, initiator);
    sessions.put(initiator.host(), connection);
    kernel.noteScenario(
        Kernel.NONE, initiator.host(), new TargetFact.ConnectionOpened(connection.number()));
    return connection;
  }

  /** Somebody connects to the portal. */
  public void connect(Login login) {
    wire.carry(login.host(), ExecContext.TARGET_LOGIN, () -> arrive(login));
  }

  /** Nobody asks again for a connection that was given up meanwhile. */
  private void arrive(Login login) {
    if (!login.isGivenUp()) {
      portal.arrive(login);
    }
  }

  Wire wire() {
    return wire;
  }

  /** Who only asked has the answer, and the connection for it is taken down again. */
  void discover(Login login) {
    login.answer();
    int connection = ++connections;
    kernel.after(
        DISCOVERY,
        ExecContext.ofHost(ExecContext.Kind.TARGET_RX, Kernel.NONE),
        () -> {
          note(
              KernelFunction.ISCSIT_CLOSE_CONNECTION,
              new TargetFact.ConnectionClosing(connection));
          note(KernelFunction.ISCSIT_CLOSE_SESSION, new TargetFact.SessionClosed(connection));
        });
  }

  private void note(KernelFunction in, TargetFact fact) {
    kernel.note(in, Kernel.NONE, Kernel.NONE, Kernel.NONE, fact);
  }

  /** Whether nothing gets from this initiator to the target now. */
  public boolean isCut(Initiator initiator) {
    return wire.isCut(initiator.host());
  }

  /** A way that was cut is there again. */
  public void mended() {
    wire.mended();
  }

  Optional<TargetConnection> sessionOf(Initiator initiator) {
    return Optional.ofNullable(sessions.get(initiator.host())).filter(each -> !each.isGone());
  }

  /** A login is accepted: the session has its connection and two threads. */
  void open(Initiator initiator) {
    TargetConnection connection =
        new TargetConnection(kernel, this, ++connections, initiator);
    sessions.put(initiator.host(), connection);
    connection.note(
        KernelFunction.ISCSI_TARGET_DO_LOGIN,
        null,
        new TargetFact.ConnectionOpened(connection.number()));
    wire.carry(
        initiator.host(), ExecContext.ISCSID, () -> initiator.loggedIn(connection));
  }
}
