package unjam.kernel.lio;

import java.util.ArrayList;
import java.util.List;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scsi.Cdb;

/**
 * A command as the target knows it (include/target/target_core_base.h: struct se_cmd). The
 * initiator may have forgotten it long ago; the backstore has not.
 */
public final class TargetCommand {

  private final int tag;
  private final ScsiCmnd scmd;
  private final Cdb cdb;
  private final List<Runnable> waiting = new ArrayList<>(0);
  private boolean answerWanted = true;
  private boolean ended;

  /** A command with what is on the wire now, under the initiator's number for it. */
  public TargetCommand(int tag, ScsiCmnd scmd) {
    this.tag = tag;
    this.scmd = scmd;
    this.cdb = scmd.cdb();
  }

  int tag() {
    return tag;
  }

  ScsiCmnd scmd() {
    return scmd;
  }

  /** The initiator's number of the command, for the record. */
  int id() {
    return scmd.id();
  }

  ScsiDevice unit() {
    return scmd.device();
  }

  Cdb cdb() {
    return cdb;
  }

  /** Nobody wants the answer any more (target_core_transport.c: CMD_T_ABORTED, CMD_T_STOP). */
  void forget() {
    answerWanted = false;
  }

  boolean answerWanted() {
    return answerWanted;
  }

  boolean ended() {
    return ended;
  }

  /** Runs when the command is back from its backstore; in the order of asking. */
  void whenEnded(Runnable then) {
    waiting.add(then);
  }

  void end() {
    ended = true;
    List<Runnable> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(Runnable::run);
  }
}
