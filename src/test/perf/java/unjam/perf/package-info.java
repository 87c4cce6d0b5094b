/**
 * Benchmarks: what a run, a seek and a picture cost. Compiled and run by {@code mvn -Pperf} alone,
 * never by the tests, because a number depends on the machine and its mood.
 */
@NullMarked
package unjam.perf;

import org.jspecify.annotations.NullMarked;
