package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.analysis.LifeStory;
import unjam.analysis.StoryTurn;
import unjam.analysis.Why;
import unjam.analysis.Why.Because;
import unjam.analysis.Why.Link;
import unjam.app.Frame;
import unjam.projection.CommandView;
import unjam.reading.CommandStory;
import unjam.reading.FunctionName;
import unjam.reading.StoryLine;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.inspector.CommandPicture.LifeLine;
import unjam.ui.inspector.CommandPicture.WhyLine;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Puts a command's life, and why it is where it is, into words. */
final class LifeReader {

  private final Frame frame;
  private final Texts texts;
  private final Trace trace;

  LifeReader(Frame frame, Texts texts) {
    this.frame = frame;
    this.texts = texts;
    trace = frame.trace();
  }

  /** Everything that happens to a command, what is still to come as well. */
  List<LifeLine> life(int command) {
    List<LifeLine> lines = new ArrayList<>();
    String before = "";
    for (StoryTurn turn : LifeStory.of(trace, frame.run().commands(), command)) {
      LifeLine line =
          switch (turn) {
            case StoryTurn.Line one -> line(one.line(), before);
            case StoryTurn.Again again -> again(again);
          };
      before = turn instanceof StoryTurn.Line one ? who(one.line()) : "";
      lines.add(line);
    }
    return List.copyOf(lines);
  }

  private String who(StoryLine line) {
    return texts.of("runner." + line.context().kind().word());
  }

  private LifeLine line(StoryLine line, String before) {
    String who = who(line);
    return new LifeLine(
        line.seq(), line.nanos(), Optional.of(Runner.of(line.context())),
        who.equals(before) ? "" : who, function(trace.event(line.seq())),
        TimeText.micros(line.nanos()),
        line.answer()
            .map(answer -> texts.of("life.answered", sentence(line), answer))
            .orElseGet(() -> sentence(line)));
  }

  private String sentence(StoryLine line) {
    return texts.of(line.key(), line.arguments().toArray());
  }

  private String function(TraceEvent event) {
    return FunctionName.of(event, frame.kernel());
  }

  private LifeLine again(StoryTurn.Again again) {
    return new LifeLine(
        again.seq(), again.nanos(), Optional.empty(), "", "", TimeText.micros(again.nanos()),
        texts.of(
            again.lines() == 1 ? "life.again.one" : "life.again",
            Integer.toString(again.lines()), Integer.toString(again.times()),
            TimeText.instant(again.untilNanos())));
  }

  /** The last line that had happened at an event, or -1. */
  static int at(List<LifeLine> life, int seq) {
    int low = 0;
    int high = life.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (life.get(middle).seq() <= seq) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Why a command is where it is. */
  List<WhyLine> why(CommandView command, int seq) {
    List<Link> links =
        Why.of(trace, frame.run().commands(), frame.run().passes(), command.id(), seq);
    List<WhyLine> lines = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      TraceEvent event = link.event();
      StoryLine line = CommandStory.line(event);
      String because = i + 1 < links.size() ? because(link, links.get(i + 1).event()) : "";
      lines.add(
          new WhyLine(
              event.seq(), event.nanos(), Runner.of(event.context()), function(event),
              TimeText.instant(event.nanos()), of(command, event) + sentence(line), because,
              link.because() == Because.SILENCE || link.because() == Because.SHUT_GATE));
    }
    return List.copyOf(lines);
  }

  /** What happened to another disk says which. */
  private String of(CommandView command, TraceEvent event) {
    if (event.device() < 0 || event.device() == command.device()) {
      return "";
    }
    return frame.state().device(event.device())
        .map(disk -> texts.of("why.other", disk.disk()))
        .orElse("");
  }

  private String because(Link link, TraceEvent before) {
    String after = TimeText.span(link.after());
    return switch (link.because()) {
      case WANTED -> "";
      case WENT_ON -> texts.of("why.went_on");
      case WAITED -> texts.of("why.waited", after);
      case HANDED_OVER ->
          texts.of(
              "why.handed_over", texts.of("runner." + before.context().kind().word()), after);
      case SILENCE -> texts.of("why.silence", after);
      case SHUT_GATE -> texts.of("why.shut_gate", after);
    };
  }
}
