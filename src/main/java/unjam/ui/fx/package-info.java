/**
 * The bridge to the toolkit: the one door to its thread, the store that holds the session, and the
 * pulse that turns wall time into ticks. It must not know any view.
 */
@NullMarked
package unjam.ui.fx;

import org.jspecify.annotations.NullMarked;
