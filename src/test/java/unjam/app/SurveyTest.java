package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import unjam.analysis.CostFigure;
import unjam.app.SweepFlaw.Field;
import unjam.app.SweepWish.Range;
import unjam.catalog.Catalog;
import unjam.scsi.Knob;

/** A sweep that goes on while somebody works. */
class SurveyTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  private final List<Effect> effects = new ArrayList<>();
  private Session session =
      Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH)).after(finished("lost-command"));

  private static Action finished(String scenario) {
    return new Action.RunFinished(
        0, SimulationService.openNow(CATALOG, scenario).orElseThrow());
  }

  private void happens(SweepStep step) {
    Next next = SessionReducer.update(session, new Action.Sweeping(step));
    session = next.session();
    effects.addAll(next.effects());
  }

  /** What is asked for is done at once, and what comes of it is taken. */
  private void sweep(SweepWish wish) {
    happens(new SweepStep.Start(wish));
    SweepService service =
        new SweepService(
            CATALOG, Runnable::run, 2,
            answer -> {
              synchronized (effects) {
                session = SessionReducer.update(session, answer).session();
              }
            });
    List.copyOf(effects).forEach(service::perform);
  }

  private static SweepWish wish(Knob first, String values, Knob second, String others) {
    return new SweepWish(List.of(new Range(first, values), new Range(second, others)), "2");
  }

  private List<Field> flaws(SweepWish wish) {
    sweep(wish);
    assertThat(session.survey().stand()).isEqualTo(Survey.Stand.REFUSED);
    assertThat(session.survey().results()).isEmpty();
    return session.survey().flaws().stream().map(SweepFlaw::field).toList();
  }

  @Test
  void whatIsAskedForIsRunAndKeptInTheOrderOfThePlan() {
    sweep(wish(Knob.TIMEOUT, "5, 10", Knob.MAX_RETRIES, "0 5"));
    Survey survey = session.survey();
    assertThat(survey.stand()).isEqualTo(Survey.Stand.DONE);
    assertThat(survey.results()).extracting(Sweep.Result::cell)
        .containsExactly(0, 0, 1, 1, 2, 2, 3, 3);
    assertThat(survey.isAbout(session.work().orElseThrow().scenario())).isTrue();
    happens(new SweepStep.Show(CostFigure.ERRORS));
    assertThat(session.survey().results()).isEqualTo(survey.results());
    assertThat(session.survey().figure()).isEqualTo(CostFigure.ERRORS);
  }

  @Test
  void everyFieldHasItsOwnFlaw() {
    assertThat(flaws(wish(Knob.TIMEOUT, "soon, -3", Knob.MAX_RETRIES, "9")))
        .containsExactly(Field.FIRST, Field.SECOND);
    assertThat(flaws(wish(Knob.TIMEOUT, " , ", Knob.TIMEOUT, "5, 5")))
        .containsExactly(Field.FIRST, Field.SECOND);
    assertThat(flaws(new SweepWish(List.of(Range.usual(Knob.TIMEOUT)), "many")))
        .containsExactly(Field.SEEDS);
  }

  @Test
  void theUsualValuesOfEverySettingAreTaken() {
    for (Knob knob : SweepWish.KNOBS) {
      effects.clear();
      sweep(new SweepWish(List.of(Range.usual(knob)), "1"));
      assertThat(session.survey().stand()).as(knob.shortName()).isEqualTo(Survey.Stand.DONE);
    }
  }

  @Test
  void answersToASweepThatNobodyWaitsForAreDropped() {
    happens(new SweepStep.Start(SweepWish.FIRST));
    int stale = session.survey().request();
    happens(new SweepStep.Stop());
    assertThat(effects).last().isInstanceOf(Effect.StopSweep.class);
    happens(new SweepStep.Ended(stale, List.of()));
    happens(new SweepStep.Refused(stale, List.of()));
    assertThat(session.survey().stand()).isEqualTo(Survey.Stand.STOPPED);
    happens(new SweepStep.Start(SweepWish.FIRST));
    happens(new SweepStep.Ended(stale, List.of()));
    assertThat(session.survey().isRunning()).isTrue();
  }

  @Test
  void anotherScenarioEndsTheSweepAndKeepsTheWish() {
    SweepWish wish = wish(Knob.TIMEOUT, "5", Knob.EH_TIMEOUT, "1");
    happens(new SweepStep.Start(wish));
    Next next = SessionReducer.update(session, finished("healthy"));
    assertThat(next.effects()).anyMatch(each -> each instanceof Effect.StopSweep);
    assertThat(next.session().survey().stand()).isEqualTo(Survey.Stand.NOTHING);
    assertThat(next.session().survey().wish()).isEqualTo(wish);
  }

  @Test
  void whatShowsWholeRunsStandsStill() {
    session = session.after(new Action.Play());
    assertThat(session.playback().playing()).isTrue();
    session = session.after(new Action.SetDesk(session.desk().with(View.SWEEP)));
    assertThat(session.playback().playing()).isFalse();
  }
}
