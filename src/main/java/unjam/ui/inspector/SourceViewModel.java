package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.app.Frame;
import unjam.reading.SourceNote;
import unjam.reading.SourceNotes;
import unjam.reading.SourceReading;
import unjam.reading.SourceReading.Level;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;
import unjam.ui.control.StepList;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/**
 * The function that runs, step by step: in full for the panel, and as a short list of what the
 * stage is about.
 */
public final class SourceViewModel {

  private final ReadOnlyObjectWrapper<SourcePicture> picture =
      new ReadOnlyObjectWrapper<>(SourcePicture.EMPTY);
  private final ReadOnlyObjectWrapper<StepList> brief =
      new ReadOnlyObjectWrapper<>(StepList.NONE);
  private final SourcePlace place = new SourcePlace();
  private @Nullable Trace trace;
  private @Nullable Texts texts;
  private @Nullable KernelFunction chosen;
  private int seq = Integer.MIN_VALUE;
  private boolean now;
  private int asked = Integer.MIN_VALUE;
  private boolean exact;
  private int subject = Integer.MIN_VALUE;

  /** Shows an instant. */
  public void show(Frame frame, int selection, Texts words) {
    boolean other = trace != frame.trace() || texts != words;
    trace = frame.trace();
    texts = words;
    int at = place.at(frame, selection);
    int about = place.ofSubject(frame, selection);
    boolean runs = at == frame.at().seq() && frame.nanos() == nanos(at);
    if (other || at != asked || runs != exact) {
      asked = at;
      exact = runs;
      boolean known = read(at).isPresent();
      seq = known ? at : about;
      now = runs && known;
      picture.set(read(seq).map(this::picture).orElseGet(this::nothing));
    }
    if (other || about != subject) {
      subject = about;
      brief.set(read(about).map(found -> steps(found.headline())).orElse(StepList.NONE));
    }
  }

  /** Shows another function of the stack; the one that is shown already lets go. */
  public void choose(KernelFunction function) {
    chosen = function == chosen ? null : function;
    read(seq).ifPresent(found -> picture.set(picture(found)));
  }

  /** What the panel shows. */
  public ReadOnlyObjectProperty<SourcePicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** The short list: the function that the picture is about, with the step it is at. */
  public ReadOnlyObjectProperty<StepList> briefProperty() {
    return brief.getReadOnlyProperty();
  }

  private Optional<SourceReading> read(int at) {
    Trace now = trace;
    Texts words = texts;
    return now == null || words == null
        ? Optional.empty()
        : SourceReading.at(now, at, SourceNotes.in(words.language()));
  }

  private String kernel() {
    return trace == null ? "" : trace.header().kernel();
  }

  private String say(String key, Object... arguments) {
    return texts == null ? "" : texts.of(key, arguments);
  }

  private SourcePicture nothing() {
    return new SourcePicture(
        new StepList(say("source.nothing"), "", List.of()), "", say("source.nothing.note"), "",
        List.of(), List.of());
  }

  private SourcePicture picture(SourceReading found) {
    Level shown =
        found.levels().stream()
            .filter(level -> level.note().function() == chosen)
            .findFirst()
            .orElseGet(found::innermost);
    List<SourcePicture.Call> stack = new ArrayList<>();
    for (Level level : found.levels()) {
      KernelFunction function = level.note().function();
      stack.add(
          new SourcePicture.Call(
              function, function.nameIn(kernel()),
              level.lit() < 0 ? "" : say("source.step", level.lit() + 1), level == shown));
    }
    return new SourcePicture(
        steps(shown), when(found.seq()), shown.note().purpose(), found.condition(), stack,
        versions(shown.note()));
  }

  private StepList steps(Level level) {
    SourceNote note = level.note();
    List<StepList.Line> lines = new ArrayList<>();
    for (int i = 0; i < note.steps().size(); i++) {
      lines.add(new StepList.Line(i + 1, note.steps().get(i).text(), i == level.lit()));
    }
    return new StepList(note.function().nameIn(kernel()), note.function().file(), lines);
  }

  private long nanos(int event) {
    return trace == null || event < 0 ? -1 : trace.nanos(event);
  }

  /** Who ran it, and whether that is now, still goes on, or is over. */
  private String when(int event) {
    if (trace == null) {
      return "";
    }
    ExecContext context = trace.context(event);
    String who =
        context.kind() == ExecContext.Kind.SCSI_EH
            ? context.text()
            : say("runner." + context.kind().word());
    String key = now ? "source.now" : waits(trace.fact(event)) ? "source.since" : "source.last";
    return say(key, who, TimeText.instant(trace.nanos(event)));
  }

  /** Whether a thread is inside the function until something happens. */
  private static boolean waits(Fact fact) {
    return fact instanceof EhFact.HookCalled
        || fact instanceof EhFact.EhCommandSent
        || fact instanceof EhFact.Settling
        || fact instanceof EhFact.EhSlept;
  }

  private List<SourcePicture.Lens> versions(SourceNote note) {
    KernelFunction function = note.function();
    boolean renamed =
        SourceNote.VERSIONS.stream().map(function::nameIn).distinct().count() > 1;
    return SourceNote.VERSIONS.stream()
        .map(
            version ->
                new SourcePicture.Lens(
                    version, renamed ? function.nameIn(version) : "",
                    note.inVersion(version).orElseGet(() -> say("source.as_described")),
                    version.equals(kernel())))
        .toList();
  }
}
