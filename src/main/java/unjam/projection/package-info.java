/**
 * The state of the stack at any instant, folded from a trace: checkpoints, what is alive now, the
 * spans of what has been, and who caused what. It must not know the simulator: what a view needs
 * has to be in a fact.
 */
@NullMarked
package unjam.projection;

import org.jspecify.annotations.NullMarked;
