/**
 * The immutable log of a run and its grammar: what became true, when, in which kernel function and
 * context, and which event led to it. It must not know scenarios, the simulator that fills it, or
 * any reader.
 */
@NullMarked
package unjam.trace;

import org.jspecify.annotations.NullMarked;
