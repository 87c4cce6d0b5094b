package unjam.ui.control;

import java.util.List;

/**
 * The answer to "what is this?".
 *
 * @param title its name
 * @param machine the name is the machine's own
 * @param text what it is, in a sentence or two
 * @param citation where the kernel has it, empty for what is not in the kernel
 * @param values how it is at this instant
 */
public record Explanation(
    String title, boolean machine, String text, String citation, List<Value> values) {

  public Explanation {
    values = values.stream().filter(each -> !each.value().isEmpty()).toList();
  }

  /** Something that can be read off. */
  public record Value(String name, String value) {}
}
