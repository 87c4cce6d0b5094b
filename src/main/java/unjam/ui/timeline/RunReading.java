package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unjam.analysis.Mark;
import unjam.analysis.MissedDeadlines.Missed;
import unjam.analysis.SessionHistory;
import unjam.app.OpenRun;
import unjam.trace.Trace;
import unjam.ui.timeline.ScrubberPicture.Overview;
import unjam.ui.timeline.ScrubberPicture.Shape;
import unjam.ui.timeline.ScrubberPicture.Sign;
import unjam.ui.timeline.ScrubberPicture.Stretch;

/** What the time line wants to know of a run, read once. */
final class RunReading {

  private final OpenRun run;
  private final PageIndex pages;
  private final Map<Integer, List<Missed>> deadlines = new HashMap<>();
  private final Overview overview;
  private final SessionHistory sessions;
  private @Nullable ContextIndex contexts;

  RunReading(OpenRun run) {
    this.run = run;
    pages = PageIndex.of(run);
    for (Missed missed : run.missed()) {
      deadlines
          .computeIfAbsent(missed.command(), each -> new ArrayList<>())
          .add(missed);
    }
    overview = overview();
    sessions = SessionHistory.of(run.trace());
  }

  OpenRun run() {
    return run;
  }

  /** What became of sessions with another machine. */
  SessionHistory sessions() {
    return sessions;
  }

  PageIndex pages() {
    return pages;
  }

  Overview whole() {
    return overview;
  }

  /** Whether a command has a story. */
  boolean hasStory(int command) {
    return run.troubles().has(command);
  }

  /** Deadlines of a command that passed unseen, in order. */
  List<Missed> deadlines(int command) {
    return deadlines.getOrDefault(command, List.of());
  }

  /** Answers to a command that came too late. */
  List<Long> lateAnswers(int command) {
    return run.troubles().lateAnswers(command);
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
        Math.max(1, trace.endNanos()), run.density(), late, shut, awake, marks);
  }

  static Shape shape(Mark mark) {
    return switch (mark.kind()) {
      case FAULT_BEGAN -> Shape.FAULT_BEGAN;
      case FAULT_ENDED -> Shape.FAULT_ENDED;
      case KNOB_SET -> Shape.KNOB;
      case TIMEOUT, ABORT, HOST_STOPPED, EH_WOKEN, START_UNIT, LUN_RESET, TARGET_RESET,
          BUS_RESET, HOST_RESET, NOT_READY, OFFLINE, RESTART, ERROR_TOLD, GIVEN_UP, ELSEWHERE,
          MARKED_DOWN, CAME_LATE, ARRAY_FROZEN, ARRAY_THAWED, REINSTATED, HELD,
          READ_ONLY -> Shape.INSTANT;
    };
  }
}
