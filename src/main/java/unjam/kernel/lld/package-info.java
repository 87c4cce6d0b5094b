/**
 * Low-level drivers as data, and the targets and faults behind them. Only the simulation uses it;
 * it must not know any reader.
 */
@NullMarked
package unjam.kernel.lld;

import org.jspecify.annotations.NullMarked;
