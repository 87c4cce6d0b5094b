/**
 * Presentation time and simulated time: where the playhead stands, how fast it goes, and how it
 * steps through a trace. Wall-clock time comes in as a number. It must not know the simulator, the
 * session, or any view.
 */
@NullMarked
package unjam.playback;

import org.jspecify.annotations.NullMarked;
