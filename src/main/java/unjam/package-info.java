/**
 * The composition root: takes the command line, decides between window, picture and command, and
 * hands over. It holds no behaviour of its own, and must not load a JavaFX class before it has
 * decided that there will be one.
 */
@NullMarked
package unjam;

import org.jspecify.annotations.NullMarked;
