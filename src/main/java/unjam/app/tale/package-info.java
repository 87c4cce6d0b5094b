/**
 * A run told in words: in a sentence, in a paragraph, in full, and as a report. All of it is read
 * from a finished run, as keys of the message files with their arguments; which language it is told
 * in is somebody else's matter. Knows no files and no toolkit.
 */
@NullMarked
package unjam.app.tale;

import org.jspecify.annotations.NullMarked;
