package unjam.ui.ladder;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.ui.text.Texts;

/** What the error handler's half of the stage shows. */
public final class LadderViewModel {

  private final ReadOnlyObjectWrapper<LadderPicture> picture =
      new ReadOnlyObjectWrapper<>(LadderPicture.EMPTY);

  /** Shows an instant. */
  public void show(Frame frame, int selection, Texts texts) {
    picture.set(LadderReader.picture(frame, Focus.of(frame, selection), texts));
  }

  public ReadOnlyObjectProperty<LadderPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }
}
