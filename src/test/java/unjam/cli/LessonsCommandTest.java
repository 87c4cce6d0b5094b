package unjam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import unjam.lesson.Answer;
import unjam.lesson.MadeUpLesson;
import unjam.lesson.Progress;
import unjam.lesson.Progress.Confidence;
import unjam.lesson.ProgressFile;
import unjam.lesson.ProgressShelf;
import unjam.lesson.Verdict;

/** Lessons, and what was done in them, from the command line. */
class LessonsCommandTest {

  private static final String NAME = "03-silent";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void twoLessons() throws IOException {
    MadeUpLesson.in(folder.resolve("lessons"), NAME);
    Path other = MadeUpLesson.in(folder.resolve("lessons"), "07-other");
    MadeUpLesson.edit(other, "tracks: [class, workshop]", "tracks: [class, course]");
    MadeUpLesson.edit(other, "minutes: 5", "minutes: 12");
  }

  private int lessons(String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("--lessons", folder.resolve("lessons").toString()));
    all.addAll(List.of(arguments));
    out.reset();
    return new CommandLine(
            new LessonsCommand(out, new ProgressShelf(folder.resolve("progress"))))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  private String said() {
    return out.toString(UTF_8);
  }

  @Test
  void allLessonsAreListedWithWhatATeacherChoosesBy() {
    assertThat(lessons()).isZero();
    assertThat(said().lines().toList())
        .contains(
            "03   A disk falls silent  5        class workshop  6.1 6.12  03-silent",
            "2 lessons, 17 minutes");
  }

  @Test
  void aWayThroughHasItsLessonsAndTheirMinutes() {
    assertThat(lessons("--path", "course")).isZero();
    assertThat(said()).contains("07-other", "1 lesson, 12 minutes (course)")
        .doesNotContain(NAME);
  }

  @Test
  void titlesAreInTheLanguageAskedForAndStayInTheirColumns() {
    assertThat(lessons("--lang", "zh_CN")).isZero();
    String line = said().lines().filter(each -> each.contains(NAME)).findFirst().orElseThrow();
    assertThat(line).contains("\u4e00\u4e2a\u78c1\u76d8");
    String head = said().lines().findFirst().orElseThrow();
    assertThat(TextTable.width(line.substring(0, line.indexOf("class"))))
        .isEqualTo(head.indexOf("paths"));
  }

  @Test
  void aWayThatIsNoneIsToldWhichThereAre() {
    assertThat(lessons("--path", "night")).isEqualTo(2);
    assertThat(err.toString()).contains("--path night: is none of: class, self-study");
  }

  @Test
  void aLessonThatIsBrokenIsToldAndTheOthersAreListed() throws IOException {
    MadeUpLesson.edit(folder.resolve("lessons/07-other"), "minutes: 12", "minutes: many");
    assertThat(lessons()).isEqualTo(2);
    assertThat(said()).contains(NAME).doesNotContain("07-other");
    assertThat(err.toString()).contains("lesson.yaml:1:", "many");
  }

  private void hand(String file, String learner, String choice) {
    Answer answer = new Answer.Names(List.of(choice));
    Progress progress =
        Progress.begun(NAME, "6.12", 1, "who").of(learner).answered(
            "who", answer, new Verdict(choice.equals("late"), 0, -1, "", answer), "luck",
            Confidence.LOW);
    assertThat(ProgressFile.write(folder.resolve("class").resolve(file), progress)).isEmpty();
  }

  @Test
  void aFolderOfFilesBecomesAClassSummaryInTheLessonsWords() throws IOException {
    hand("1.yaml", "Ann", "late");
    hand("2.yaml", "Bo", "gone");
    Files.writeString(folder.resolve("class/3.yaml"), "lesson: [");

    assertThat(lessons("--summary", folder.resolve("class").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("3.yaml:1:");
    assertThat(said()).contains("03-silent  A disk falls silent", "began 2, finished 0");
    assertThat(said().lines().map(each -> each.replaceAll(" +", " ").strip()))
        .contains(
            "who 2 50 % 1.0 It is gone. (1) Luck. (2)", "Ann 1 0 1 100 % 1.0",
            "Bo 1 0 1 0 % 1.0");
  }

  @Test
  void theSpreadsheetHasOneTableAndComputesNothingThatSomebodyHandedIn() {
    hand("1.yaml", "=1+1, \"x\"", "gone");

    assertThat(lessons("--summary", folder.resolve("class").toString(), "--csv")).isZero();
    List<String> lines = said().lines().toList();
    assertThat(lines).contains(
        "step,03-silent,who,,,,1,0,1.0,It is gone.,1,Luck.,1",
        "learner,,,\"'=1+1, \"\"x\"\"\",1,0,1,0,1.0,,,,");
    assertThat(lines).filteredOn(each -> !each.contains("\""))
        .allSatisfy(each -> assertThat(each.split(",", -1)).hasSize(13));
  }

  @Test
  void aLongAnswerIsShortenedByThePlacesThatItTakes() {
    assertThat(TextTable.shortened("late", 4)).isEqualTo("late");
    assertThat(TextTable.shortened("too late", 4)).isEqualTo("too...");
    assertThat(TextTable.shortened("\u4e00\u4e2a\u78c1\u76d8", 5))
        .isEqualTo("\u4e00\u4e2a...");
  }

  @Test
  void ownProgressIsToldWithItsPlace() {
    assertThat(lessons("--progress")).isZero();
    assertThat(said()).contains(folder.resolve("progress").toString(), "no lesson");

    new ProgressShelf(folder.resolve("progress"))
        .keep(Progress.begun(NAME, "6.12", 1, "when"));
    assertThat(lessons("--progress")).isZero();
    assertThat(said()).contains("A disk falls silent", "when (3/4)");
  }

  @Test
  void whoHandsInIsKnownByNameToTheSummary() {
    new ProgressShelf(folder.resolve("progress"))
        .keep(Progress.begun(NAME, "6.12", 1, "when"));
    String bag = folder.resolve("bag").toString();

    assertThat(lessons("--hand-in", bag, "--learner", "../\u738b Xiao/Ming")).isZero();
    assertThat(said().strip())
        .isEqualTo(folder.resolve("bag/\u738b_Xiao_Ming-" + NAME + ".yaml").toString());
    assertThat(lessons("--summary", bag)).isZero();
    assertThat(said()).contains("../\u738b Xiao/Ming  1");

    assertThat(lessons("--hand-in", bag)).isEqualTo(2);
    assertThat(err.toString()).contains("--hand-in and --learner go together");
    assertThat(lessons("--hand-in", bag, "--learner", "..")).isEqualTo(2);
    assertThat(err.toString()).contains("--learner ..: a name has letters or digits");
  }

  @Test
  void oneThingIsAskedAtATime() {
    assertThat(lessons("--progress", "--path", "class")).isEqualTo(2);
    assertThat(lessons("--csv")).isEqualTo(2);
    assertThat(err.toString()).contains("--csv: is about a summary");
  }
}
