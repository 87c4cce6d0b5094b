/** Which driver can do what when a command is lost, and what if one could not. */
@NullMarked
package unjam.ui.drivers;

import org.jspecify.annotations.NullMarked;
