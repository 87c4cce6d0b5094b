/**
 * The words of the user interface in every language, by key, and how numbers and times are written.
 * It must not know any view.
 */
@NullMarked
package unjam.ui.text;

import org.jspecify.annotations.NullMarked;
