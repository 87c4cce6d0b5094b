package unjam.app;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.analysis.Answers;
import unjam.analysis.Chapter;
import unjam.analysis.Chapters;
import unjam.analysis.CommandEvents;
import unjam.analysis.Density;
import unjam.analysis.EhPasses;
import unjam.analysis.MarkIndex;
import unjam.analysis.MissedDeadlines;
import unjam.analysis.MissedDeadlines.Missed;
import unjam.analysis.Troubles;
import unjam.playback.Cursor;
import unjam.playback.PaceMaker;
import unjam.playback.PaceMap;
import unjam.playback.Steps;
import unjam.projection.Timeline;
import unjam.reading.KernelLog;
import unjam.scenario.Scenario;
import unjam.trace.Trace;

/**
 * A finished run with everything that is indexed once; immutable.
 *
 * @param scenario what was run
 * @param timeline the trace and its state at any instant
 * @param commands the events of every command
 * @param marks decisive instants
 * @param chapters its natural parts
 * @param passes every recovery of every host
 * @param pace the automatic pace
 * @param steps how to step
 * @param log what the kernel printed
 * @param missed deadlines that passed unseen
 * @param answers how many IOs each disk has answered
 * @param troubles when something was wrong
 * @param density how much happens in each part of it, 0 to 1
 * @param whole whether it is seen up to its end
 * @param findings what takes longer to find out; null until it is known
 */
public record OpenRun(
    Scenario scenario,
    Timeline timeline,
    CommandEvents commands,
    MarkIndex marks,
    List<Chapter> chapters,
    EhPasses passes,
    PaceMap pace,
    Steps steps,
    KernelLog log,
    List<Missed> missed,
    Answers answers,
    Troubles troubles,
    List<Double> density,
    boolean whole,
    @Nullable Findings findings) {

  /** Indexes a trace. */
  public static OpenRun of(Scenario scenario, Trace trace) {
    CommandEvents commands = CommandEvents.of(trace);
    MarkIndex marks = MarkIndex.of(trace);
    EhPasses passes = EhPasses.of(trace);
    Timeline timeline = Timeline.of(trace);
    return new OpenRun(
        scenario,
        timeline,
        commands,
        marks,
        Chapters.of(trace, marks, passes, commands),
        passes,
        PaceMaker.of(trace, commands, marks),
        new Steps(trace, commands, marks),
        KernelLog.of(trace),
        MissedDeadlines.of(trace),
        Answers.of(timeline.ios()),
        Troubles.of(trace, commands, passes),
        Density.of(trace),
        true,
        null);
  }

  /** The same run, seen no further than this. */
  OpenRun until(Cursor at) {
    return of(scenario, trace().until(at.seq())).with(false, null);
  }

  /** The same run, and what takes longer to find out about it. */
  OpenRun with(Findings found) {
    return with(whole, found);
  }

  private OpenRun with(boolean all, @Nullable Findings found) {
    return new OpenRun(
        scenario, timeline, commands, marks, chapters, passes, pace, steps, log, missed, answers,
        troubles, density, all, found);
  }

  /** The same run with everything that there is to know; takes a while. */
  public OpenRun studied() {
    return findings == null
        ? with(Findings.of(this, () -> false).orElseThrow())
        : this;
  }

  /** What takes longer to find out, once it is known. */
  public Optional<Findings> found() {
    return Optional.ofNullable(findings);
  }

  /** What the scenario is about, in its author's words. */
  public String title() {
    return scenario.title();
  }

  public Trace trace() {
    return timeline.trace();
  }

  /** The state at the playhead. */
  public Frame frame(Cursor at) {
    boolean later = at.seq() == trace().seqAt(at.nanos());
    return new Frame(this, at, later ? timeline.at(at.nanos()) : timeline.after(at.seq()));
  }
}
