package unjam.app.tale;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import unjam.analysis.Chapter;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.app.Narration;
import unjam.app.Narration.Moment;
import unjam.app.Narration.Sentence;
import unjam.app.Narrator;
import unjam.app.OpenRun;
import unjam.app.tale.Happening.Kind;
import unjam.app.tale.Tale.Line;
import unjam.app.tale.Tale.Part;
import unjam.playback.Cursor;
import unjam.trace.Trace;

/** A run chapter by chapter, with the reason of everything, and what became of it all. */
final class FullTale {

  /** So many chapters are told from the beginning, and so many up to the end. */
  private static final int FIRST = 30;

  private static final int LAST = 10;

  /** What is over so soon has an instant, in nanoseconds, and no beginning and end. */
  private static final long SHORT = 100_000_000;

  /** Reasons that are about the run as a whole, not about what has just happened. */
  private static final Set<String> NO_REASON =
      Set.of(
          "story.path.why", "story.healthy.why", "story.in_disk.why", "story.end.why",
          "story.fault.why", "story.restart.why", "story.timed_out.why");

  private final OpenRun run;
  private final Trace trace;
  private final Cast cast;

  FullTale(OpenRun run, Cast cast) {
    this.run = run;
    this.cast = cast;
    trace = run.trace();
  }

  List<Part> told(Line opening, List<Happening> happenings) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Optional.empty(), List.of(opening)));
    List<Chapter> chapters = run.chapters();
    for (int i = 0; i < chapters.size(); i++) {
      if (i < FIRST || i >= chapters.size() - LAST) {
        parts.add(part(chapters.get(i), i == chapters.size() - 1, happenings));
      } else if (i == FIRST) {
        int more = chapters.size() - LAST - FIRST;
        parts.add(
            new Part(
                Optional.of(Sentence.of("tell.part.more", more)),
                List.of(Line.of(Sentence.of("tell.chapters_more", more)))));
      }
    }
    Outcomes outcomes = new Outcomes(run, cast);
    parts.add(outcomes.ios());
    outcomes.ledger().ifPresent(parts::add);
    parts.add(outcomes.end());
    return parts;
  }

  private Part part(Chapter chapter, boolean isLast, List<Happening> all) {
    List<Happening> inside =
        all.stream()
            .filter(each -> each.kind().inFull())
            .filter(each -> chapter.contains(each.nanos()) || isLast && isAtTheEnd(each))
            .toList();
    List<Line> lines = new ArrayList<>();
    Set<Sentence> said = new LinkedHashSet<>();
    long before = -1;
    for (Telling each : Telling.alike(inside)) {
      List<Sentence> why = why(each.first());
      why.removeIf(sentence -> !said.add(sentence));
      lines.add(each.line(before, why));
      before = each.isRepeated() ? -1 : each.nanos();
    }
    if (lines.isEmpty() && chapter.kind() == Chapter.Kind.QUIET) {
      lines.add(quiet(chapter));
    } else if (lines.isEmpty()) {
      lines.add(seen(chapter));
    }
    return new Part(Optional.of(heading(chapter)), lines);
  }

  private boolean isAtTheEnd(Happening happening) {
    return happening.nanos() >= trace.endNanos();
  }

  private Sentence heading(Chapter chapter) {
    Object about =
        chapter.host() >= 0
            ? "host" + chapter.host()
            : chapter.device() >= 0 ? cast.disk(chapter.device()) : "";
    Object all = chapter.several() ? Sentence.of("chapter.several", about) : about;
    Sentence name =
        Sentence.of("chapter." + chapter.kind().name().toLowerCase(Locale.ROOT), all);
    return chapter.to() - chapter.from() < SHORT
        ? Sentence.of("tell.part.at", new Moment(chapter.from()), name)
        : Sentence.of("tell.part", new Moment(chapter.from()), new Moment(chapter.to()), name);
  }

  private Line quiet(Chapter chapter) {
    int answered =
        run.timeline().ios().endedCount(chapter.to())
            - run.timeline().ios().endedCount(chapter.from());
    Cursor at = Cursor.at(trace, chapter.from());
    return new Line(at.seq(), at.nanos(), 0, List.of(Sentence.of("tell.quiet", answered)));
  }

  /** Nothing decisive happens in it: what one sees in its middle. */
  private Line seen(Chapter chapter) {
    Cursor at = Cursor.at(trace, chapter.from() + (chapter.to() - chapter.from()) / 2);
    Frame frame = run.frame(at);
    Narration told = Narrator.of(frame, Focus.of(frame, -1));
    List<Sentence> words = new ArrayList<>(List.of(told.what()));
    if (!NO_REASON.contains(told.why().key())) {
      words.add(told.why());
    }
    return new Line(at.seq(), at.nanos(), 0, words);
  }

  private List<Sentence> why(Happening happening) {
    List<Sentence> why = new ArrayList<>();
    if (!hasReason(happening.kind())) {
      return why;
    }
    Frame frame = run.frame(Cursor.after(trace, happening.seq()));
    Narration told = Narrator.of(frame, Focus.of(frame, happening.command()));
    if (!NO_REASON.contains(told.why().key())) {
      why.add(told.why());
    }
    return why;
  }

  /** What the scenario or a layer above does has no reason in the kernel. */
  private static boolean hasReason(Kind kind) {
    return switch (kind) {
      case TIMEOUT, ABORT, STOP, WOKEN, TRY, NOT_READY, OFFLINE, RESTART, BLOCKED, UNREACHABLE,
          REMOVED ->
          true;
      case FAULT, FAULT_OVER, KNOB, LADDER, COMPLAINT, TOLD, GIVEN_UP, ELSEWHERE, MARKED_DOWN,
          CAME_LATE, FROZEN, THAWED, REINSTATED, HELD, READ_ONLY, OPEN_AGAIN, REACHABLE ->
          false;
    };
  }
}
