/**
 * The state of the whole application and how it changes: a session, actions, a pure reducer, and
 * the one service that runs simulations on a thread of its own. It must not know JavaFX, nor files.
 */
@NullMarked
package unjam.app;

import org.jspecify.annotations.NullMarked;
