package unjam.kernel.lio;

import java.util.Optional;

/** Somebody who has connected to a portal and wants to log in. */
public final class Login {

  private final Optional<Initiator> initiator;
  private final Runnable answered;
  private boolean givenUp;

  private Login(Optional<Initiator> initiator, Runnable answered) {
    this.initiator = initiator;
    this.answered = answered;
  }

  /** For a session with the units of a target. */
  public static Login of(Initiator initiator) {
    return new Login(Optional.of(initiator), () -> { });
  }

  /** Only to ask which targets there are. */
  public static Login discovery(Runnable answered) {
    return new Login(Optional.empty(), answered);
  }

  Optional<Initiator> initiator() {
    return initiator;
  }

  /** Number of the initiator's host, or -1 for somebody else. */
  int host() {
    return initiator.map(Initiator::host).orElse(-1);
  }

  void answer() {
    answered.run();
  }

  /** The one who wanted to log in has closed the socket. */
  public void giveUp() {
    givenUp = true;
  }

  public boolean isGivenUp() {
    return givenUp;
  }
}
