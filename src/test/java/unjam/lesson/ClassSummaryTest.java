package unjam.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.lesson.Answer.Amount;
import unjam.lesson.Answer.Names;
import unjam.lesson.ClassSummary.OfLearner;
import unjam.lesson.ClassSummary.OfLesson;
import unjam.lesson.ClassSummary.OfStep;
import unjam.lesson.ClassSummary.Said;
import unjam.lesson.Progress.Confidence;

/** A folder of learners' files is what a teacher knows about the class. */
class ClassSummaryTest {

  private static final String LESSON = "03-silent";

  @TempDir Path folder;

  private Function<String, Optional<Lesson>> lessons;

  @BeforeEach
  void aLesson() throws IOException {
    Path path = MadeUpLesson.in(folder.resolve("lessons"), LESSON);
    Lesson lesson =
        LessonReader.read(Catalog.ofClassPath(), new LessonFolder.OnDisk(path)).orThrow();
    lessons = name -> name.equals(LESSON) ? Optional.of(lesson) : Optional.empty();
  }

  private static Progress begun(String learner) {
    return Progress.begun(LESSON, "6.12", 1, "incident").of(learner);
  }

  private static Progress said(Progress before, String what, boolean right, String reason) {
    Answer answer = new Names(List.of(what));
    return before.at("who").answered(
        "who", answer, new Verdict(right, 0, -1, "", answer), reason, Confidence.NONE);
  }

  private static Progress flagged(Progress before, double seconds, boolean right) {
    Answer answer = new Amount(Math.round(seconds * 1e9));
    return before.at("when").answered(
        "when", answer, new Verdict(right, 0, -1, "", answer), "", Confidence.NONE);
  }

  private OfStep step(ClassSummary summary, String id) {
    return summary.lessons().getFirst().steps().stream()
        .filter(each -> each.step().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aStepTellsHowManyWereRightAtOnceAndWhatWasThoughtInstead() {
    ClassSummary summary =
        ClassSummary.of(
            List.of(
                said(begun("Ann"), "late", true, "timer"),
                said(said(begun("Bo"), "gone", false, "luck"), "late", true, "timer"),
                said(begun("Cy"), "gone", false, "luck"),
                said(begun("Di"), "broken", false, "luck")),
            lessons);

    OfStep who = step(summary, "who");
    assertThat(who.answered()).isEqualTo(4);
    assertThat(who.percent()).isEqualTo(25);
    assertThat(who.meanTries()).isEqualTo(1.25);
    assertThat(who.missed()).as("a first wrong answer counts, though it was corrected")
        .contains(new Said("gone", 2));
    assertThat(who.reason()).contains(new Said("luck", 2));
  }

  @Test
  void flagsInTheSameSecondAreTheSameWrongAnswer() {
    ClassSummary summary =
        ClassSummary.of(
            List.of(
                flagged(begun("Ann"), 29.8, false), flagged(begun("Bo"), 30.3, false),
                flagged(begun("Cy"), 60, false), flagged(begun("Di"), 31, true)),
            lessons);

    assertThat(step(summary, "when").missed()).contains(new Said("30 s", 2));
  }

  @Test
  void onlyWhoIsAtTheEndWithEverythingAnsweredHasFinished() {
    Progress all = flagged(said(begun("Ann"), "late", true, "timer"), 31, true).at("end");
    Progress skipped = said(begun("Bo"), "late", true, "timer").at("end");
    Progress notYet = flagged(said(begun("Cy"), "late", true, "timer"), 31, true);

    ClassSummary summary = ClassSummary.of(List.of(all, skipped, notYet), lessons);

    OfLesson lesson = summary.lessons().getFirst();
    assertThat(lesson.began()).isEqualTo(3);
    assertThat(lesson.finished()).isEqualTo(1);
    assertThat(summary.learners()).containsExactly(
        new OfLearner("Ann", 1, 1, 2, 2, 2), new OfLearner("Bo", 1, 0, 1, 1, 1),
        new OfLearner("Cy", 1, 0, 2, 2, 2));
  }

  @Test
  void everyStepThatAsksHasALineInTheLessonsOrderAndOldStepsComeLast() {
    Answer answer = new Names(List.of("x"));
    Progress old =
        begun("Ann").answered(
            "before", answer, new Verdict(true, 0, -1, "", answer), "", Confidence.NONE);

    assertThat(ClassSummary.of(List.of(old), lessons).lessons().getFirst().steps())
        .extracting(OfStep::step, OfStep::answered)
        .containsExactly(
            tuple("who", 0),
            tuple("when", 0),
            tuple("before", 1));
  }

  @Test
  void aLessonThatIsNotThereIsSummedUpAndNobodyHasFinishedIt() {
    Progress progress = said(begun("Ann"), "gone", false, "luck");
    ClassSummary summary = ClassSummary.of(List.of(progress), name -> Optional.empty());

    assertThat(summary.lessons().getFirst().finished()).isZero();
    assertThat(step(summary, "who").missed()).contains(new Said("gone", 1));
    assertThat(step(summary, "who").reason()).as("nobody knows which one is right").isEmpty();
  }

  private void hand(String file, Progress progress) {
    assertThat(ProgressFile.write(folder.resolve("class").resolve(file), progress)).isEmpty();
  }

  private ClassFolder handedIn() {
    return ClassFolder.read(folder.resolve("class"));
  }

  @Test
  void aLearnerIsCalledByTheEntryOrByTheFileOrByTheFolder() {
    hand("a.yaml", begun("Ann"));
    hand("bo-" + LESSON + ".yaml", begun(""));
    hand(LESSON + "_cy.yaml", begun(""));
    hand("Di/" + LESSON + ".yaml", begun(""));

    assertThat(handedIn().problems()).isEmpty();
    assertThat(handedIn().handedIn()).extracting(Progress::learner)
        .containsExactly("Ann", "Di", "bo", "cy");
  }

  @Test
  void badFilesAreNamedAndTheRestCounts() throws IOException {
    hand("a.yaml", begun("Ann"));
    Files.writeString(folder.resolve("class/b.yaml"), "lesson: [\n");
    Files.writeString(folder.resolve("class/c.yaml"), "lesson: 03-silent\nkernal: '6.12'\n");
    Files.writeString(folder.resolve("class/notes.txt"), "Bo was ill");

    ClassFolder read = handedIn();
    assertThat(read.handedIn()).extracting(Progress::learner).containsExactly("Ann");
    assertThat(read.problems()).extracting(Problem::file)
        .allMatch(each -> each.endsWith("b.yaml") || each.endsWith("c.yaml"));
    assertThat(read.problems()).extracting(Problem::message)
        .anyMatch(each -> each.contains("kernal"));
  }

  @Test
  void ofTwoFilesForOneLessonTheLongerOneCounts() {
    hand("early.yaml", begun("Ann"));
    hand("later.yaml", said(begun("Ann"), "late", true, "timer"));

    ClassFolder read = handedIn();
    assertThat(read.handedIn()).singleElement()
        .satisfies(each -> assertThat(each.answers()).containsKey("who"));
    assertThat(read.problems()).singleElement().satisfies(
        each -> assertThat(each.text()).contains("early.yaml: ", "twice", "later.yaml"));
  }

  @Test
  void theFirstWrongAnswerIsKeptInTheFile() {
    Progress progress = said(said(begun("Bo"), "gone", false, "luck"), "late", true, "timer");
    hand("bo.yaml", progress);

    assertThat(ProgressFile.read(folder.resolve("class/bo.yaml")))
        .isEqualTo(new Read.Good<>(progress));
    assertThat(progress.answers().get("who").missed()).isEqualTo("gone");
  }
}
