package unjam.reading;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import unjam.trace.KernelFunction;

/**
 * What a kernel function does, in numbered steps. Between backquotes stands what the kernel itself
 * is called.
 *
 * @param function the function
 * @param detail whether a short view rather shows the function that called it
 * @param purpose what it is for and why it exists
 * @param steps in the order of the code; empty for a word that is no function
 * @param versions what is different in a kernel version, by version
 */
public record SourceNote(
    KernelFunction function,
    boolean detail,
    String purpose,
    List<Step> steps,
    SortedMap<String, String> versions) {

  /** The versions that are modelled, oldest first. */
  public static final List<String> VERSIONS = List.of("5.10", "6.1", "6.12");

  /** No step. */
  public static final int NONE = -1;

  public SourceNote {
    steps = List.copyOf(steps);
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
  }

  /**
   * One step.
   *
   * @param text what is done
   * @param lights the facts that are recorded here
   * @param calls functions with notes of their own that are called here
   */
  public record Step(String text, List<Light> lights, List<KernelFunction> calls) {
    public Step {
      lights = List.copyOf(lights);
      calls = List.copyOf(calls);
    }
  }

  /**
   * A fact that lights a step.
   *
   * @param fact its name in snake case
   * @param guards what its fields must say for that
   * @param condition what was decided here, with the names of fields between braces; may be empty
   */
  public record Light(String fact, List<Guard> guards, String condition) {
    public Light {
      guards = List.copyOf(guards);
    }
  }

  /** A field that must have a value, or must not. */
  public record Guard(String field, boolean equal, String value) {}

  /** The first step that calls a function, or {@link #NONE}. */
  public int stepCalling(KernelFunction called) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).calls().contains(called)) {
        return i;
      }
    }
    return NONE;
  }

  /** Whether any fact lights a step; a function of which nothing is recorded has none. */
  public boolean isRecorded() {
    return steps.stream().anyMatch(step -> !step.lights().isEmpty());
  }

  /** What is different in a version, if anything is. */
  public Optional<String> inVersion(String version) {
    return Optional.ofNullable(versions.get(version));
  }
}
