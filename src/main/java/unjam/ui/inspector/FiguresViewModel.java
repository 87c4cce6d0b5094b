package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.app.Findings;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.engine.SimTime;
import unjam.projection.DeviceView;
import unjam.reading.DeviceLoad;
import unjam.reading.Latencies;
import unjam.reading.LatencyHistogram;
import unjam.reading.LatencyHistogram.Bucket;
import unjam.trace.Trace;
import unjam.ui.inspector.FiguresPicture.Bars;
import unjam.ui.inspector.FiguresPicture.DiskLine;
import unjam.ui.inspector.FiguresPicture.FigureLine;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** What {@code iostat -x} would say at the playhead, and how long IOs have taken. */
public final class FiguresViewModel {

  private static final long WINDOW = SimTime.NANOS_PER_SECOND;
  private static final double KILO = 1024;

  private final ReadOnlyObjectWrapper<FiguresPicture> picture =
      new ReadOnlyObjectWrapper<>(FiguresPicture.UNKNOWN);
  private @Nullable Frame frame;
  private @Nullable Texts texts;
  private @Nullable Trace known;
  private int selection = -1;
  private int chosen = -1;
  private int counted = -1;
  private Bars bars = new Bars(List.of(), List.of());

  /**
   * Shows an instant.
   *
   * @param followed the command that a person follows, or -1: its disk is chosen
   */
  public void show(Frame now, int followed, Texts words) {
    if (known != now.trace()) {
      known = now.trace();
      chosen = -1;
      counted = -1;
    }
    if (followed != selection) {
      selection = followed;
      chosen = -1;
    }
    frame = now;
    texts = words;
    picture();
  }

  /** The figures of another disk in full. */
  void choose(int device) {
    chosen = device;
    picture();
  }

  private void picture() {
    Frame now = frame;
    Texts words = texts;
    if (now != null && words != null) {
      picture.set(
          now.run().found()
              .map(findings -> picture(now, findings, words))
              .orElse(FiguresPicture.UNKNOWN));
    }
  }

  private FiguresPicture picture(Frame now, Findings findings, Texts words) {
    List<DeviceView> devices = now.state().devices();
    Optional<DeviceView> one =
        now.state().device(chosen)
            .or(() -> now.state().device(Focus.of(now, selection).device()))
            .or(() -> devices.stream().findFirst());
    if (one.isEmpty()) {
      return FiguresPicture.UNKNOWN;
    }
    int device = one.get().index();
    List<DiskLine> disks = new ArrayList<>();
    for (DeviceView each : devices) {
      disks.add(disk(each, lastSecond(findings, each.index(), now), each.index() == device));
    }
    LatencyHistogram histogram = findings.latencies().at(device, now.nanos());
    return new FiguresPicture(
        true, disks,
        List.of(
            words.of("figures.disk", one.get().disk(), now.state().inFlight(device).size()),
            words.of("figures.over_second"), words.of("figures.over_all")),
        lines(
            lastSecond(findings, device, now),
            findings.stats().between(device, 0, now.nanos()), words),
        bars(findings.latencies(), device, histogram, now),
        marks(histogram),
        words.of(
            "figures.ios", histogram.count(),
            findings.latencies().errors(device, now.nanos())));
  }

  private static DeviceLoad lastSecond(Findings findings, int device, Frame now) {
    return findings.stats().between(
        device, Math.max(0, now.nanos() - WINDOW), now.nanos());
  }

  private static DiskLine disk(DeviceView device, DeviceLoad load, boolean one) {
    return new DiskLine(
        device.index(),
        List.of(
            device.disk(), brief(load.perSecond(load.reads())),
            brief(load.perSecond(load.writes())),
            brief(load.perSecond(load.readBytes() + load.writeBytes()) / KILO),
            brief(millis(load.latencyMean())), brief(load.utilisation() * 100)),
        one);
  }

  private static List<FigureLine> lines(DeviceLoad second, DeviceLoad start, Texts words) {
    List<FigureLine> lines = new ArrayList<>();
    lines.add(line("r/s", second, start, load -> load.perSecond(load.reads())));
    lines.add(line("w/s", second, start, load -> load.perSecond(load.writes())));
    lines.add(line("rkB/s", second, start, load -> load.perSecond(load.readBytes()) / KILO));
    lines.add(line("wkB/s", second, start, load -> load.perSecond(load.writeBytes()) / KILO));
    lines.add(line("await ms", second, start, load -> millis(load.latencyMean())));
    lines.add(line("%util", second, start, load -> load.utilisation() * 100));
    lines.add(
        new FigureLine(
            words.of("figures.errors"), Integer.toString(second.errors()),
            Integer.toString(start.errors())));
    return lines;
  }

  private static FigureLine line(
      String name, DeviceLoad second, DeviceLoad start, ToDoubleFunction<DeviceLoad> figure) {
    return new FigureLine(
        name, exact(figure.applyAsDouble(second)), exact(figure.applyAsDouble(start)));
  }

  private static double millis(long nanos) {
    return (double) nanos / SimTime.NANOS_PER_MILLI;
  }

  private static String exact(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  /** As many decimals as a narrow column has room for. */
  private static String brief(double number) {
    return String.format(Locale.ROOT, number >= 999.95 ? "%.0f" : "%.1f", number);
  }

  /** Counted anew only when another IO has ended. */
  private Bars bars(
      Latencies latencies, int device, LatencyHistogram histogram, Frame now) {
    int key = histogram.count() * (now.state().devices().size() + 1) + device;
    if (key != counted) {
      counted = key;
      List<Bucket> all = latencies.at(device, now.trace().endNanos()).buckets();
      bars = new Bars(histogram.buckets(), all);
    }
    return bars;
  }

  private static List<FigureLine> marks(LatencyHistogram histogram) {
    List<FigureLine> marks = new ArrayList<>();
    for (int percent : new int[] {50, 90, 99}) {
      marks.add(new FigureLine("p" + percent, span(histogram, histogram.percentile(percent)), ""));
    }
    marks.add(new FigureLine("max", span(histogram, histogram.max()), ""));
    return marks;
  }

  private static String span(LatencyHistogram histogram, long nanos) {
    return histogram.count() == 0 ? "-" : TimeText.span(nanos);
  }

  ReadOnlyObjectProperty<FiguresPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }
}
