package unjam.conform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import unjam.catalog.Catalog;
import unjam.scenario.Scenario;

/**
 * The project's copies of the recordings, and the run that a perfect simulator would make of one.
 */
final class Goldens {

  static final Path DIRECTORY = Path.of("src", "test", "resources", "golden");

  private Goldens() {}

  /** The recording of a title such as {@code 6.12/05-abort-fails-lun-reset-ok}. */
  static Recording recording(String title) {
    return switch (RecordingReader.read(DIRECTORY.resolve(title))) {
      case RecordingReader.Reading.Read(var recording) -> recording;
      case RecordingReader.Reading.Unreadable(var problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  static List<Path> all() {
    return Conform.recordings(List.of(DIRECTORY));
  }

  static Scenario scenario(Recording recording) {
    return switch (SetupScenario.of(recording, Catalog.ofClassPath())) {
      case Situation.PutUp(var scenario, _) -> scenario;
      case Situation.NotPutUp(var reasons) -> throw new AssertionError(reasons.toString());
      case Situation.Unreadable(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  /**
   * What was recorded, as if a simulator had done it: without the landmarks that may be missing,
   * and with a wait for an answer at every dispatch.
   */
  static Observed perfectRun(Golden golden) {
    Observed seen = golden.seen();
    List<Observed.Wait> waits = new ArrayList<>();
    for (Landmark each : seen.landmarks()) {
      if (each.name().equals("scsi_dispatch_cmd")) {
        waits.add(answer(each, seen));
      }
    }
    seen.waits().stream()
        .filter(each -> !each.timer().equals("device-answer"))
        .forEach(waits::add);
    return new Observed(
        seen.landmarks().stream().filter(each -> !each.optional() && !each.isCut()).toList(),
        seen.ios(), seen.ladder(), seen.wakeups(), seen.stateChanges(), seen.log(), seen.finals(),
        seen.counters(), waits);
  }

  private static Observed.Wait answer(Landmark dispatch, Observed seen) {
    return seen.waits().stream()
        .filter(each -> each.timer().equals("device-answer") && each.io().equals(dispatch.io())
            && each.fromMillis() == dispatch.millis())
        .findFirst()
        .orElse(new Observed.Wait("device-answer", dispatch.io(), dispatch.millis(), Double.NaN,
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(),
            OptionalDouble.empty()));
  }
}
