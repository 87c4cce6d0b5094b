package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import unjam.analysis.SessionHistory;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.reading.LogLine;
import unjam.trace.KernelFunction;
import unjam.ui.control.Explanation;
import unjam.ui.control.Explanation.Value;
import unjam.ui.control.StageLook;
import unjam.ui.stage.MachinesPicture.Initiator;
import unjam.ui.stage.MachinesPicture.Logs;
import unjam.ui.stage.MachinesPicture.Note;
import unjam.ui.stage.MachinesPicture.Printed;
import unjam.ui.stage.MachinesPicture.Target;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Reads both machines, and says of each of their things what it is. */
final class MachinesReader {

  private static final int LINES = 3;

  private final Frame frame;
  private final StageLook look;
  private final Texts texts;

  MachinesReader(Frame frame, StageLook look, Texts texts) {
    this.frame = frame;
    this.look = look;
    this.texts = texts;
  }

  /** Nothing where there is no other machine, or for the last row of a room. */
  MachinesPicture read(SessionHistory history, Focus focus, StagePicture path) {
    if (!frame.state().target().exists() || look.presenter() || look.card()) {
      return MachinesPicture.NONE;
    }
    InitiatorSide initiator = new InitiatorSide(frame, history, focus, path, look, texts);
    Initiator left = initiator.read();
    Target right = new TargetSide(frame, look, texts).read();
    List<MachinesPicture.Link> links = initiator.links();
    List<Note> notes = new ArrayList<>();
    left.sessions().forEach(each -> notes.add(note(each)));
    links.forEach(each -> notes.add(note(each)));
    right.threads().forEach(each -> notes.add(note(each, right)));
    right.held().forEach(each -> held(each, notes));
    right.stores().forEach(each -> notes.add(note(each)));
    return new MachinesPicture(look, left, links, right, logs(right), notes);
  }

  /** Either machine has a kernel of its own, and a log. */
  private Logs logs(Target target) {
    List<Printed> left = new ArrayList<>();
    List<Printed> right = new ArrayList<>();
    for (LogLine each : frame.run().log().after(frame.at().seq())) {
      List<Printed> machine =
          frame.trace().context(each.seq()).kind().word().startsWith("target") ? right : left;
      machine.add(new Printed(TimeText.instant(each.nanos()), each.text()));
    }
    boolean aborting =
        target.threads().stream()
            .anyMatch(each -> each.stuck() && each.id().contains("TMR_WORKER"));
    return new Logs(
        texts.of("machines.log"), last(left), last(right),
        aborting ? texts.of("machines.log.missing") : "");
  }

  private static List<Printed> last(List<Printed> lines) {
    return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
  }

  private Value value(String key, String value) {
    return new Value(texts.of(key), value);
  }

  private Note note(MachinesPicture.Session session) {
    String timer =
        session.number().isEmpty() ? "" : session.timer() + " " + session.number();
    String said = session.name() + ", " + session.state();
    return new Note(
        session.name(), timer.isEmpty() ? said : said + ", " + timer,
        new Explanation(
            session.name(), true, texts.of("machines.what.session"),
            KernelFunction.ISCSI_BLOCK_SESSION.citation(),
            List.of(
                value("what.value.state", session.state()), new Value(session.timer(),
                    session.number()))));
  }

  private Note note(MachinesPicture.Link link) {
    String said = "TCP: " + String.join(", ", link.lines());
    return new Note(
        "link-" + link.host(), said,
        new Explanation(
            "TCP", true, texts.of("machines.what.link"),
            KernelFunction.ISCSI_CONN_STOP.citation(),
            List.of(value("what.value.state", String.join(", ", link.lines())))));
  }

  private Note note(MachinesPicture.Sleeper thread, Target target) {
    String waits =
        target.arrows().stream()
            .filter(each -> each.from().equals(thread.id()))
            .map(each -> nameOf(each.to(), target))
            .findFirst()
            .map(each -> texts.of("machines.waits_for", each))
            .orElse("");
    List<String> said = new ArrayList<>(List.of(thread.name(), thread.letter(), thread.what()));
    if (!thread.since().isEmpty()) {
      said.add(thread.since());
    }
    if (!waits.isEmpty()) {
      said.add(waits);
    }
    return new Note(
        thread.id(), String.join(", ", said),
        new Explanation(
            thread.name(), true,
            texts.of(thread.stuck() ? "machines.what.stuck" : "machines.what.idle"), "",
            List.of(
                value("what.value.state", thread.letter() + ", " + thread.what()),
                value("machines.value.stack", String.join("\n", thread.stack())),
                value("machines.value.waits", waits))));
  }

  private static String nameOf(String id, Target target) {
    return target.threads().stream()
        .filter(each -> each.id().equals(id))
        .map(MachinesPicture.Sleeper::name)
        .findFirst()
        .or(
            () ->
                target.held().stream()
                    .filter(each -> each.id().equals(id))
                    .map(MachinesPicture.Held::title)
                    .findFirst())
        .orElse("");
  }

  private void held(MachinesPicture.Held held, List<Note> notes) {
    notes.add(
        new Note(
            held.id(), held.title() + ", " + held.references().getFirst(),
            new Explanation(
                held.title(), true, texts.of("machines.what.command"),
                KernelFunction.TARGET_PUT_CMD_AND_WAIT.citation(),
                List.of(value("what.value.state", held.references().getFirst())))));
    notes.add(
        new Note(
            "bio-" + held.id(), held.bio() + ", " + held.since(),
            new Explanation(
                held.bio(), false, texts.of("machines.what.bio"), "",
                List.of(value("what.value.state", held.since())))));
  }

  private Note note(MachinesPicture.Store store) {
    return new Note(
        store.id(), store.name() + ", " + store.state(),
        new Explanation(
            store.name(), false, texts.of("machines.what.store"), "",
            List.of(value("what.value.state", store.state()))));
  }
}
