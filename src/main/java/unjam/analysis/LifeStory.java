package unjam.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.reading.CommandStory;
import unjam.reading.StoryLine;
import unjam.trace.CallFact;
import unjam.trace.Fact;
import unjam.trace.MachineFact;
import unjam.trace.Trace;

/**
 * The life of a command without its repetitions: one that waits at a shut gate is turned away
 * thousands of times. What the kernel prints meanwhile stands in its log.
 */
public final class LifeStory {

  /** Events that can repeat together. */
  private static final int LONGEST = 4;

  /** Fewer repetitions are told one by one. */
  private static final int FEWEST = 3;

  private final Trace trace;
  private final int[] seqs;
  private final @Nullable String[] answers;

  private LifeStory(Trace trace, CommandEvents events, int command) {
    this.trace = trace;
    int[] told = new int[events.count(command)];
    int count = 0;
    for (int n = 0; n < told.length; n++) {
      if (isTold(trace.fact(events.seq(command, n)))) {
        told[count++] = events.seq(command, n);
      }
    }
    seqs = Arrays.copyOf(told, count);
    answers = new String[count];
    for (int n = 0; n < told.length; n++) {
      if (trace.fact(events.seq(command, n)) instanceof CallFact.Returned returned) {
        int call = Arrays.binarySearch(seqs, returned.call());
        if (call >= 0) {
          answers[call] = returned.value().text();
        }
      }
    }
  }

  private static boolean isTold(Fact fact) {
    return !(fact instanceof CallFact.Returned) && !(fact instanceof MachineFact.Printed);
  }

  /** Everything that happens to a command, in order. */
  public static List<StoryTurn> of(Trace trace, CommandEvents events, int command) {
    return new LifeStory(trace, events, command).turns();
  }

  private List<StoryTurn> turns() {
    List<StoryTurn> turns = new ArrayList<>();
    int at = 0;
    while (at < seqs.length) {
      int lines = 1;
      int times = 0;
      for (int each = 1; each <= LONGEST && times == 0; each++) {
        times = repetitions(at, each);
        lines = each;
      }
      if (times == 0) {
        turns.add(line(at++));
        continue;
      }
      for (int i = 0; i < lines; i++) {
        turns.add(line(at + i));
      }
      int first = seqs[at + lines];
      int last = seqs[at + lines * (times + 1) - 1];
      turns.add(
          new StoryTurn.Again(
              lines, times, first, trace.nanos(first), last, trace.nanos(last)));
      at += lines * (times + 1);
    }
    return List.copyOf(turns);
  }

  private StoryTurn line(int at) {
    StoryLine line = CommandStory.line(trace.event(seqs[at]));
    return new StoryTurn.Line(
        new StoryLine(
            line.seq(), line.nanos(), line.context(), line.function(), line.key(),
            line.arguments(), Optional.ofNullable(answers[at])));
  }

  /** How often so many events come again after themselves; 0 if that is not worth a word. */
  private int repetitions(int at, int lines) {
    int next = at + lines;
    while (next < seqs.length && same(next, next - lines)) {
      next++;
    }
    int times = (next - at) / lines - 1;
    return times + 1 >= FEWEST ? times : 0;
  }

  private boolean same(int one, int other) {
    return trace.function(seqs[one]) == trace.function(seqs[other])
        && trace.context(seqs[one]).equals(trace.context(seqs[other]))
        && trace.fact(seqs[one]).equals(trace.fact(seqs[other]))
        && Objects.equals(answers[one], answers[other]);
  }
}
