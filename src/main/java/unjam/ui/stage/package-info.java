/**
 * The map of the stack: submission down on the left, completion up on the right, the commands on
 * their way. It must not know other views, nor decide anything the kernel decides.
 */
@NullMarked
package unjam.ui.stage;

import org.jspecify.annotations.NullMarked;
