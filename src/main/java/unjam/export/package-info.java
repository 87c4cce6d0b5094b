/**
 * A trace as text for other programs and for people: one object a line, an aligned timeline, the
 * kernel log. The same trace gives the same bytes in every locale and time zone. It must not know
 * files, nor who asked for the text.
 */
@NullMarked
package unjam.export;

import org.jspecify.annotations.NullMarked;
