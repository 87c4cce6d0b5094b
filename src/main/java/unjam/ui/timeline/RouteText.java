package unjam.ui.timeline;

import java.util.Locale;
import unjam.analysis.Chapter;
import unjam.app.Frame;
import unjam.playback.Breakpoint;
import unjam.projection.DeviceView;
import unjam.trace.FactFields;
import unjam.ui.text.Texts;

/** Breakpoints and chapters in words. */
final class RouteText {

  private RouteText() {}

  /** What a breakpoint waits for. */
  static String name(Texts texts, Breakpoint breakpoint, Frame frame) {
    return switch (breakpoint) {
      case Breakpoint.InFunction in -> in.function().nameIn(frame.kernel());
      case Breakpoint.CommandBecomes becomes ->
          texts.of("breakpoint.command." + becomes.state().name().toLowerCase(Locale.ROOT));
      case Breakpoint.HostBecomes becomes ->
          texts.of("breakpoint.host", becomes.state().shortName());
      case Breakpoint.DeviceBecomes becomes ->
          texts.of("breakpoint.device", becomes.state().shortName());
      case Breakpoint.OnDevice on -> texts.of("breakpoint.on", disk(frame, on.device()));
      case Breakpoint.OfFact of -> FactFields.name(of.fact());
    };
  }

  /** What a chapter that has begun is about. */
  static String name(Texts texts, Chapter chapter, Frame frame) {
    String about =
        chapter.host() >= 0 ? "host" + chapter.host() : disk(frame, chapter.device());
    return texts.of(
        "chapter." + chapter.kind().name().toLowerCase(Locale.ROOT),
        chapter.several() ? texts.of("chapter.several", about) : about);
  }

  private static String disk(Frame frame, int device) {
    return frame.state().device(device).map(DeviceView::disk).orElse("");
  }
}
