package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import unjam.catalog.Catalog;

class SimulationServiceTest {

  private final Queue<Runnable> work = new ArrayDeque<>();
  private final List<Action> answers = new ArrayList<>();
  private final Library library = new Library();
  private final SimulationService service =
      new SimulationService(Catalog.of(library), work::add, answers::add);

  /** Counts how often a scenario is read; each run reads its own. */
  private static final class Library extends ClassLoader {
    int scenariosRead;

    Library() {
      super(Catalog.class.getClassLoader());
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      scenariosRead += name.contains("/scenario/") ? 1 : 0;
      return super.getResourceAsStream(name);
    }
  }

  private void workOff() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private OpenRun run(int request, String scenario) {
    answers.clear();
    service.perform(new Effect.Run(request, scenario));
    workOff();
    assertThat(answers).singleElement().isInstanceOf(Action.RunFinished.class);
    Action.RunFinished finished = (Action.RunFinished) answers.getFirst();
    assertThat(finished.request()).isEqualTo(request);
    return finished.run();
  }

  @Test
  void aPreparedRunIsThereForWhoeverAsksFirst() {
    service.prepare("healthy");
    workOff();
    assertThat(answers).isEmpty();

    OpenRun first = run(1, "healthy");
    assertThat(library.scenariosRead).isOne();
    OpenRun second = run(2, "healthy");
    assertThat(library.scenariosRead).isEqualTo(2);

    assertThat(second.trace().size()).isEqualTo(first.trace().size());
  }

  @Test
  void aPreparedRunIsNotTakenForAnother() {
    service.prepare("healthy");

    assertThat(run(1, "bad-sector").title())
        .isNotEqualTo(Catalog.ofClassPath().scenario("healthy").orElseThrow().title());
  }

  @Test
  void preparingWhatDoesNotExistHarmsNobody() {
    service.prepare("no-such-scenario");

    run(1, "healthy");
  }

  @Test
  void onlyTheNewestRequestIsAnswered() {
    service.perform(new Effect.Run(1, "healthy"));
    service.perform(new Effect.Run(2, "healthy"));
    workOff();

    assertThat(answers)
        .singleElement()
        .satisfies(each -> assertThat(((Action.RunFinished) each).request()).isEqualTo(2));
  }
}
