package unjam.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.Action.Grain;
import unjam.app.Look;
import unjam.app.Session;
import unjam.playback.Bookmark;
import unjam.playback.Breakpoint;
import unjam.playback.Pace;
import unjam.trace.EhFact;
import unjam.trace.KernelFunction;
import unjam.ui.Shows;
import unjam.ui.text.Texts;
import unjam.ui.timeline.RouteViewModel.Choice;
import unjam.ui.timeline.RouteViewModel.Sort;

class TransportViewModelTest {

  private final TransportViewModel transport = new TransportViewModel();
  private final Session opened =
      Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH))
          .after(new Action.RunFinished(0, Shows.run()), new Action.Pause());

  private Session at(long nanos, Action... actions) {
    return opened.after(new Action.JumpTo(nanos)).after(actions);
  }

  private void show(Session session) {
    show(session, Shows.ENGLISH);
  }

  private void show(Session session, Texts texts) {
    transport.show(session, session.frame().orElseThrow(), texts);
  }

  private static long silence() {
    return Shows.instant(Mark.Kind.TIMEOUT) - 1_500_000_000L;
  }

  @Test
  void theClockShowsSecondsWithMicroseconds() {
    show(at(4_270_000_999L));

    assertThat(transport.clockProperty().get()).isEqualTo("4.270 000");
  }

  @Test
  void theCompressionIsAlwaysWritten() {
    show(at(silence()));
    assertThat(transport.compressionProperty().get()).isEqualTo("skips 3.00 s: nothing new");

    show(at(Shows.instant(Mark.Kind.TIMEOUT) + 10));
    assertThat(transport.compressionProperty().get())
        .startsWith("skipped").endsWith("s: nothing new");

    show(at(silence(), new Action.SetPace(new Pace.Constant(1_000_000)), new Action.Play()));
    assertThat(transport.compressionProperty().get()).isEqualTo("nothing is skipped");
    assertThat(transport.paceNameProperty().get()).isEqualTo("pace: 1 ms a second");
    assertThat(transport.detailProperty().get()).isEqualTo("1 s on the wall shows 1.00 ms");
    assertThat(transport.shortDetailProperty().get())
        .isEqualTo("1 s on the wall shows 1.00 ms");
  }

  @Test
  void itSaysHowItStands() {
    show(at(Shows.instant(Mark.Kind.LUN_RESET)));
    assertThat(transport.standProperty().get()).isEqualTo("paused at a mark");
    assertThat(transport.detailProperty().get()).matches("\\d+ of \\d+: LUN reset");
    assertThat(transport.shortStandProperty().get()).matches("mark \\d+ of \\d+: LUN reset");

    show(at(silence()));
    assertThat(transport.standProperty().get()).isEqualTo("paused");
    show(at(silence(), new Action.Play()));
    assertThat(transport.standProperty().get()).isEqualTo("playing");
    show(at(0, new Action.ToStart()));
    assertThat(transport.standProperty().get()).isEqualTo("paused at the start");
    show(at(0, new Action.ToEnd()));
    assertThat(transport.standProperty().get()).isEqualTo("paused at the end");
  }

  @Test
  void itSaysWhereABreakpointHasStoppedItHoweverOneGotThere() {
    Breakpoint added = new Breakpoint.InFunction(KernelFunction.SCSI_EH_SCMD_ADD);
    Session stopped = at(0, new Action.RunTo(added, true));
    Session stepped =
        stopped.after(new Action.Step(Grain.EVENT, true), new Action.Step(Grain.EVENT, false));

    for (Session each : List.of(stopped, stepped)) {
      show(each);
      assertThat(transport.standProperty().get()).isEqualTo("stopped at scsi_eh_scmd_add");
      assertThat(transport.shortStandProperty().get())
          .isEqualTo("stopped at scsi_eh_scmd_add");
    }
    show(stopped.after(new Action.Step(Grain.EVENT, true)));
    assertThat(transport.standProperty().get()).doesNotContain("stopped");
  }

  @Test
  void itSaysThatNothingWasFound() {
    show(at(0, new Action.RunTo(new Breakpoint.OfFact(EhFact.Offlined.class), true)));

    assertThat(transport.standProperty().get()).isEqualTo("not found: offlined");
  }

  @Test
  void theNextMarkIsNamedWithItsDistance() {
    show(at(silence()));

    assertThat(transport.nextMarkProperty().get()).matches("\\d\\.\\d{3} s the timer looks");
    assertThat(transport.nextNoteProperty().get()).isEqualTo("next mark, in 1.50 s");
    show(at(0, new Action.ToEnd()));
    assertThat(transport.nextMarkProperty().get()).isEmpty();
    assertThat(transport.nextNoteProperty().get()).isEqualTo("no mark to come");
  }

  @Test
  void theNextMarkDoesNotTellHowItWillEnd() {
    for (Mark mark : Shows.run().marks().all()) {
      show(at(mark.nanos() - 1));
      assertThat(transport.nextMarkProperty().get())
          .isNotEmpty()
          .doesNotContain("not ready", "offline", "opens", "ends", "reset", "error");
    }
  }

  @Test
  void chaptersThatHaveNotBegunKeepTheirName() {
    show(at(silence()));
    var lines = transport.route().chaptersProperty().get();

    assertThat(lines).extracting(each -> each.here()).containsOnlyOnce(true);
    int here = lines.stream().map(each -> each.here()).toList().indexOf(true);
    assertThat(lines.get(here).text()).isEqualTo("sda does not answer");
    assertThat(lines.subList(here + 1, lines.size()))
        .isNotEmpty()
        .allMatch(each -> each.text().equals("to come"));
    show(at(0, new Action.ToEnd()), Shows.CHINESE);
    assertThat(transport.route().chaptersProperty().get())
        .extracting(each -> each.text())
        .contains("sda \u4e0d\u56de\u7b54", "host0 \u6062\u590d");
  }

  @Test
  void everyChoiceHasItsWordsInBothLanguages() {
    for (Texts texts : List.of(Shows.ENGLISH, Shows.CHINESE)) {
      show(opened, texts);
      for (Sort sort : Sort.values()) {
        List<Choice> choices = transport.route().choices(sort);

        assertThat(choices).as("%s", sort).isNotEmpty();
        assertThat(choices).extracting(Choice::text).doesNotContain("").doesNotHaveDuplicates();
        assertThat(choices)
            .allMatch(each -> RouteViewModel.sortOf(each.at()) == sort);
      }
    }
  }

  @Test
  void aBookmarkKnowsWhetherThePlayheadStandsOnIt() {
    Session marked = at(silence());
    Session other =
        marked.after(
            new Action.SetRoute(
                marked.route().with(new Bookmark(marked.playback().at(), "here"))));
    show(other);
    assertThat(transport.route().bookmarksProperty().get())
        .singleElement().matches(each -> each.here());
    show(other.after(new Action.Step(Grain.EVENT, true)));
    assertThat(transport.route().bookmarksProperty().get())
        .singleElement().matches(each -> !each.here());
  }
}
