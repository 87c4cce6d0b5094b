package unjam.ui.ladder;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.app.LessonDesk;
import unjam.app.Session;
import unjam.ui.control.StageLook;
import unjam.ui.text.Texts;

/** What the error handler's half of the stage shows. */
public final class LadderViewModel {

  private final ReadOnlyObjectWrapper<LadderPicture> picture =
      new ReadOnlyObjectWrapper<>(LadderPicture.EMPTY);

  private @Nullable LadderGuide guide;

  /** Shows an instant of a session. */
  public void show(Session session, Frame frame, Texts texts) {
    StageLook look = StageLook.of(session.look(), session.desk());
    boolean beside = frame.state().target().exists() && !look.presenter();
    show(frame, session.selection(), beside ? look.small() : look, texts);
    if (beside) {
      picture.set(picture.get().alone());
    }
    if (session.inLesson().filter(LessonDesk::isBlind).isPresent()) {
      picture.set(picture.get().withoutTimer(texts.of("guess.hidden")));
    }
  }

  /**
   * Shows an instant.
   *
   * @param selection the command that is followed, or -1
   */
  public void show(Frame frame, int selection, StageLook look, Texts texts) {
    picture.set(LadderReader.picture(frame, Focus.of(frame, selection), look, texts));
    guide = new LadderGuide(frame, picture.get(), texts);
  }

  /** What the parts of the picture are; empty before there is one. */
  Optional<LadderGuide> guide() {
    return Optional.ofNullable(guide);
  }

  public ReadOnlyObjectProperty<LadderPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }
}
