package unjam.ui.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unjam.analysis.EhPass;
import unjam.projection.Span;

/**
 * What the time line of one future shows. Instants in nanoseconds.
 *
 * @param name what the future is called
 * @param disk name of the disk that the story is about, empty if there is none
 * @param spans what the commands of that disk did, as far as that is long enough to be seen
 * @param host name of its host
 * @param shut when the host was in recovery
 * @param others names of the other disks together, empty if there is none
 * @param answers when they answered
 * @param verdicts when the application was told an error
 * @param end when the run ends
 * @param parting where it parts from the run that is worked on
 */
record FutureLane(
    String name,
    String disk,
    List<Span> spans,
    String host,
    List<EhPass> shut,
    String others,
    List<Long> answers,
    List<Verdict> verdicts,
    long end,
    Optional<Long> parting) {

  FutureLane {
    spans = List.copyOf(spans);
    shut = List.copyOf(shut);
    answers = List.copyOf(answers);
    verdicts = List.copyOf(verdicts);
  }

  /** An error that an application was told. */
  record Verdict(long nanos, String errno) {}

  /** How often each error was told, the one that was told first in front. */
  Map<String, Integer> told() {
    Map<String, Integer> told = new LinkedHashMap<>();
    verdicts.forEach(each -> told.merge(each.errno(), 1, Integer::sum));
    return told;
  }
}
