/** The lesson player: words, questions and answers beside the stage, and the list of lessons. */
@NullMarked
package unjam.ui.lesson;

import org.jspecify.annotations.NullMarked;
