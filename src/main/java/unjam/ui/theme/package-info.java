/**
 * How everything looks: colour roles, fonts, style classes. Colours are spelled only in the style
 * sheets; drawn pictures read them from there. It must not know any view, nor what is shown.
 */
@NullMarked
package unjam.ui.theme;

import org.jspecify.annotations.NullMarked;
