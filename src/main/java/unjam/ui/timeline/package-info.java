/**
 * Time: the transport with its clock, the whole run to scale, and the lanes of disks, gate and
 * error handler with silences torn out. It must not know other views.
 */
@NullMarked
package unjam.ui.timeline;

import org.jspecify.annotations.NullMarked;
