/**
 * The other machine: a LIO target with its portal, its threads and its backstores
 * (drivers/target). It knows nothing of who is at the other end but that it can be answered. Only
 * the simulation uses it; it must not know any reader.
 */
@NullMarked
package unjam.kernel.lio;

import org.jspecify.annotations.NullMarked;
