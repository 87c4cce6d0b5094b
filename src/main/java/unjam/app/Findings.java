package unjam.app;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import unjam.analysis.Checks;
import unjam.analysis.CostCard;
import unjam.analysis.CostReader;
import unjam.projection.Timeline;
import unjam.reading.DeviceStats;
import unjam.reading.Latencies;

/**
 * What takes another reading of a whole run and is not needed for its first picture; immutable.
 *
 * @param checks what holds in every run, held against this one
 * @param stats what every disk did
 * @param latencies how long every IO took
 * @param cost what it cost
 */
public record Findings(Checks checks, DeviceStats stats, Latencies latencies, CostCard cost) {

  /**
   * Reads a run.
   *
   * @param cancelled asked now and then whether anybody still wants to know
   * @return empty if nobody does
   */
  static Optional<Findings> of(OpenRun run, BooleanSupplier cancelled) {
    Timeline timeline = run.timeline();
    return Checks.of(timeline.trace(), cancelled)
        .map(
            checks ->
                new Findings(
                    checks,
                    DeviceStats.of(timeline.trace()),
                    Latencies.of(timeline.ios()),
                    CostReader.of(timeline, run.passes())));
  }
}
