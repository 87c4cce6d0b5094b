package unjam.conform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.catalog.Catalog;
import unjam.engine.LimitExceeded;
import unjam.kernel.Simulation;
import unjam.scenario.Scenario;
import unjam.trace.EndState;
import unjam.trace.Trace;

/** Runs recordings of real kernels against the simulator, each in turn. */
public final class Conform {

  /** The family whose tool starts its clock before it opens the disk. */
  private static final String ISCSI = "iscsi";

  private final Catalog catalog;
  private final Simulator simulator;
  private final Deviations deviations;

  /** A run of a scenario to its end. */
  public interface Simulator {

    /** Runs it; the same scenario gives the same result. */
    Simulated run(Scenario scenario);

    /** The simulator of this application. */
    static Simulator ofApplication() {
      return scenario -> {
        Simulation.Run run = Simulation.run(scenario);
        return new Simulated(run.trace(), run.end());
      };
    }
  }

  /** What a run leaves: its trace, and where the simulator's own objects stood. */
  public record Simulated(Trace trace, EndState end) {}

  public Conform(Catalog catalog, Simulator simulator, Deviations deviations) {
    this.catalog = catalog;
    this.simulator = simulator;
    this.deviations = deviations;
  }

  /** With the application's own catalog, simulator and list of deviations. */
  public static Conform ofApplication() {
    return new Conform(
        Catalog.ofClassPath(), Simulator.ofApplication(), Deviations.ofApplication());
  }

  /** The recordings at or below the given directories, in order of path. */
  public static List<Path> recordings(List<Path> directories) {
    return directories.stream().flatMap(each -> recordings(each).stream()).toList();
  }

  /** The recordings at or below a directory, in order of path; none if it holds none. */
  public static List<Path> recordings(Path directory) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(directory, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
          if (RecordingReader.looksLikeOne(at)) {
            found.add(at);
            return FileVisitResult.SKIP_SUBTREE;
          }
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path at, IOException failure) {
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(directory.toString(), e);
    }
    found.sort(null);
    return found;
  }

  /** Checks one recording. */
  public Verdict check(Path directory) {
    return switch (RecordingReader.read(directory)) {
      case RecordingReader.Reading.Unreadable(var problems) ->
          new Verdict(directory.toString(), "", new Verdict.Outcome.Unreadable(problems));
      case RecordingReader.Reading.Read(var recording) ->
          new Verdict(recording.title(), recording.shows(), outcome(recording));
    };
  }

  private Verdict.Outcome outcome(Recording recording) {
    if (recording.golden().excluded().isPresent()) {
      return new Verdict.Outcome.ForReadingOnly(recording.golden().excluded().get());
    }
    return switch (SetupScenario.of(recording, catalog)) {
      case Situation.Unreadable(var problems) -> new Verdict.Outcome.Unreadable(problems);
      case Situation.NotPutUp(var reasons) -> new Verdict.Outcome.NotPutUp(reasons);
      case Situation.PutUp(var scenario, var notes) -> outcome(recording, scenario, notes);
    };
  }

  private Verdict.Outcome outcome(Recording recording, Scenario scenario, List<String> notes) {
    try {
      return compared(recording, scenario, notes);
    } catch (LimitExceeded e) {
      return new Verdict.Outcome.NotPutUp(List.of("the run does not end: " + e.getMessage()));
    } catch (IllegalStateException e) {
      return new Verdict.Outcome.NotPutUp(List.of("the simulator failed: " + e.getMessage()));
    }
  }

  /**
   * Runs, once more for every instant that must move to stay between the same IOs, and compares the
   * last run.
   */
  private Verdict.Outcome compared(Recording recording, Scenario asRecorded, List<String> known) {
    Golden golden = recording.golden();
    Anchors anchors = new Anchors(asRecorded, golden);
    List<String> notes = new ArrayList<>(known);
    Scenario scenario = asRecorded;
    boolean opens = recording.family().equals(ISCSI);
    Observed simulated = run(scenario, opens);
    for (int i = 0; i < anchors.movable(); i++) {
      Optional<Anchors.Moved> moved = anchors.move(scenario, simulated);
      if (moved.isEmpty()) {
        break;
      }
      scenario = moved.get().scenario();
      notes.add(moved.get().note());
      simulated = run(scenario, opens);
    }
    simulated = simulated.without(golden.unheard());
    List<Divergence> divergences = Comparison.of(scenario, golden, simulated);
    if (divergences.isEmpty()) {
      return new Verdict.Outcome.Holds(notes);
    }
    return new Verdict.Outcome.Diverges(
        divergences.stream()
            .map(each ->
                new Verdict.Finding(each, deviations.covering(recording.title(), each)))
            .toList(),
        Excerpt.of(divergences.getFirst(), golden, simulated));
  }

  private Observed run(Scenario scenario, boolean opens) {
    Simulated run = simulator.run(scenario);
    return Observation.of(run.trace(), run.end(), opens);
  }
}
