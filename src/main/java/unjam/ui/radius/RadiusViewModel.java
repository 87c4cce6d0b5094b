package unjam.ui.radius;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.analysis.BlastRadius;
import unjam.analysis.BlastReader;
import unjam.analysis.WaitReader;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.projection.Timeline;
import unjam.ui.text.Texts;

/** Who is hurt at the playhead, and who waits for whom. */
public final class RadiusViewModel {

  private final ReadOnlyObjectWrapper<RadiusPicture> picture =
      new ReadOnlyObjectWrapper<>(RadiusPicture.EMPTY);
  private @Nullable Timeline known;
  private @Nullable BlastReader reader;
  private @Nullable Frame shown;
  private @Nullable Texts words;
  private int most = 4;
  private double scale = 1;

  /** Shows an instant. */
  public void show(Session session, Frame frame, Texts texts) {
    scale = session.look().scale();
    shown = frame;
    words = texts;
    read();
  }

  /** So many parts of a level fit on the screen. */
  void room(int parts) {
    if (parts != most) {
      most = parts;
      read();
    }
  }

  private void read() {
    Frame frame = shown;
    Texts texts = words;
    if (frame == null || texts == null) {
      return;
    }
    BlastReader of = reader;
    if (of == null || known != frame.run().timeline()) {
      known = frame.run().timeline();
      of = BlastReader.of(frame.run().timeline(), frame.run().passes());
      reader = of;
    }
    BlastRadius radius = of.at(frame.state());
    picture.set(
        new RadiusReading(
                radius, WaitReader.of(frame.state(), radius, frame.kernel()), texts, most,
                scale)
            .picture());
  }

  ReadOnlyObjectProperty<RadiusPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }
}
