/**
 * The simulated stack: mutable, single-threaded, private to one run. What it decides leaves it only
 * as facts of a trace; {@link unjam.kernel.Simulation} is its one door. It must not know any reader
 * of traces.
 */
@NullMarked
package unjam.kernel;

import org.jspecify.annotations.NullMarked;
