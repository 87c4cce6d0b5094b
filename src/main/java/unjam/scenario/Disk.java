package unjam.scenario;

import unjam.scsi.Hctl;
import unjam.scsi.SdevState;
import unjam.scsi.ServiceTime;

/**
 * A logical unit with an sd disk on it, as it is configured at time zero.
 *
 * @param at address
 * @param name block device name, such as {@code sda}
 * @param sizeBytes capacity
 * @param blockSize logical block size in bytes
 * @param service how long a healthy command takes
 * @param queueDepth {@code device/queue_depth}
 * @param scheduler IO scheduler's name
 * @param timeoutSeconds {@code device/timeout}
 * @param ehTimeoutSeconds {@code device/eh_timeout}
 * @param maxRetries {@code scsi_disk/max_retries}, -1 for no limit
 * @param maxMediumAccessTimeouts {@code scsi_disk/max_medium_access_timeouts}
 * @param allowRestart {@code scsi_disk/allow_restart}
 * @param removable whether the medium can be changed
 * @param writeCache whether the device has a volatile write cache to flush
 * @param state {@code device/state}
 */
public record Disk(
    Hctl at,
    String name,
    long sizeBytes,
    int blockSize,
    ServiceTime service,
    int queueDepth,
    String scheduler,
    int timeoutSeconds,
    int ehTimeoutSeconds,
    int maxRetries,
    int maxMediumAccessTimeouts,
    boolean allowRestart,
    boolean removable,
    boolean writeCache,
    SdevState state) {}
