package unjam.trace;

import unjam.scsi.IscsiError;
import unjam.scsi.SdevState;
import unjam.scsi.TmFunction;
import unjam.scsi.TmResponse;

/**
 * The iSCSI initiator: a session, its one connection, and the daemon that logs in again
 * (drivers/scsi/libiscsi.c, scsi_transport_iscsi.c). Spans in nanoseconds; {@code itt} is the
 * initiator's number of a task.
 */
public sealed interface IscsiFact extends Fact {

  /** The devices of this host are units of a target on another machine. */
  record SessionAdded(int session, String target, String portal) implements IscsiFact {}

  /** The transport has the command; a worker will send it. */
  record TaskQueued(int itt) implements IscsiFact {}

  /** The command, or the rest of its data, was handed to TCP: it made progress. */
  record TaskSent(int itt) implements IscsiFact {}

  /** "Are you there?" went out, because a command is late or because all was quiet. */
  record NopSent(boolean forLateCommand) implements IscsiFact {}

  /** The target is there. */
  record NopAnswered() implements IscsiFact {}

  /** Neither an answer nor anything else came in time. */
  record PingTimedOut() implements IscsiFact {}

  /**
   * A task management function went out; its timeout or its answer follows.
   *
   * @param ref task that it is about, or -1
   */
  record TmfSent(TmFunction function, int ref, long timeoutNanos) implements IscsiFact {}

  /** It was not answered in time. */
  record TmfTimedOut() implements IscsiFact {}

  /** It was answered. */
  record TmfAnswered(TmResponse response) implements IscsiFact {}

  /** The connection is given up; the daemon is told. */
  record ConnError(IscsiError error) implements IscsiFact {}

  /** The connection is stopped, the session in recovery. */
  record ConnStopped() implements IscsiFact {}

  /** So many commands were given back with DID_TRANSPORT_DISRUPTED. */
  record TasksFailed(int tasks) implements IscsiFact {}

  /** All devices of the session are blocked; -1: for as long as it takes. */
  record SessionBlocked(long recoveryNanos) implements IscsiFact {}

  /** Nobody logged in again in time. */
  record RecoveryTimedOut() implements IscsiFact {}

  /** Who waited for the session learns that it will not come back in time. */
  record WaitersTold() implements IscsiFact {}

  /** The error handler drops the connection and waits for a new login; its answer follows. */
  record SessionResetBegan() implements IscsiFact {}

  /** All devices of the session are let go. */
  record DevicesUnblocked(SdevState next) implements IscsiFact {}

  /** The daemon has a new connection and logs in, for the n-th time since the session was lost. */
  record ConnBound(int attempt) implements IscsiFact {}

  /** The login was accepted. */
  record ConnStarted() implements IscsiFact {}

  /** The session can be used again. */
  record SessionUnblocked() implements IscsiFact {}
}
