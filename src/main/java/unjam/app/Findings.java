package unjam.app;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import unjam.analysis.Checks;
import unjam.analysis.CostCard;
import unjam.analysis.CostReader;
import unjam.app.tale.Tale;
import unjam.app.tale.TaleReader;
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
 * @param tale the run in words
 */
public record Findings(
    Checks checks, DeviceStats stats, Latencies latencies, CostCard cost, Tale tale) {

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
            checks -> {
              CostCard cost = CostReader.of(timeline, run.passes());
              return new Findings(
                  checks,
                  DeviceStats.of(timeline.trace()),
                  Latencies.of(timeline.ios()),
                  cost,
                  TaleReader.of(run, cost));
            });
  }
}
