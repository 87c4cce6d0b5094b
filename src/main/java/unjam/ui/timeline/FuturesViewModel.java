package unjam.ui.timeline;

import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.app.Futures;
import unjam.app.Session;
import unjam.ui.text.Texts;

/** The lanes of several futures and the one playhead over them. */
public final class FuturesViewModel {

  private final ReadOnlyObjectWrapper<List<FutureLane>> lanes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyLongWrapper now = new ReadOnlyLongWrapper();
  private @Nullable Futures shown;
  private @Nullable Texts words;

  /** Shows a session's futures. */
  public void show(Session session, Texts texts) {
    now.set(session.playback().at().nanos());
    Futures.of(session)
        .filter(each -> shown == null || !each.same(shown) || texts != words)
        .ifPresent(
            futures -> {
              shown = futures;
              words = texts;
              lanes.set(FuturesReader.of(futures, texts));
            });
  }

  ReadOnlyObjectProperty<List<FutureLane>> lanesProperty() {
    return lanes.getReadOnlyProperty();
  }

  /** Instant of the playhead in nanoseconds. */
  ReadOnlyLongProperty nowProperty() {
    return now.getReadOnlyProperty();
  }
}
