/**
 * What an administrator would have at an instant: for now the kernel log, and the legend. It must
 * not know other views.
 */
@NullMarked
package unjam.ui.inspector;

import org.jspecify.annotations.NullMarked;
