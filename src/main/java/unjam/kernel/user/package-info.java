/**
 * Applications that issue IO and administrators who write to sysfs. Only the simulation uses it; it
 * must not know any reader.
 */
@NullMarked
package unjam.kernel.user;

import org.jspecify.annotations.NullMarked;
