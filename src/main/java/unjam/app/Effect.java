package unjam.app;

import java.util.List;
import unjam.scenario.Policy;
import unjam.scenario.Scenario;

/** What a reducer wants to have done outside. */
public sealed interface Effect {

  /** A scenario of the catalog is to be run; the answer carries the request's number. */
  record Run(int request, String scenario) implements Effect {}

  /** A scenario in a file is to be read and run. */
  record RunFile(int request, String file) implements Effect {}

  /** The scenario that is open has changed and is to be run again. */
  record Rerun(int request, Scenario scenario) implements Effect {}

  /**
   * The same scenario is to be run under another policy; it is fail-fast, or the kernel's own
   * settings if that is the one that it runs under.
   */
  record RunRival(int request, Scenario scenario) implements Effect {}

  /** The same scenario is to be run with other settings. */
  record RunVariant(int request, Scenario scenario, List<String> settings) implements Effect {}

  /** A scenario is to be run with many settings; the answers carry the request's number. */
  record Sweep(int request, Scenario scenario, SweepWish wish) implements Effect {}

  /** Nobody waits for a sweep any more. */
  record StopSweep() implements Effect {}

  /** What takes longer to find out about a run is to be found out. */
  record Study(int request, OpenRun run) implements Effect {}

  /** A scenario is to be written to a file. */
  record Save(String file, Scenario scenario) implements Effect {}

  /** Something is to be done for a lesson. */
  record Lesson(LessonErrand errand) implements Effect {}

  /** A bundle of settings is to be kept where a person's own are. */
  record KeepPolicy(Policy policy) implements Effect {}
}
