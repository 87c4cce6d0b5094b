/**
 * Timeouts, asynchronous aborts and the error-handler thread (drivers/scsi/scsi_error.c). Only the
 * simulation uses it; it must not know any reader.
 */
@NullMarked
package unjam.kernel.eh;

import org.jspecify.annotations.NullMarked;
