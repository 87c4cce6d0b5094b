package unjam.app;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unjam.lesson.Answer;
import unjam.lesson.Control;
import unjam.lesson.Lesson;
import unjam.lesson.LessonStep;
import unjam.lesson.Progress;
import unjam.lesson.Task;
import unjam.lesson.Verdict;

/**
 * A lesson that somebody works through; immutable.
 *
 * @param lesson which
 * @param progress what was done in it so far
 * @param index number of the step, from 0
 * @param runs the runs of the step, null until they are there
 * @param draft what the learner is about to say, null for nothing yet
 * @param reason the reason that was chosen, or nothing
 * @param confidence how sure the learner is
 * @param verdict what there is to say to the answer, null before it was given
 * @param hinted whether help was asked for
 * @param votes of a class, by choice
 * @param carded whether a presenter still shows the step's words instead of the stage
 */
public record LessonDesk(
    Lesson lesson,
    Progress progress,
    int index,
    @Nullable LessonRuns runs,
    @Nullable Answer draft,
    String reason,
    Progress.Confidence confidence,
    @Nullable Verdict verdict,
    boolean hinted,
    SortedMap<String, Integer> votes,
    boolean carded) {

  public LessonDesk {
    votes = new TreeMap<>(votes);
  }

  /** At the step where the learner has left it. */
  static LessonDesk opened(Lesson lesson, Progress progress) {
    int index = 0;
    for (int i = 0; i < lesson.steps().size(); i++) {
      index = lesson.steps().get(i).id().equals(progress.step()) ? i : index;
    }
    return at(lesson, progress, index);
  }

  private static LessonDesk at(Lesson lesson, Progress progress, int index) {
    return new LessonDesk(
        lesson, progress.at(lesson.steps().get(index).id()), index, null, null, "",
        Progress.Confidence.NONE, null, false, new TreeMap<>(), true);
  }

  /**
   * The same step of the lesson as it is now; if its author has taken that one away, the one that
   * stands in its place. What was answered stays answered.
   */
  LessonDesk renewed(Lesson other) {
    boolean stays = other.step(step().id()).isPresent();
    String there =
        stays
            ? step().id()
            : other.steps().get(Math.min(index, other.steps().size() - 1)).id();
    return opened(other, progress.at(there).in(other.kernel(progress.kernel())));
  }

  /** The same in other words. */
  LessonDesk reworded(Lesson other) {
    return at(other, progress, index)
        .but(
            next -> {
              next.runs = runs;
              next.answer = draft;
              next.reason = reason;
              next.confidence = confidence;
              next.verdict = verdict;
              next.hinted = hinted;
              next.votes = new TreeMap<>(votes);
              next.carded = carded;
            });
  }

  /** At another step, with nothing answered yet. */
  LessonDesk at(int step) {
    return at(lesson, progress, Math.clamp(step, 0, lesson.steps().size() - 1));
  }

  public LessonStep step() {
    return lesson.steps().get(index);
  }

  /**
   * Number of the step that comes next, -1 for none.
   *
   * @param inClass only those that a class goes through together
   */
  public int next(boolean inClass) {
    for (int i = index + 1; i < lesson.steps().size(); i++) {
      if (!inClass || lesson.inClass(lesson.steps().get(i))) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Number of the step before, -1 for none.
   *
   * @param inClass only those that a class goes through together
   */
  public int previous(boolean inClass) {
    for (int i = index - 1; i >= 0; i--) {
      if (!inClass || lesson.inClass(lesson.steps().get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** An answer is wanted and not yet given. */
  public boolean awaits() {
    return step().task().asks() && verdict == null;
  }

  /**
   * What comes after this instant is not to be seen yet: until the answer is given, and where only
   * what an administrator sees is shown, not even then.
   */
  public boolean isBlind() {
    return step().mirror() || step().blind() && verdict == null;
  }

  /**
   * The reason that the step asks for is not chosen yet.
   *
   * @param inClass a class gives its reasons aloud
   */
  public boolean lacksReason(boolean inClass) {
    return !inClass && step().why().isPresent() && reason.isEmpty();
  }

  /** Whether the learner may use something now. */
  public boolean allows(Control control) {
    return !isBlind() && step().allow().contains(control);
  }

  /** Whether something cannot be done in this step. */
  public boolean refuses(Session session, Action action) {
    return LessonGate.refuses(session, action);
  }

  /** The answer that is there, if it is. */
  public Optional<Answer> said() {
    return Optional.ofNullable(draft);
  }

  /** What there is to say to the answer, once it was given. */
  public Optional<Verdict> judged() {
    return Optional.ofNullable(verdict);
  }

  public Optional<LessonRuns> made() {
    return Optional.ofNullable(runs);
  }

  LessonDesk with(LessonRuns made) {
    return but(draft -> draft.runs = made);
  }

  LessonDesk saying(@Nullable Answer answer) {
    return but(draft -> draft.answer = answer);
  }

  LessonDesk because(String why) {
    return but(draft -> draft.reason = why);
  }

  LessonDesk with(Progress.Confidence sure) {
    return but(draft -> draft.confidence = sure);
  }

  LessonDesk judged(Answer answer, Verdict found) {
    return but(
        draft -> {
          draft.answer = answer;
          draft.verdict = found;
          draft.progress = progress.answered(step().id(), answer, found, reason, confidence);
        });
  }

  /** What was said stays to be corrected; what was said one by one begins anew. */
  LessonDesk tryingAgain() {
    boolean stepwise =
        step().task() instanceof Task.Moves || step().task() instanceof Task.Drill;
    return but(
        draft -> {
          draft.verdict = null;
          draft.answer = stepwise ? null : draft.answer;
        });
  }

  LessonDesk withCard(boolean shown) {
    return but(draft -> draft.carded = shown);
  }

  LessonDesk withHint() {
    return but(draft -> draft.hinted = true);
  }

  LessonDesk voting(String choice, int count) {
    return but(draft -> draft.votes.put(choice, Math.max(0, count)));
  }

  private LessonDesk but(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new LessonDesk(
        lesson, draft.progress, index, draft.runs, draft.answer, draft.reason, draft.confidence,
        draft.verdict, draft.hinted, draft.votes, draft.carded);
  }

  /** A lesson while it is being changed. */
  private static final class Draft {
    Progress progress;
    @Nullable LessonRuns runs;
    @Nullable Answer answer;
    String reason;
    Progress.Confidence confidence;
    @Nullable Verdict verdict;
    boolean hinted;
    SortedMap<String, Integer> votes;
    boolean carded;

    Draft(LessonDesk from) {
      progress = from.progress;
      runs = from.runs;
      answer = from.draft;
      reason = from.reason;
      confidence = from.confidence;
      verdict = from.verdict;
      hinted = from.hinted;
      votes = new TreeMap<>(from.votes);
      carded = from.carded;
    }
  }
}
