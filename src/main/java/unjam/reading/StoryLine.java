package unjam.reading;

import java.util.List;
import java.util.Optional;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * One sentence of a command's life; its words stand in the message files.
 *
 * @param seq the event
 * @param nanos instant in nanoseconds
 * @param context who ran
 * @param function in which kernel function
 * @param key of the sentence: {@code fact.} and the fact's name
 * @param arguments of the sentence, in the order of the fact's fields
 * @param answer what the function answered in the end, if it did
 */
public record StoryLine(
    int seq,
    long nanos,
    ExecContext context,
    KernelFunction function,
    String key,
    List<String> arguments,
    Optional<String> answer) {
  public StoryLine {
    arguments = List.copyOf(arguments);
  }
}
