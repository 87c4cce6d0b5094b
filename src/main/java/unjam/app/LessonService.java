package unjam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.engine.Prng;
import unjam.lesson.Lesson;
import unjam.lesson.LessonReader;
import unjam.lesson.LessonShelf;
import unjam.lesson.LessonStep;
import unjam.lesson.Measured;
import unjam.lesson.Progress;
import unjam.lesson.ProgressShelf;
import unjam.lesson.RunFacts;
import unjam.lesson.Task;
import unjam.playback.Cursor;
import unjam.scenario.Scenario;

/** Reads lessons, makes their runs and keeps what was answered, away from whoever asks. */
public final class LessonService {

  private final Catalog catalog;
  private final LessonShelf lessons;
  private final ProgressShelf progress;
  private final LongSupplier seeds;
  private final Executor worker;
  private final Consumer<Action> answer;

  /** Runs that were made for the lesson that was prepared last. */
  private final SortedMap<String, OpenRun> made = new TreeMap<>();

  private @Nullable Lesson madeFor;
  private long madeWith;
  private String madeIn = "";

  /**
   * @param catalog what runs are made of
   * @param lessons where lessons are
   * @param progress where answers are kept
   * @param seeds chooses for a new learner where something varies
   * @param worker does all of it
   * @param answer takes what came of it, on the worker's thread
   */
  public LessonService(
      Catalog catalog,
      LessonShelf lessons,
      ProgressShelf progress,
      LongSupplier seeds,
      Executor worker,
      Consumer<Action> answer) {
    this.catalog = catalog;
    this.lessons = lessons;
    this.progress = progress;
    this.seeds = seeds;
    this.worker = worker;
    this.answer = answer;
  }

  /** Does what a reducer wants to have done, as far as it is about lessons. */
  public void perform(Effect effect) {
    if (effect instanceof Effect.Lesson(LessonErrand errand)) {
      worker.execute(() -> run(errand));
    }
  }

  private void run(LessonErrand errand) {
    switch (errand) {
      case LessonErrand.Open open -> open(open);
      case LessonErrand.Reread(String lesson) -> reread(lesson);
      case LessonErrand.Prepare prepare -> prepare(prepare);
      case LessonErrand.Keep(Progress kept) ->
          progress.keep(kept).ifPresent(
              problem -> answer.accept(new Action.Complain(List.of(problem))));
    }
  }

  private void send(LessonMove move) {
    answer.accept(new Action.InLesson(move));
  }

  private void open(LessonErrand.Open open) {
    if (!lessons.names().contains(open.lesson())) {
      Problem none =
          new Problem(
              open.lesson(), 0, 0,
              "there is no such lesson; there are " + String.join(", ", lessons.names()));
      send(new LessonMove.Failed(open.request(), List.of(none)));
      return;
    }
    switch (LessonReader.read(catalog, lessons.folder(open.lesson()))) {
      case Read.Bad<Lesson>(List<Problem> problems) ->
          send(new LessonMove.Failed(open.request(), problems));
      case Read.Good<Lesson>(Lesson lesson) ->
          send(new LessonMove.Opened(open.request(), lesson, begun(lesson, open.anew())));
    }
  }

  /** Nothing has become of what is shown: a broken save only says what is wrong with it. */
  private void reread(String lesson) {
    switch (LessonReader.read(catalog, lessons.folder(lesson))) {
      case Read.Bad<Lesson>(List<Problem> problems) ->
          answer.accept(new Action.Complain(problems));
      case Read.Good<Lesson>(Lesson good) -> send(new LessonMove.Renewed(good));
    }
  }

  private Progress begun(Lesson lesson, boolean anew) {
    Optional<Progress> kept =
        anew
            ? Optional.empty()
            : progress
                .kept(lesson.name())
                .filter(each -> lesson.kernels().contains(each.kernel()))
                .filter(each -> lesson.step(each.step()).isPresent());
    return kept.orElseGet(
        () ->
            Progress.begun(
                lesson.name(), lesson.kernel(Catalog.DEFAULT_KERNEL), seeds.getAsLong(),
                lesson.steps().getFirst().id()));
  }

  private void prepare(LessonErrand.Prepare asked) {
    try {
      send(new LessonMove.Ready(asked.request(), runs(asked)));
    } catch (RuntimeException mistake) {
      Problem problem =
          new Problem(
              asked.lesson().name(), asked.step().line(), 1,
              "the step " + asked.step().id() + " cannot be prepared: " + mistake.getMessage());
      send(new LessonMove.Failed(asked.request(), List.of(problem)));
    }
  }

  private LessonRuns runs(LessonErrand.Prepare asked) {
    Lesson lesson = asked.lesson();
    LessonStep step = asked.step();
    if (lesson != madeFor
        || madeWith != asked.progress().seed()
        || !madeIn.equals(asked.progress().kernel())) {
      made.clear();
      madeFor = lesson;
      madeWith = asked.progress().seed();
      madeIn = asked.progress().kernel();
    }
    OpenRun full = made(lesson, step.run());
    RunFacts facts = new RunFacts(full.timeline());
    Cursor at =
        step.at()
            .map(facts::find)
            .filter(seq -> seq.isPresent())
            .map(seq -> Cursor.after(full.trace(), seq.getAsInt()))
            .orElse(null);
    SortedMap<String, RunFacts> others = new TreeMap<>();
    for (String each : lesson.runsOf(step)) {
      others.put(each, new RunFacts(made(lesson, each).timeline()));
    }
    return new LessonRuns(
        full, step.cut() && at != null ? full.until(at) : full, at, others, cases(step),
        values(lesson));
  }

  private OpenRun made(Lesson lesson, String name) {
    return made.computeIfAbsent(name, each -> SimulationService.openNow(scenario(lesson, each)));
  }

  private Scenario scenario(Lesson lesson, String run) {
    return Objects.requireNonNull(lesson.runs().get(run))
        .variant(madeWith)
        .scenario(catalog, List.of("kernel=" + madeIn))
        .orThrow();
  }

  /** The runs that a drill asks about: some of those it has, in an order of the seed's. */
  private List<String> cases(LessonStep step) {
    if (!(step.task() instanceof Task.Drill drill)) {
      return List.of();
    }
    List<String> left = new ArrayList<>(drill.runs());
    List<String> cases = new ArrayList<>();
    Prng chance = new Prng(madeWith).stream(step.id());
    while (cases.size() < drill.ask() && !left.isEmpty()) {
      cases.add(left.remove((int) chance.nextLong(left.size())));
    }
    return cases;
  }

  private SortedMap<String, String> values(Lesson lesson) {
    SortedMap<String, String> values = new TreeMap<>();
    TreeSet<String> runs = new TreeSet<>();
    lesson.values().values().forEach(each -> runs.add(each.run()));
    for (String run : runs) {
      RunFacts facts = new RunFacts(made(lesson, run).timeline());
      lesson.values().forEach(
          (name, value) -> {
            if (value.run().equals(run)) {
              values.put(name, facts.measure(value.of()).map(Measured::text).orElse("?"));
            }
          });
    }
    return values;
  }
}
