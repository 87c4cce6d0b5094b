/**
 * Time, contexts and bookkeeping of the simulated kernel: clock, tick counter, timer wheel, delayed
 * work, log. It must not know SCSI. Only the simulation uses it; it must not know any reader.
 */
@NullMarked
package unjam.kernel.core;

import org.jspecify.annotations.NullMarked;
