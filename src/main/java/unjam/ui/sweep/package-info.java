/** What many runs with other settings cost: a map for two settings, a curve for one. */
@NullMarked
package unjam.ui.sweep;

import org.jspecify.annotations.NullMarked;
