/**
 * Lessons as data: steps anchored on facts of a run, questions whose answers are computed from it,
 * and what a learner has answered so far.
 */
@NullMarked
package unjam.lesson;

import org.jspecify.annotations.NullMarked;
