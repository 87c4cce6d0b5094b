/**
 * The headless front end: one class per command, each a thin door to the application. It must not
 * know the user interface, nor anything of the simulated kernel but the one door that runs it.
 */
@NullMarked
package unjam.cli;

import org.jspecify.annotations.NullMarked;
