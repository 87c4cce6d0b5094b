/**
 * Building blocks that several views share: a pane that is painted, a layer of text nodes, the
 * marks for commands, contexts and disks, and the grid of the stage. It must not know any view, nor
 * the session.
 */
@NullMarked
package unjam.ui.control;

import org.jspecify.annotations.NullMarked;
