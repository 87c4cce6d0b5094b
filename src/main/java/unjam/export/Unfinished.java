package unjam.export;

import java.util.List;
import java.util.Optional;
import unjam.projection.IoOutcome;
import unjam.projection.Timeline;

/** The IOs that an application still waits for when a run ends. */
final class Unfinished {

  private static final int MOST_NAMES = 8;

  private Unfinished() {}

  /** A line that says so, of a kind that neither a kernel nor an event prints; empty if none. */
  static Optional<String> line(Timeline timeline) {
    List<String> names =
        timeline.ios().all().stream()
            .filter(io -> io.start() >= 0 && !io.ended())
            .map(IoOutcome::name)
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String listed = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
    int more = names.size() - MOST_NAMES;
    return Optional.of(
        "# the run ends here with " + names.size() + (names.size() == 1 ? " IO" : " IOs")
            + " unfinished: " + listed + (more > 0 ? " and " + more + " more" : "") + "\n");
  }
}
