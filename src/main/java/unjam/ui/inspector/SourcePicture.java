package unjam.ui.inspector;

import java.util.List;
import unjam.trace.KernelFunction;
import unjam.ui.control.StepList;

/**
 * What the source panel shows.
 *
 * @param steps the function, with the step it is at
 * @param when who ran it, and the instant in seconds
 * @param purpose what the function is for; the machine's own words stand between backquotes
 * @param condition what was decided at the step, with its values; may be empty
 * @param stack the functions that run, the innermost first
 * @param versions one line for each kernel version
 */
public record SourcePicture(
    StepList steps,
    String when,
    String purpose,
    String condition,
    List<Call> stack,
    List<Lens> versions) {

  /** Before anything is shown. */
  public static final SourcePicture EMPTY =
      new SourcePicture(StepList.NONE, "", "", "", List.of(), List.of());

  public SourcePicture {
    stack = List.copyOf(stack);
    versions = List.copyOf(versions);
  }

  /**
   * A function on the stack.
   *
   * @param function the function
   * @param name what the running kernel calls it
   * @param step the step it is at, in words
   * @param shown whether its steps are shown
   */
  public record Call(KernelFunction function, String name, String step, boolean shown) {}

  /**
   * The function in a kernel version.
   *
   * @param version such as {@code 6.12}
   * @param name what it is called there; empty if it is called the same in all
   * @param difference what is different; the machine's own words stand between backquotes
   * @param running whether this is the kernel that runs
   */
  public record Lens(String version, String name, String difference, boolean running) {}
}
