/**
 * The vocabulary of the SCSI stack: result bytes, status and sense codes, states, dispositions,
 * rungs, faults. Enums carry the kernel's numeric values; records are plain data. It knows nothing
 * of time flow, scenarios, traces or how any of this is shown.
 */
@NullMarked
package unjam.scsi;

import org.jspecify.annotations.NullMarked;
