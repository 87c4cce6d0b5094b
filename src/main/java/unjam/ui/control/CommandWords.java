package unjam.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unjam.app.Frame;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.ui.control.Explanation.Value;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** A command in words: for whoever cannot see it, and for whoever asks what it is. */
public final class CommandWords {

  private final Frame frame;
  private final Texts texts;

  public CommandWords(Frame frame, Texts texts) {
    this.frame = frame;
    this.texts = texts;
  }

  /** {@code READ tag 93 on sda, held by the error handler, 4.27 seconds}. */
  public String name(int id) {
    return frame.state().command(id).map(this::name).orElseGet(() -> texts.of("say.gone"));
  }

  private String name(CommandView command) {
    String age = String.format(Locale.ROOT, "%.2f", (frame.nanos() - command.bornNanos()) / 1e9);
    return texts.of(
        command.tag() < 0 ? "say.command.untagged" : "say.command",
        command.op().name(), disk(command), state(command), age,
        Integer.toString(command.tag()));
  }

  private String state(CommandView command) {
    CommandState now = frame.state().stateOf(command);
    return texts.of("command.state." + now.name().toLowerCase(Locale.ROOT));
  }

  private String disk(CommandView command) {
    return frame.state().device(command.device()).map(DeviceView::disk).orElse("?");
  }

  /** {@code READ 93 on sda}. */
  public String brief(CommandView command) {
    String tag = command.tag() < 0 ? "" : " " + command.tag();
    return command.op().name() + tag + " " + disk(command);
  }

  /** What it is, where it stands, and how far its time is used. */
  public Explanation explain(int id) {
    return frame
        .state()
        .command(id)
        .map(this::explain)
        .orElseGet(
            () -> new Explanation(texts.of("say.gone"), false, "", "", List.of()));
  }

  private Explanation explain(CommandView command) {
    String stands =
        texts.of(
            "stands." + command.station().name().toLowerCase(Locale.ROOT),
            "host" + command.host());
    List<Value> values = new ArrayList<>();
    values.add(value("state", state(command)));
    values.add(value("function", command.function().nameIn(frame.kernel())));
    values.add(
        value(
            "age", TimeText.span(Math.max(0, frame.nanos() - command.bornNanos()))));
    if (command.deadline() >= 0) {
      long left = command.deadline() - frame.nanos();
      values.add(
          value(
              "time_left",
              left < 0 ? texts.of("what.value.over", TimeText.span(-left)) : TimeText.span(left)));
    }
    values.add(
        value(
            "retries",
            command.allowed() > 0
                ? texts.of(
                    "what.value.of", Integer.toString(command.retries()),
                    Integer.toString(command.allowed()))
                : ""));
    return new Explanation(brief(command), true, stands, command.function().citation(), values);
  }

  private Value value(String key, String value) {
    return new Value(texts.of("what.value." + key), value);
  }
}
