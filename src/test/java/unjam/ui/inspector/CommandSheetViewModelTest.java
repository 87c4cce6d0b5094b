package unjam.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import unjam.analysis.CommandLife;
import unjam.analysis.Mark;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.projection.CommandView;
import unjam.ui.Shows;
import unjam.ui.control.TokenShape;
import unjam.ui.inspector.CommandPicture.Holding;
import unjam.ui.inspector.CommandPicture.Stack;
import unjam.ui.inspector.CommandPicture.WhyLine;
import unjam.ui.text.Texts;

class CommandSheetViewModelTest {

  private static final OpenRun RUN = Shows.run();
  private static final int VICTIM = RUN.missed().getFirst().command();

  private final CommandSheetViewModel sheet = new CommandSheetViewModel();

  private CommandPicture show(Frame frame, int selection) {
    sheet.show(frame, selection, Shows.ENGLISH);
    return sheet.pictureProperty().get();
  }

  private static String field(CommandPicture picture, String id) {
    return picture.fields().stream()
        .filter(each -> each.id().equals(id))
        .map(FieldLine::value)
        .findFirst()
        .orElse("no such field");
  }

  private static List<Long> instants() {
    return RUN.marks().all().stream()
        .flatMap(mark -> LongStream.of(0, 5_000, 600_000_000)
            .mapToObj(later -> mark.nanos() + later))
        .toList();
  }

  @Test
  void itIsAboutTheCommandThatThePictureIsAbout() {
    CommandPicture picture = show(Shows.silence(), -1);

    assertThat(picture.head().command()).isEqualTo(VICTIM);
    assertThat(picture.head().followed()).isFalse();
    assertThat(picture.head().title()).matches("READ\\(10\\) tag#[0-9]+");
    assertThat(picture.head().note()).startsWith("sda, sector").contains("4\u00a0KiB", "waiting");
  }

  @Test
  void itIsAboutTheCommandThatSomebodyFollows() {
    Frame frame = Shows.onTheFirstRung();
    CommandView other =
        frame.state().commands().stream().filter(each -> each.id() != VICTIM).findFirst()
            .orElseThrow();
    CommandPicture picture = show(frame, other.id());

    assertThat(picture.head().command()).isEqualTo(other.id());
    assertThat(picture.head().followed()).isTrue();
    assertThat(picture.head().token().orElseThrow().shape()).isEqualTo(TokenShape.WAITS);
    assertThat(picture.why()).extracting(WhyLine::sentence)
        .anyMatch(each -> each.startsWith("sda: "));
  }

  @Test
  void whileTheDiskHasItNoProcessorDoes() {
    CommandPicture picture = show(Shows.firstReadInTheDisk(), 0);

    Holding now = picture.holdings().stream().filter(Holding::now).findFirst().orElseThrow();
    assertThat(now.id()).isEqualTo("holder-disk");
    assertThat(now.runner()).isEmpty();
    assertThat(picture.standing().place()).contains("No CPU works on it");
    assertThat(picture.standing().stacks()).extracting(Stack::id).containsExactly("waits");
    assertThat(picture.idle()).matches("For 9[0-9.]+ % of its life no CPU works on\u00a0it\\.");
    assertThat(field(picture, "cdb")).isEqualTo("28 00 00 00 00 00 00 00 08 00");
    assertThat(field(picture, "retries")).isEqualTo("0 of 5");
    assertThat(field(picture, "time-left")).isEqualTo("2.999 s of 3 s");
  }

  @Test
  void theErrorHandlerBorrowsItAndSleepsMeanwhile() {
    CommandPicture picture =
        show(Shows.at(Shows.instant(Mark.Kind.HOST_RESET) + 500_000_000L), VICTIM);

    assertThat(picture.head().token().orElseThrow().shape()).isEqualTo(TokenShape.HELD);
    assertThat(field(picture, "eh_eflags")).isEqualTo("ABORT_SCHEDULED");
    assertThat(picture.standing().stacks().getFirst().functions())
        .startsWith("eh_host_reset_handler")
        .endsWith("scsi_error_handler");
    assertThat(picture.holdings()).filteredOn(Holding::now).extracting(Holding::title)
        .containsExactly("scsi_eh_0");
  }

  @Test
  void beforeItsBirthItSaysWhenThatWillBe() {
    CommandPicture picture = show(Shows.at(0), VICTIM);

    assertThat(picture.isAlive()).isFalse();
    assertThat(picture.head().birth()).isPositive();
    CommandPicture born = show(Shows.at(picture.head().birth()), VICTIM);
    assertThat(born.isAlive()).isTrue();
    assertThat(born.head().birth()).isEqualTo(-1);
  }

  @Test
  void afterItsEndItShowsHowItEnded() {
    CommandLife life = CommandLife.of(RUN.trace(), RUN.commands(), VICTIM).orElseThrow();
    CommandPicture last = show(Shows.at(life.end() - 1), VICTIM);
    CommandPicture over = show(Shows.at(RUN.trace().endNanos()), VICTIM);

    assertThat(field(last, "status")).isEqualTo("no such field");
    assertThat(field(over, "status")).isEqualTo("BLK_STS_" + life.status().orElseThrow());
    assertThat(over.holdings()).noneMatch(Holding::now);
    assertThat(over.head().token().orElseThrow().shape()).isEqualTo(TokenShape.ANSWERED);
    assertThat(over.idle()).contains("worked");
  }

  @Test
  void whenNobodyIsOnTheWayItIsAboutTheLastOne() {
    CommandPicture picture = show(Shows.at(40_000_000), -1);

    assertThat(Shows.at(40_000_000).state().commands()).isEmpty();
    assertThat(picture.head().command()).isNotNegative();
    assertThat(picture.holdings()).isNotEmpty().noneMatch(Holding::now);
  }

  /** The line that is lit is the last one that has happened. */
  @Test
  void theLineOfItsLifeThatIsLitFollowsThePlayhead() {
    for (long nanos : instants()) {
      Frame frame = Shows.at(nanos);
      CommandPicture picture = show(frame, VICTIM);
      if (!picture.isAlive()) {
        continue;
      }
      int now = picture.now();
      assertThat(picture.life().get(now).seq()).isLessThanOrEqualTo(frame.at().seq());
      if (now + 1 < picture.life().size()) {
        assertThat(picture.life().get(now + 1).seq()).isGreaterThan(frame.at().seq());
      }
    }
  }

  @Test
  void thereAreWordsForEveryInstantInBothLanguages() {
    for (Texts texts : List.of(Shows.ENGLISH, Shows.CHINESE)) {
      for (long nanos : instants()) {
        Frame frame = Shows.at(nanos);
        sheet.show(frame, -1, texts);
        CommandPicture picture = sheet.pictureProperty().get();
        assertThat(picture.holdings()).isNotEmpty();
        assertThat(picture.why()).isNotEmpty();
        assertThat(picture.standing().place()).isNotEmpty();
      }
    }
  }
}
