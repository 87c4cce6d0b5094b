/** Several futures of one scenario: what is different, and what each of them cost. */
@NullMarked
package unjam.ui.compare;

import org.jspecify.annotations.NullMarked;
