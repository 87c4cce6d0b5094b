/**
 * Compares what the simulator does with what a real kernel did: reads a recording, puts up the same
 * situation, and says by the recordings' own rules whether the run holds or where it first departs.
 * It must not know how the simulator works inside, and it never bends a rule to a recording.
 */
@NullMarked
package unjam.conform;

import org.jspecify.annotations.NullMarked;
