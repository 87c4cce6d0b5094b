package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import unjam.analysis.Chapter;
import unjam.app.Frame;
import unjam.app.Route;
import unjam.app.Session;
import unjam.playback.Bookmark;
import unjam.playback.Breakpoint;
import unjam.projection.CommandState;
import unjam.scsi.SdevState;
import unjam.scsi.ShostState;
import unjam.trace.FactFields;
import unjam.trace.KernelFunction;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Where one can run, stop and go to: breakpoints, chapters and bookmarks. */
public final class RouteViewModel {

  /** What can be run to. */
  enum Sort {
    FUNCTION,
    COMMAND,
    HOST,
    DISK_STATE,
    DISK,
    FACT
  }

  /** Something to run to, in words. */
  record Choice(Breakpoint at, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /** A breakpoint that stays. */
  record StopLine(Breakpoint at, String text, boolean on) {}

  /** A chapter; {@code here} if the playhead is in it. */
  record ChapterLine(long from, String time, String text, boolean here) {}

  /** A bookmark; {@code here} if the playhead stands on it. */
  record BookmarkLine(Bookmark bookmark, String time, boolean here) {}

  private final ReadOnlyObjectWrapper<List<StopLine>> stops =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<ChapterLine>> chapters =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<BookmarkLine>> bookmarks =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Breakpoint> target =
      new ReadOnlyObjectWrapper<>(Route.FIRST.target());
  private @Nullable Session session;
  private @Nullable Frame frame;
  private @Nullable Texts texts;
  private int chapter = -1;

  /** Shows what there is at an instant. */
  public void show(Session now, Frame at, Texts words) {
    Frame before = frame;
    boolean other = before == null || before.run() != at.run() || texts != words;
    boolean sameRoute = !other && session != null && session.route() == now.route();
    session = now;
    frame = at;
    texts = words;
    if (!sameRoute) {
      route(now.route(), at, words);
    }
    if (!sameRoute || before == null || !before.at().equals(at.at())) {
      bookmarks.set(now.route().bookmarks().stream().map(each -> line(each, at)).toList());
    }
    int index = chapterAt(at);
    if (other || index != chapter) {
      chapter = index;
      List<Chapter> all = at.run().chapters();
      chapters.set(IntStream.range(0, all.size()).mapToObj(i -> line(all.get(i), i, at)).toList());
    }
  }

  private void route(Route route, Frame at, Texts words) {
    target.set(route.target());
    stops.set(
        route.stops().stream()
            .map(each -> new StopLine(each.at(), RouteText.name(words, each.at(), at), each.on()))
            .toList());
    List<Breakpoint> ahead = route.next();
    next.set(
        ahead.size() == 1
            ? words.of("runto.next", RouteText.name(words, ahead.getFirst(), at))
            : words.of("runto.next_any", ahead.size()));
  }

  private static BookmarkLine line(Bookmark bookmark, Frame at) {
    return new BookmarkLine(
        bookmark, TimeText.micros(bookmark.at().nanos()), bookmark.at().equals(at.at()));
  }

  /** What has not begun keeps its name: it would tell how the story goes on. */
  private ChapterLine line(Chapter each, int index, Frame at) {
    Texts words = Objects.requireNonNull(texts);
    return new ChapterLine(
        each.from(), TimeText.instant(each.from()),
        index <= chapter ? RouteText.name(words, each, at) : words.of("chapter.ahead"),
        index == chapter);
  }

  /** The last chapter that has begun. */
  private static int chapterAt(Frame at) {
    List<Chapter> all = at.run().chapters();
    int index = 0;
    while (index + 1 < all.size() && all.get(index + 1).from() <= at.nanos()) {
      index++;
    }
    return index;
  }

  /** Everything of a sort that can be run to, by name. */
  List<Choice> choices(Sort sort) {
    Frame at = frame;
    Texts words = texts;
    if (at == null || words == null) {
      return List.of();
    }
    List<Choice> all =
        new ArrayList<>(
            breakpoints(sort, at)
                .map(each -> new Choice(each, RouteText.name(words, each, at)))
                .toList());
    if (sort == Sort.FUNCTION) {
      all.sort(Comparator.comparing(Choice::text));
    }
    return List.copyOf(all);
  }

  private static Stream<Breakpoint> breakpoints(Sort sort, Frame at) {
    return switch (sort) {
      case FUNCTION ->
          Arrays.stream(KernelFunction.values())
              .filter(each -> each != KernelFunction.SCENARIO)
              .map(Breakpoint.InFunction::new);
      case COMMAND ->
          Arrays.stream(CommandState.values())
              .filter(each -> each != CommandState.SLOW)
              .map(Breakpoint.CommandBecomes::new);
      case HOST -> Arrays.stream(ShostState.values()).map(Breakpoint.HostBecomes::new);
      case DISK_STATE -> Arrays.stream(SdevState.values()).map(Breakpoint.DeviceBecomes::new);
      case DISK ->
          at.state().devices().stream().map(each -> new Breakpoint.OnDevice(each.index()));
      case FACT -> FactFields.types().values().stream().map(Breakpoint.OfFact::new);
    };
  }

  static Sort sortOf(Breakpoint at) {
    return switch (at) {
      case Breakpoint.InFunction in -> Sort.FUNCTION;
      case Breakpoint.CommandBecomes becomes -> Sort.COMMAND;
      case Breakpoint.HostBecomes becomes -> Sort.HOST;
      case Breakpoint.DeviceBecomes becomes -> Sort.DISK_STATE;
      case Breakpoint.OnDevice on -> Sort.DISK;
      case Breakpoint.OfFact of -> Sort.FACT;
    };
  }

  /** How the person goes through the run now. */
  Route route() {
    return session == null ? Route.FIRST : session.route();
  }

  /** A bookmark for the place where the playhead stands; it gets its name later. */
  Bookmark here() {
    return new Bookmark(Objects.requireNonNull(session).playback().at(), "");
  }

  ReadOnlyObjectProperty<List<StopLine>> stopsProperty() {
    return stops.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<ChapterLine>> chaptersProperty() {
    return chapters.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<BookmarkLine>> bookmarksProperty() {
    return bookmarks.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Breakpoint> targetProperty() {
    return target.getReadOnlyProperty();
  }

  /** What running on runs to. */
  ReadOnlyStringProperty nextProperty() {
    return next.getReadOnlyProperty();
  }
}
