/**
 * The iSCSI initiator: one session for each host, its task management, its recovery, and the daemon
 * that logs in again (drivers/scsi/libiscsi.c, scsi_transport_iscsi.c, iscsi_tcp.c). Only the
 * simulation uses it; it must not know any reader.
 */
@NullMarked
package unjam.kernel.iscsi;

import org.jspecify.annotations.NullMarked;
