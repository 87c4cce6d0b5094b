package unjam.trace;

import unjam.scsi.TargetThread;
import unjam.scsi.TmFunction;
import unjam.scsi.TmResponse;

/**
 * The other machine: a LIO target (drivers/target). The host of the event is the initiator's host
 * whose session it is about, its command the initiator's command; {@code tag} is the initiator's
 * number of the task.
 */
public sealed interface TargetFact extends Fact {

  /** A portal listens, with one thread for its logins. */
  record PortalOpened(String portal) implements TargetFact {}

  /** A session has a connection with its two threads. */
  record ConnectionOpened(int connection) implements TargetFact {}

  /** A command arrived. */
  record CommandReceived(int tag) implements TargetFact {}

  /** It goes to the backstore. */
  record BackstoreAsked(int tag) implements TargetFact {}

  /** The backstore's disk has it; {@code held}: nobody knows until when. */
  record BioSubmitted(int tag, boolean held) implements TargetFact {}

  /** The backstore's disk is done; {@code late}: nobody waits for the answer any more. */
  record BioEnded(int tag, boolean late) implements TargetFact {}

  /** A task management function arrived. */
  record TmfReceived(TmFunction function, int ref) implements TargetFact {}

  /** A worker began with it. */
  record TmrWorkBegan(TmFunction function) implements TargetFact {}

  /** The task it is about was looked for. */
  record TaskLookedUp(int ref, boolean found) implements TargetFact {}

  /** It is answered, unless the connection is gone. */
  record TmrAnswered(TmResponse response) implements TargetFact {}

  /** A thread sleeps until a command comes back from its backstore; nobody can wake it. */
  record WaitBegan(TargetThread thread, int tag) implements TargetFact {}

  /** It goes on. */
  record WaitEnded(TargetThread thread) implements TargetFact {}

  /** "Are you there?" was answered at once. */
  record NopReceived() implements TargetFact {}

  /** The connection is taken down. */
  record ConnectionClosing(int connection) implements TargetFact {}

  /** The session is gone. */
  record SessionClosed(int connection) implements TargetFact {}

  /** A login came to its turn: is there an old session of the same initiator? */
  record LoginBegan(boolean discovery) implements TargetFact {}

  /** The old session must go first. */
  record SessionStopAsked(int connection) implements TargetFact {}

  /** Whoever wanted to log in is no longer there. */
  record LoginFailed() implements TargetFact {}

  /** So many logins wait for the portal's one thread, the one under way not counted. */
  record LoginsWaiting(int logins) implements TargetFact {}
}
