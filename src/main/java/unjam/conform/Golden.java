package unjam.conform;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
 * @param unheard beginnings of log lines that could not be caught
 * @param logCut when the missing middle of the log begins, if that is known and not where the
 *     landmarks' does
 */
record Golden(
    Observed seen,
    boolean complete,
    boolean logComplete,
    Map<String, Integer> observerGaps,
    Set<String> notObservable,
    Optional<String> excluded,
    Set<String> unheard,
    OptionalDouble logCut) {

  Golden {
    observerGaps = Collections.unmodifiableMap(new TreeMap<>(observerGaps));
    unheard = Collections.unmodifiableSet(new TreeSet<>(unheard));
    notObservable = Collections.unmodifiableSet(new TreeSet<>(notObservable));
  }

  boolean observable(String landmark) {
    return !notObservable.contains(landmark);
  }
}
