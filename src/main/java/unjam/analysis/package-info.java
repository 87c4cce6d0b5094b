/**
 * Statements about whole traces: decisive instants, the passes of the error handler, the events of
 * a command. It looks ahead freely, because the trace is finished. It must not know the simulator,
 * playing, or any view.
 */
@NullMarked
package unjam.analysis;

import org.jspecify.annotations.NullMarked;
