/**
 * The SCSI mid-layer and sd: gates, dispatch, completion, verdicts (drivers/scsi/scsi_lib.c,
 * scsi.c, sd.c). Only the simulation uses it; it must not know any reader.
 */
@NullMarked
package unjam.kernel.midlayer;

import org.jspecify.annotations.NullMarked;
