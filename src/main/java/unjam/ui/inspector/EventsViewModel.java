package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import unjam.analysis.EventFilter;
import unjam.analysis.EventIndex;
import unjam.analysis.EventKinds;
import unjam.app.Action;
import unjam.app.Frame;
import unjam.playback.Cursor;
import unjam.projection.DeviceView;
import unjam.reading.CommandStory;
import unjam.reading.StoryLine;
import unjam.trace.FactFields;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/**
 * The events of the trace, as far as they are wanted. What is wanted is looked for when the wish or
 * the run changes, never when time does.
 */
public final class EventsViewModel {

  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Light> light = new ReadOnlyObjectWrapper<>(Light.NONE);
  private final ReadOnlyIntegerWrapper selection = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final StringProperty search = new SimpleStringProperty("");
  private final BooleanProperty onlySelected = new SimpleBooleanProperty();
  private final BooleanProperty onlyMarks = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<EventFilter> filter =
      new ReadOnlyObjectWrapper<>(EventFilter.ALL);
  private EventFilter chosen = EventFilter.ALL;
  private @Nullable EventIndex index;
  private @Nullable Trace known;
  private @Nullable Frame frame;
  private @Nullable Texts texts;

  /**
   * What the look of the lines depends on.
   *
   * @param row the line that has happened last, or -1
   * @param lit its event, or -1
   * @param playhead the event that has happened last, wanted or not, or -1
   * @param selection the command that is followed, or -1
   */
  record Light(int row, int lit, int playhead, int selection) {
    static final Light NONE = new Light(-1, -1, -1, -1);
  }

  public EventsViewModel() {
    search.addListener((value, before, now) -> find());
    onlySelected.addListener((value, before, now) -> find());
    onlyMarks.addListener((value, before, now) -> find());
  }

  /**
   * Shows an instant.
   *
   * @param command id of the command that is followed, or -1
   */
  public void show(Frame now, int command, Texts words) {
    frame = now;
    texts = words;
    selection.set(command);
    if (known != now.trace()) {
      known = now.trace();
      index = null;
    }
    find();
  }

  /** Wants other events; the list changes only if the wish does. */
  public void want(UnaryOperator<EventFilter> change) {
    chosen = change.apply(chosen);
    find();
  }

  private void find() {
    Frame now = frame;
    if (now == null) {
      return;
    }
    EventFilter wish =
        chosen
            .withSearch(search.get())
            .withMarks(onlyMarks.get())
            .withCommand(onlySelected.get() ? selection.get() : -1);
    if (index == null || !wish.equals(filter.get())) {
      EventIndex found = EventIndex.of(now.trace(), now.run().marks(), wish);
      index = found;
      filter.set(wish);
      revision.set(revision.get() + 1);
    }
    light(now);
  }

  private void light(Frame now) {
    EventIndex found = index;
    Texts words = texts;
    if (found == null || words == null) {
      return;
    }
    int row = found.rowUntil(now.at().seq());
    light.set(
        new Light(
            row, row < 0 ? -1 : found.seq(row), now.at().seq(), selection.get()));
    count.set(
        found.size() == now.trace().size()
            ? words.of("events.all", found.size())
            : words.of("events.count", found.size(), now.trace().size()));
    sentence.set(row < 0 ? words.of("events.none_yet") : sentence(found.seq(row), words, now));
  }

  private static String sentence(int seq, Texts words, Frame now) {
    TraceEvent event = now.trace().event(seq);
    StoryLine line = CommandStory.line(event);
    return words.of(line.key(), line.arguments().toArray());
  }

  /** How many events are wanted. */
  public int size() {
    return index == null ? 0 : index.size();
  }

  /** The event on a line, from 0; -1 for no such line. */
  public int seq(int row) {
    EventIndex found = index;
    return found == null || row < 0 || row >= found.size() ? -1 : found.seq(row);
  }

  /** What a line says. */
  EventRow row(int row) {
    Frame now = frame;
    int seq = seq(row);
    if (now == null || seq < 0) {
      return new EventRow(-1, "", "", "", "", "", -1);
    }
    Trace trace = now.trace();
    return new EventRow(
        seq, trace.function(seq).nameIn(now.kernel()),
        now.state().device(trace.device(seq)).map(DeviceView::disk).orElse(""),
        TimeText.micros(trace.nanos(seq)), FactFields.name(trace.fact(seq)),
        trace.context(seq).text(), trace.cmd(seq));
  }

  /** What a click on a line does: to just after its event, and its command is followed. */
  List<Action> go(int row) {
    Frame now = frame;
    int seq = seq(row);
    if (now == null || seq < 0) {
      return List.of();
    }
    List<Action> actions = new ArrayList<>();
    actions.add(new Action.Pause());
    actions.add(new Action.GoTo(Cursor.after(now.trace(), seq)));
    if (now.trace().cmd(seq) >= 0) {
      actions.add(new Action.Select(now.trace().cmd(seq)));
    }
    return actions;
  }

  /** What can be chosen from; reads the whole trace. */
  EventKinds kinds() {
    Frame now = frame;
    return now == null
        ? new EventKinds(List.of(), List.of(), List.of())
        : EventKinds.of(now.trace());
  }

  /** The disks there are, by index. */
  List<DeviceView> disks() {
    Frame now = frame;
    return now == null ? List.of() : now.state().devices();
  }

  /** Version of the kernel whose names are shown. */
  String kernel() {
    Frame now = frame;
    return now == null ? "" : now.kernel();
  }

  /** Becomes another number whenever the lines are others. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Which lines have happened, and which of them last. */
  ReadOnlyObjectProperty<Light> lightProperty() {
    return light.getReadOnlyProperty();
  }

  public ReadOnlyIntegerProperty selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** What became true with the line that has happened last. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  public StringProperty searchProperty() {
    return search;
  }

  public BooleanProperty onlySelectedProperty() {
    return onlySelected;
  }

  public BooleanProperty onlyMarksProperty() {
    return onlyMarks;
  }

  public ReadOnlyObjectProperty<EventFilter> filterProperty() {
    return filter.getReadOnlyProperty();
  }
}
