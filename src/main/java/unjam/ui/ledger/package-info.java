/** The sum that makes an application's wait, drawn as a staircase under the clock. */
@NullMarked
package unjam.ui.ledger;

import org.jspecify.annotations.NullMarked;
