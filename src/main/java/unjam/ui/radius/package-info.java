/** Who is hurt at an instant, by fault or by rule, and who waits for whom. */
@NullMarked
package unjam.ui.radius;

import org.jspecify.annotations.NullMarked;
