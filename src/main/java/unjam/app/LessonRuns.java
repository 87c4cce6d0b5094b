package unjam.app;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import unjam.lesson.Judge;
import unjam.lesson.RunFacts;
import unjam.playback.Cursor;

/**
 * The runs of a step of a lesson.
 *
 * @param full the step's run, whole
 * @param shown what of it can be seen before the question is answered
 * @param at where the playhead is put; null to leave it
 * @param others facts of the lesson's other runs that the step needs, by name
 * @param cases the runs that a drill asks about, in order
 * @param values what the texts name between braces
 */
public record LessonRuns(
    OpenRun full,
    OpenRun shown,
    @Nullable Cursor at,
    SortedMap<String, RunFacts> others,
    List<String> cases,
    SortedMap<String, String> values) {

  public LessonRuns {
    others = new TreeMap<>(others);
    cases = List.copyOf(cases);
    values = new TreeMap<>(values);
  }

  /** Who judges answers by a run. */
  Judge judge(OpenRun run) {
    return new Judge(new RunFacts(run.timeline()), Judge.among(others), cases);
  }

  /** Who judges answers by the step's own run. */
  public Judge judge() {
    return judge(full);
  }
}
