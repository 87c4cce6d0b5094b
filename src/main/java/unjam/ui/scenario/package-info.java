/**
 * The scenario in a person's hands: the machine at the left, its faults, its policy, and the files
 * that scenarios are kept in. It must not know other views.
 */
@NullMarked
package unjam.ui.scenario;

import org.jspecify.annotations.NullMarked;
