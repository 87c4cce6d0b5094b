/**
 * What an administrator would see on the machine at an instant: kernel log, sysfs, processes,
 * figures, and the life of a command in sentences. Pure functions of a state or a trace; it must
 * not know the simulator, and it shows nothing itself.
 */
@NullMarked
package unjam.reading;

import org.jspecify.annotations.NullMarked;
