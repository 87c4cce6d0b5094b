package unjam.conform;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a real kernel did, as recorded.
 *
 * @param seen what was seen
 * @param complete false: the middle of the landmarks was left out at an entry {@link Landmark#CUT}
 * @param logComplete false: the middle of the log is missing
 * @param observerGaps probe hits that were lost, by landmark
 * @param notObservable functions that could not be seen
 * @param excluded why this recording is for reading only
 */
record Golden(
    Observed seen,
    boolean complete,
    boolean logComplete,
    Map<String, Integer> observerGaps,
    Set<String> notObservable,
    Optional<String> excluded) {

  Golden {
    observerGaps = Collections.unmodifiableMap(new TreeMap<>(observerGaps));
    notObservable = Collections.unmodifiableSet(new TreeSet<>(notObservable));
  }

  boolean observable(String landmark) {
    return !notObservable.contains(landmark);
  }
}
