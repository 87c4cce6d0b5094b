/**
 * The block layer: requests, tags, queues, the timer of a queue (block/).
 * It must not know what a command says. Only the simulation uses it; it must not know any reader.
 */
@NullMarked
package unjam.kernel.block;

import org.jspecify.annotations.NullMarked;
