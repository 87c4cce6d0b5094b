package unjam.app;

import java.util.List;
import unjam.engine.SimTime;
import unjam.scenario.Disk;
import unjam.scenario.Intervention;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scenario.When;

/**
 * Until when a run has to go on so that one sees what comes of what somebody has done. A run ends
 * earlier by itself when nothing is left to wait for.
 */
final class Horizon {

  private static final long SECOND = SimTime.NANOS_PER_SECOND;

  /** Retries that a command gets at most (drivers/scsi/sd.h: SD_MAX_RETRIES). */
  private static final int MOST_RETRIES = 5;

  /** A bus reset and a host reset are followed by a pause of 10 s each. */
  private static final long SETTLING = 20 * SECOND;

  /** Rungs after each of which a device is asked whether it is ready. */
  private static final int RUNGS = 5;

  private Horizon() {}

  /** The same situation, run for long enough after the latest of these interventions. */
  static Scenario reaching(Scenario scenario, List<Intervention> added) {
    long last = -1;
    for (Intervention each : added) {
      if (each.when() instanceof When.At(SimTime at)) {
        last = Math.max(last, at.nanos());
      }
    }
    long until = last + patience(scenario.machine());
    return last < 0 || until <= scenario.until().nanos()
        ? scenario
        : scenario.withUntil(SimTime.ofNanos(until));
  }

  /** The longest life of a command, and then all rungs of its host's ladder. */
  private static long patience(Machine machine) {
    long longest = 0;
    for (Machine.Host host : machine.hosts()) {
      for (Disk disk : host.disks()) {
        boolean limited = disk.maxRetries() >= 0 && disk.maxRetries() <= MOST_RETRIES;
        int tries = 1 + (limited ? disk.maxRetries() : MOST_RETRIES);
        long life = tries * disk.timeoutSeconds() * SECOND;
        long climb = hooks(host.driver()) + SETTLING + RUNGS * disk.ehTimeoutSeconds() * SECOND;
        longest = Math.max(longest, life + climb);
      }
    }
    return longest;
  }

  private static long hooks(LldProfile driver) {
    return driver.hooks().values().stream()
        .mapToLong(
            each -> each.takes().nanos() + each.tmTimeout().map(SimTime::nanos).orElse(0L))
        .sum();
  }
}
