package unjam.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import unjam.scsi.TargetThread;

/**
 * The other machine at an instant, if there is one.
 *
 * @param sessions one for each host of the initiator that has a session, in order of hosts
 * @param loginsWaiting logins that wait for the portal's one thread, the one under way not counted
 */
public record TargetView(List<Session> sessions, int loginsWaiting) {

  /** There is no other machine. */
  public static final TargetView NONE = new TargetView(List.of(), 0);

  public TargetView {
    sessions = List.copyOf(sessions);
  }

  /**
   * A session.
   *
   * @param host number of the initiator's host
   * @param number as the initiator's kernel log names it
   * @param target name of the target
   * @param portal address where it is reached
   * @param connection the target's number of the connection, or -1 when there is none
   * @param closing the connection is being taken down
   * @param bios what backstores have, in order of arrival
   * @param waits threads of the target that sleep because of this session
   */
  public record Session(
      int host,
      int number,
      String target,
      String portal,
      int connection,
      boolean closing,
      List<Bio> bios,
      List<Wait> waits) {

    public Session {
      bios = List.copyOf(bios);
      waits = List.copyOf(waits);
    }

    Session connected(int now, boolean goes) {
      return new Session(host, number, target, portal, now, goes, bios, waits);
    }

    Session withBios(List<Bio> now) {
      return new Session(host, number, target, portal, connection, closing, now, waits);
    }

    Session withWaits(List<Wait> now) {
      return new Session(host, number, target, portal, connection, closing, bios, now);
    }

    Session plus(Bio bio) {
      List<Bio> more = new ArrayList<>(bios);
      more.add(bio);
      return withBios(more);
    }

    Session plus(Wait wait) {
      List<Wait> more = new ArrayList<>(waits);
      more.add(wait);
      return withWaits(more);
    }

    /** The wait of a thread, if it sleeps. */
    public Optional<Wait> waitOf(TargetThread thread) {
      return waits.stream().filter(each -> each.thread() == thread).findFirst();
    }
  }

  /**
   * What a backstore has.
   *
   * @param command the initiator's command
   * @param device index of the initiator's device
   * @param tag the initiator's number of the task
   * @param held nobody knows until when it is kept
   * @param wanted somebody still wants the answer
   * @param sinceNanos since when the backstore has it
   */
  public record Bio(
      int command, int device, int tag, boolean held, boolean wanted, long sinceNanos) {
    Bio unwanted() {
      return new Bio(command, device, tag, held, false, sinceNanos);
    }
  }

  /**
   * A thread that nobody can wake.
   *
   * @param command the command that it waits for, or -1
   * @param sinceNanos since when it sleeps
   */
  public record Wait(TargetThread thread, int command, long sinceNanos) {}

  /** Whether there is another machine. */
  public boolean exists() {
    return !sessions.isEmpty();
  }

  public Optional<Session> session(int host) {
    return sessions.stream().filter(each -> each.host() == host).findFirst();
  }

  TargetView plus(Session session) {
    List<Session> more = new ArrayList<>(sessions);
    more.add(session);
    return new TargetView(more, loginsWaiting);
  }

  TargetView with(int host, UnaryOperator<Session> change) {
    return new TargetView(
        sessions.stream().map(each -> each.host() == host ? change.apply(each) : each).toList(),
        loginsWaiting);
  }

  TargetView waiting(int logins) {
    return new TargetView(sessions, logins);
  }
}
