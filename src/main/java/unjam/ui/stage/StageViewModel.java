package unjam.ui.stage;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import unjam.analysis.SessionHistory;
import unjam.app.Action;
import unjam.app.Desk;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.app.Narration;
import unjam.app.Narrator;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.ui.control.StageLook;
import unjam.ui.text.Sentences;
import unjam.ui.text.Texts;

/** What the stage shows: the sentence, the reason, what to try, and the picture. */
public final class StageViewModel {

  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Action> hintAction =
      new ReadOnlyObjectWrapper<>(new Action.Play());
  private final ReadOnlyObjectWrapper<StagePicture> picture =
      new ReadOnlyObjectWrapper<>(StagePicture.EMPTY);
  private final ReadOnlyObjectWrapper<Desk> desk = new ReadOnlyObjectWrapper<>(Desk.FIRST);
  private final ReadOnlyObjectWrapper<TargetPicture> target =
      new ReadOnlyObjectWrapper<>(TargetPicture.NONE);
  private final ReadOnlyObjectWrapper<MachinesPicture> machines =
      new ReadOnlyObjectWrapper<>(MachinesPicture.NONE);
  private SessionHistory history = SessionHistory.NONE;
  private @Nullable StageGuide guide;
  private @Nullable OpenRun known;
  private String driverFunction = "";

  /** Shows an instant of a session. */
  public void show(Session session, Frame frame, Texts texts) {
    desk.set(session.desk());
    show(
        frame, session.selection(), session.desk().hovered(),
        StageLook.of(session.look(), session.desk()), texts);
    if (session.lesson() != null) {
      // A lesson says itself what to try next.
      hint.set("");
    }
  }

  /**
   * Shows an instant.
   *
   * @param selection the command that is followed, or -1
   * @param hovered the command under the pointer, or -1
   */
  public void show(Frame frame, int selection, int hovered, StageLook look, Texts texts) {
    if (known != frame.run()) {
      known = frame.run();
      driverFunction = StageReader.driverFunction(frame.trace());
      history = SessionHistory.of(frame.trace());
    }
    Focus focus = Focus.of(frame, selection);
    boolean selected = selection >= 0 && focus.command() == selection;
    picture.set(
        new StageReader(frame, focus, selected, hovered, look, texts).picture(driverFunction));
    target.set(new TargetReader(frame, texts).picture());
    machines.set(new MachinesReader(frame, look, texts).read(history, focus, picture.get()));
    guide = new StageGuide(frame, picture.get(), texts);
    Narration narration = Narrator.of(frame, focus);
    sentence.set(Sentences.say(texts, narration.what()));
    reason.set(Sentences.say(texts, narration.why()));
    hint.set(texts.of(narration.hint().key()));
    hintAction.set(narration.hint().action());
  }

  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Action> hintActionProperty() {
    return hintAction.getReadOnlyProperty();
  }

  /** The other machine, if there is one. */
  ReadOnlyObjectProperty<TargetPicture> targetProperty() {
    return target.getReadOnlyProperty();
  }

  /** The two machines, if there is another one and room for both. */
  ReadOnlyObjectProperty<MachinesPicture> machinesProperty() {
    return machines.getReadOnlyProperty();
  }

  /** What something of the other machine is. */
  Optional<MachinesPicture.Note> note(Thing.Remote remote) {
    return machines.get().notes().stream()
        .filter(each -> each.id().equals(remote.id()))
        .findFirst();
  }

  /** The command that something of the other machine is about, while it lives on this one. */
  Optional<Integer> commandOf(Thing.Remote remote) {
    return machines.get().right().held().stream()
        .filter(each -> remote.id().endsWith(each.id()) && each.command() >= 0)
        .map(MachinesPicture.Held::command)
        .findFirst();
  }

  /** What the things of the picture are; empty before there is one. */
  Optional<StageGuide> guide() {
    return Optional.ofNullable(guide);
  }

  /** How the workplace is arranged. */
  public ReadOnlyObjectProperty<Desk> deskProperty() {
    return desk.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<StagePicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }
}
