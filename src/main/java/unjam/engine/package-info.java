/**
 * Discrete-event machinery: a simulated clock, an event queue, coroutines that block on that clock,
 * and named streams of reproducible chance.
 *
 * <p>This package must not know what is simulated: no SCSI, no block layer, no trace, no user
 * interface. It never reads a clock or a source of chance of the host, so that equal inputs give
 * equal runs on every machine.
 */
@NullMarked
package unjam.engine;

import org.jspecify.annotations.NullMarked;
