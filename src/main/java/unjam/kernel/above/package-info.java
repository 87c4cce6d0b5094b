/**
 * What lies between applications and disks: layers that know another way to the same data. They
 * know requests and their answers; nothing of commands, timeouts and error handlers.
 */
@NullMarked
package unjam.kernel.above;

import org.jspecify.annotations.NullMarked;
