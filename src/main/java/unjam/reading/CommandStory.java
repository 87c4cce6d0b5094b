package unjam.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import unjam.projection.Span;
import unjam.projection.Timeline;
import unjam.trace.CallFact;
import unjam.trace.Fact;
import unjam.trace.FactFields;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** The life of one command, told event by event. */
public final class CommandStory {

  private CommandStory() {}

  /** Every event about a command, in order, with what its functions answered. */
  public static List<StoryLine> of(Timeline timeline, int command) {
    Trace trace = timeline.trace();
    List<Span> life = timeline.spans().ofCommand(command);
    List<StoryLine> lines = new ArrayList<>();
    TreeMap<Integer, Integer> lineOfCall = new TreeMap<>();
    if (life.isEmpty()) {
      return lines;
    }
    int end = Math.min(life.getLast().endSeq() + 1, trace.size());
    for (int seq = life.getFirst().startSeq(); seq < end; seq++) {
      if (trace.cmd(seq) != command) {
        continue;
      }
      if (trace.fact(seq) instanceof CallFact.Returned returned) {
        Integer line = lineOfCall.get(returned.call());
        if (line != null) {
          lines.set(line, answered(lines.get(line), returned));
        }
      } else {
        lineOfCall.put(seq, lines.size());
        lines.add(line(trace.event(seq)));
      }
    }
    return lines;
  }

  /** The sentence for any event. */
  public static StoryLine line(TraceEvent event) {
    List<String> arguments = new ArrayList<>();
    FactFields.of(event.fact()).forEach((name, value) -> arguments.add(Words.of(name, value)));
    return new StoryLine(
        event.seq(), event.nanos(), event.context(), event.function(), key(event.fact()),
        arguments, Optional.empty());
  }

  /** The key under which the message files have the sentence for a fact. */
  public static String key(Fact fact) {
    return "fact." + FactFields.name(fact);
  }

  private static StoryLine answered(StoryLine line, CallFact.Returned returned) {
    return new StoryLine(
        line.seq(), line.nanos(), line.context(), line.function(), line.key(), line.arguments(),
        Optional.of(returned.value().text()));
  }
}
