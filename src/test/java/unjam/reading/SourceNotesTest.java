package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unjam.reading.SourceNoteReader.Mistake;
import unjam.reading.SourceNoteReader.Result;
import unjam.trace.KernelFunction;

class SourceNotesTest {

  /** Words that are no function of the path: who sets up the machine, and who prints. */
  private static final Set<KernelFunction> WITHOUT_NOTE =
      EnumSet.of(KernelFunction.SCENARIO, KernelFunction.PRINTK);

  /** The application's two moments: a sentence says it all. */
  private static final Set<KernelFunction> WITHOUT_STEPS =
      EnumSet.of(KernelFunction.IO_START, KernelFunction.IO_END);

  private static final int LONGEST_ENGLISH = 92;
  private static final int LONGEST_CHINESE = 52;

  private static Result read(KernelFunction function, String language) {
    String file = SourceNotes.fileOf(function, language);
    return SourceNoteReader.read(file, function, SourceNotes.text(file).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void everyFunctionOfThePathHasAFaultlessNoteInBothLanguages(KernelFunction function) {
    if (WITHOUT_NOTE.contains(function)) {
      assertThat(SourceNotes.in(Locale.ENGLISH).of(function)).isEmpty();
      return;
    }
    Result english = read(function, "en");
    Result chinese = read(function, "zh_CN");

    assertThat(Stream.of(english, chinese).flatMap(each -> each.mistakes().stream())).isEmpty();
    int steps = english.note().steps().size();
    if (WITHOUT_STEPS.contains(function)) {
      assertThat(steps).isZero();
    } else {
      assertThat(steps).as("steps of " + function).isBetween(2, 8);
    }
    sameInBoth(english.note(), chinese.note());
    shortEnough(english.note(), LONGEST_ENGLISH);
    shortEnough(chinese.note(), LONGEST_CHINESE);
  }

  private static void sameInBoth(SourceNote english, SourceNote chinese) {
    assertThat(chinese.detail()).isEqualTo(english.detail());
    assertThat(chinese.versions().keySet()).isEqualTo(english.versions().keySet());
    assertThat(chinese.steps()).hasSameSizeAs(english.steps());
    for (int i = 0; i < english.steps().size(); i++) {
      SourceNote.Step one = english.steps().get(i);
      SourceNote.Step other = chinese.steps().get(i);
      assertThat(other.lights())
          .as("what lights step %d of %s", i + 1, english.function())
          .isEqualTo(one.lights());
      assertThat(other.calls()).isEqualTo(one.calls());
      assertThat(words(other.text()))
          .as("the kernel's own names in step %d of %s", i + 1, english.function())
          .containsExactlyInAnyOrderElementsOf(words(one.text()));
    }
  }

  /** What stands between backquotes. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    String[] runs = text.split("`", -1);
    for (int i = 1; i < runs.length; i += 2) {
      words.add(runs[i]);
    }
    return words;
  }

  private static void shortEnough(SourceNote note, int longest) {
    assertThat(note.steps())
        .extracting(SourceNote.Step::text)
        .allMatch(text -> text.length() <= longest && !text.contains("  "));
  }

  @Test
  void chineseIsWrittenInChineseAndEnglishIsNot() {
    for (KernelFunction function : KernelFunction.values()) {
      SourceNotes.in(Locale.SIMPLIFIED_CHINESE).of(function).ifPresent(note ->
          assertThat(note.purpose()).as("purpose of " + function).matches(SourceNotesTest::han));
      SourceNotes.in(Locale.ENGLISH).of(function).ifPresent(note ->
          assertThat(note.purpose()).as("purpose of " + function).matches(text -> !han(text)));
    }
  }

  private static boolean han(String text) {
    return text.codePoints()
        .anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN);
  }

  @Test
  void thereIsNoNoteWithoutAFunction() throws IOException {
    List<String> known = new ArrayList<>();
    for (KernelFunction function : KernelFunction.values()) {
      known.add(function.kernelName() + ".en.md");
      known.add(function.kernelName() + ".zh_CN.md");
    }
    try (Stream<Path> files = Files.list(Path.of("assets/source-notes"))) {
      assertThat(files.map(each -> each.getFileName().toString())).isSubsetOf(known);
    }
  }

  @Test
  void anyLanguageButChineseIsEnglish() {
    SourceNotes english = SourceNotes.in(Locale.ENGLISH);

    assertThat(SourceNotes.in(Locale.GERMAN)).isSameAs(english);
    assertThat(SourceNotes.in(Locale.SIMPLIFIED_CHINESE)).isNotSameAs(english);
    assertThat(english.of(KernelFunction.SCSI_TIMEOUT)).isPresent();
  }

  @Test
  void everyMistakeIsNamedWithItsLine() {
    String text =
        """
        # scsi_eh_wakeup

        Why it exists.

        1. Good.
           <!-- lit: eh_woken | {host_failed} of {request_started.tag} at {now} -->
        3. Out of order.
           <!-- lit: eh_slumbered -->
           <!-- lit: eh_woken host_tired=1 | {host_sad} {request_started.mood} -->
           <!-- calls: scsi_eh_tur, scsi_eh_dance -->
           <!-- lights: eh_woken -->
           <!-- lit: eh_woken
        A stray line.

        ## Versions

        - 5.10: Fine.
        - 5.10: Twice.
        - 4.4: Unknown.
        """;
    Result result = SourceNoteReader.read("x.md", KernelFunction.SCSI_EH_WAKEUP, text);

    assertThat(result.mistakes()).extracting(Mistake::toString).satisfiesExactly(
        each -> assertThat(each).startsWith("x.md:7: step 3 stands where step 2 should"),
        each -> assertThat(each).startsWith("x.md:8: there is no fact \"eh_slumbered\""),
        each -> assertThat(each).startsWith("x.md:9: the fact \"eh_woken\" has no field \"host_s"),
        each -> assertThat(each).startsWith("x.md:9: the fact \"request_started\" has no field"),
        each -> assertThat(each).startsWith("x.md:9: the fact \"eh_woken\" has no field \"host_t"),
        each -> assertThat(each).startsWith("x.md:10: there is no function \"scsi_eh_dance\""),
        each -> assertThat(each).startsWith("x.md:11: a remark must be"),
        each -> assertThat(each).startsWith("x.md:12: a remark begins with"),
        each -> assertThat(each).startsWith("x.md:13: neither a step, nor part of one"),
        each -> assertThat(each).startsWith("x.md:18: version 5.10 stands here twice"),
        each -> assertThat(each).startsWith("x.md:19: a version must be written as"));
  }

  @Test
  void anEmptyFileAndAnotherFunctionsNoteAreMistakes() {
    for (String text : List.of("", "# scsi_timeout\n\nPurpose.\n")) {
      Result result = SourceNoteReader.read("x.md", KernelFunction.SCSI_EH_WAKEUP, text);

      assertThat(result.mistakes())
          .extracting(Mistake::toString)
          .containsExactly("x.md:1: the first line must be \"# scsi_eh_wakeup\"");
    }
  }

  @Test
  void aNoteIsOneOfTheThreeVersionsOnly() {
    Optional<SourceNote> note = SourceNotes.in(Locale.ENGLISH).of(KernelFunction.SCSI_TIMEOUT);

    assertThat(note.orElseThrow().inVersion("6.12")).isPresent();
    assertThat(note.orElseThrow().inVersion("4.4")).isEmpty();
  }
}
