package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unjam.analysis.Mark;
import unjam.analysis.MissedDeadlines.Missed;
import unjam.app.OpenRun;
import unjam.trace.MidLayerFact;
import unjam.trace.Trace;
import unjam.ui.timeline.ScrubberPicture.Overview;
import unjam.ui.timeline.ScrubberPicture.Shape;
import unjam.ui.timeline.ScrubberPicture.Sign;
import unjam.ui.timeline.ScrubberPicture.Stretch;

/** What the time line wants to know of a run, read once. */
final class RunReading {

  private static final int PARTS = 420;

  private final OpenRun run;
  private final PageIndex pages;
  private final TroubledTimes troubled;
  private final Map<Integer, List<Long>> deadlines = new HashMap<>();
  private final Map<Integer, List<Long>> lateAnswers = new HashMap<>();
  private final Overview overview;
  private @Nullable ContextIndex contexts;

  RunReading(OpenRun run) {
    this.run = run;
    troubled = TroubledTimes.of(run);
    pages = PageIndex.of(run, troubled);
    for (Missed missed : run.missed()) {
      deadlines
          .computeIfAbsent(missed.command(), each -> new ArrayList<>())
          .add(missed.deadline());
    }
    overview = overview();
  }

  OpenRun run() {
    return run;
  }

  PageIndex pages() {
    return pages;
  }

  Overview whole() {
    return overview;
  }

  /** Whether a command has a story. */
  boolean hasStory(int command) {
    return troubled.is(command);
  }

  /** Deadlines of a command that passed unseen. */
  List<Long> deadlines(int command) {
    return deadlines.getOrDefault(command, List.of());
  }

  /** Answers to a command that came too late. */
  List<Long> lateAnswers(int command) {
    return lateAnswers.getOrDefault(command, List.of());
  }

  /** Who ran when; read when it is first wanted. */
  ContextIndex contexts() {
    ContextIndex index = contexts;
    if (index == null) {
      index = ContextIndex.of(run.trace());
      contexts = index;
    }
    return index;
  }

  private Overview overview() {
    List<Stretch> late = new ArrayList<>();
    Trace trace = run.trace();
    for (Missed missed : run.missed()) {
      late.add(new Stretch(missed.deadline(), trace.nanos(missed.seenSeq())));
    }
    List<Stretch> shut =
        run.passes().all().stream().map(each -> new Stretch(each.shut(), each.open())).toList();
    List<Stretch> awake =
        run.passes().all().stream()
            .filter(each -> !each.tries().isEmpty())
            .map(each -> new Stretch(each.tries().getFirst().start(), each.open()))
            .toList();
    List<Sign> marks =
        run.marks().all().stream().map(each -> new Sign(each.nanos(), shape(each))).toList();
    return new Overview(
        Math.max(1, trace.endNanos()), density(trace), late, shut, awake, marks);
  }

  static Shape shape(Mark mark) {
    return switch (mark.kind()) {
      case FAULT_BEGAN -> Shape.FAULT_BEGAN;
      case FAULT_ENDED -> Shape.FAULT_ENDED;
      case KNOB_SET -> Shape.KNOB;
      case TIMEOUT, ABORT, HOST_STOPPED, EH_WOKEN, START_UNIT, LUN_RESET, TARGET_RESET,
          BUS_RESET, HOST_RESET, NOT_READY, OFFLINE, RESTART, ERROR_TOLD -> Shape.INSTANT;
    };
  }

  /** Events in each part of the run, by their logarithm, so that quiet traffic is seen too. */
  private List<Double> density(Trace trace) {
    int[] count = new int[PARTS];
    long end = Math.max(1, trace.endNanos());
    for (int seq = 0; seq < trace.size(); seq++) {
      count[(int) Math.min(PARTS - 1, trace.nanos(seq) * (double) PARTS / end)]++;
      if (trace.fact(seq) instanceof MidLayerFact.LateCompletionDropped) {
        lateAnswers
            .computeIfAbsent(trace.cmd(seq), each -> new ArrayList<>())
            .add(trace.nanos(seq));
      }
    }
    double most = 1;
    for (int each : count) {
      most = Math.max(most, Math.log1p(each));
    }
    List<Double> parts = new ArrayList<>();
    for (int each : count) {
      parts.add(Math.log1p(each) / most);
    }
    return List.copyOf(parts);
  }
}
