package unjam.kernel.iscsi;

import unjam.kernel.midlayer.ScsiCmnd;

/**
 * A command as libiscsi knows it (include/scsi/libiscsi.h: struct iscsi_task). Instants are in
 * ticks.
 */
final class Task {

  final int itt;
  final ScsiCmnd scmd;
  final long allocated;
  long lastTimeout;
  long lastXfer;
  boolean checkedConnection;

  Task(int itt, ScsiCmnd scmd, long jiffies) {
    this.itt = itt;
    this.scmd = scmd;
    this.allocated = jiffies;
    this.lastTimeout = jiffies;
    this.lastXfer = jiffies;
  }
}
