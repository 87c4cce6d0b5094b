package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.analysis.Mark;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.trace.Trace;
import unjam.ui.text.Texts;
import unjam.ui.timeline.ScrubberPicture.Page;
import unjam.ui.timeline.ScrubberPicture.Stretch;

/** What the time line shows. The run is read once, a page when it is turned. */
public final class ScrubberViewModel {

  private static final int PARTS = 240;

  private final ReadOnlyObjectWrapper<ScrubberPicture> picture =
      new ReadOnlyObjectWrapper<>(ScrubberPicture.EMPTY);
  private @Nullable OpenRun known;
  private @Nullable Texts words;
  private List<Double> density = List.of();
  private List<Stretch> shut = List.of();
  private List<Long> marks = List.of();
  private long number = -1;
  private Page page = ScrubberPicture.EMPTY.page();

  /** Shows an instant. */
  public void show(Frame frame, Texts texts) {
    OpenRun run = frame.run();
    if (known != run) {
      known = run;
      number = -1;
      density = density(frame.trace());
      shut =
          run.passes().all().stream()
              .map(each -> new Stretch(each.shut(), each.open()))
              .toList();
      marks = run.marks().all().stream().map(Mark::nanos).distinct().toList();
    }
    long at = PageReader.numberOf(run, frame.nanos());
    if (at != number || words != texts) {
      number = at;
      words = texts;
      page = new PageReader(run, texts, at).page(frame);
    }
    page =
        new Page(
            page.from(), page.to(), run.pace().presentedAt(frame.nanos()), page.first(),
            page.last(), page.lanes(), page.folds(), page.ticks(), page.names());
    picture.set(
        new ScrubberPicture(
            frame.nanos(), frame.trace().endNanos(), density, shut, marks, page));
  }

  /** Events in each part of the run, by their logarithm, so that quiet traffic is seen too. */
  private static List<Double> density(Trace trace) {
    int[] count = new int[PARTS];
    long end = Math.max(1, trace.endNanos());
    for (int seq = 0; seq < trace.size(); seq++) {
      count[(int) Math.min(PARTS - 1, trace.nanos(seq) * (double) PARTS / end)]++;
    }
    double most = 1;
    for (int each : count) {
      most = Math.max(most, Math.log1p(each));
    }
    List<Double> parts = new ArrayList<>();
    for (int each : count) {
      parts.add(Math.log1p(each) / most);
    }
    return List.copyOf(parts);
  }

  /** The simulated instant at a place on the page. */
  public long instantAt(long presentation) {
    OpenRun run = known;
    return run == null ? 0 : run.pace().simulatedAt(presentation);
  }

  public ReadOnlyObjectProperty<ScrubberPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }
}
