package unjam.ui.timeline;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import unjam.analysis.Mark;
import unjam.app.Frame;
import unjam.playback.Pace;
import unjam.playback.PaceMap;
import unjam.playback.Playback;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** What the transport says: the clock, the last mark, the compression, the next mark. */
public final class TransportViewModel {

  private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper lastMark = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper compression = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nextMark = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper nextNote = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Pace> pace = new ReadOnlyObjectWrapper<>(Pace.AUTOMATIC);

  /** Shows the player at an instant. */
  public void show(Frame frame, Playback playback, Texts texts) {
    clock.set(TimeText.clock(frame.nanos()));
    playing.set(playback.playing());
    pace.set(playback.pace());
    lastMark.set(lastMark(frame, texts));
    compression.set(compression(frame, playback, texts));
    Optional<Mark> next = frame.run().marks().after(frame.nanos());
    nextMark.set(next.map(mark -> MarkText.ahead(texts, mark)).orElse(""));
    nextNote.set(
        next.map(
                mark ->
                    texts.of(
                        "transport.next", TimeText.instant(mark.nanos()),
                        TimeText.span(mark.nanos() - frame.nanos())))
            .orElseGet(() -> texts.of("transport.no_next")));
  }

  private static String lastMark(Frame frame, Texts texts) {
    int passed = frame.run().marks().countUntil(frame.nanos());
    int all = frame.run().marks().all().size();
    return frame
        .run()
        .marks()
        .before(frame.nanos() + 1)
        .map(mark -> texts.of("transport.mark", passed, all, MarkText.name(texts, mark)))
        .orElseGet(() -> texts.of("transport.no_mark", all));
  }

  private static String compression(Frame frame, Playback playback, Texts texts) {
    PaceMap map = frame.run().pace();
    return switch (playback.pace()) {
      case Pace.Constant constant ->
          texts.of("transport.rate", TimeText.span(constant.nanosPerSecond()));
      case Pace.Automatic automatic -> {
        double rate = map.rateAt(frame.nanos());
        String speed = texts.of("transport.rate", TimeText.span(Math.round(rate)));
        yield map.glideUntil(frame.nanos())
            .map(
                glide ->
                    texts.of(
                        glide.to() > frame.nanos() ? "transport.gliding" : "transport.glided",
                        speed, TimeText.span(glide.length())))
            .orElse(speed);
      }
    };
  }

  public ReadOnlyStringProperty clockProperty() {
    return clock.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty lastMarkProperty() {
    return lastMark.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty compressionProperty() {
    return compression.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty nextMarkProperty() {
    return nextMark.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty nextNoteProperty() {
    return nextNote.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Pace> paceProperty() {
    return pace.getReadOnlyProperty();
  }
}
