/**
 * The window as a whole: how it starts, what it is made of, and what happens where there is no
 * display. It may know every view; no view may know it. It must not know the simulated kernel.
 */
@NullMarked
package unjam.ui.shell;

import org.jspecify.annotations.NullMarked;
