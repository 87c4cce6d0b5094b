/**
 * A situation as immutable data: machine, driver, disks, workload, faults, what an administrator
 * does when, and the rules of one kernel version. It must not know how a file spells any of this,
 * nor what a simulation makes of it.
 */
@NullMarked
package unjam.scenario;

import org.jspecify.annotations.NullMarked;
