package unjam.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import unjam.analysis.Divergence;
import unjam.app.Contrast;
import unjam.app.Futures;
import unjam.app.Futures.Future;
import unjam.app.Session;
import unjam.scsi.Knob;
import unjam.trace.Trace;
import unjam.ui.text.Sentences;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** What is said about several futures. They are read once, the settings at every instant. */
public final class CompareViewModel {

  private static final int MOST_SETTINGS = 3;

  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<Head>> heads = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<CostRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<String>> other =
      new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable Futures shown;
  private @Nullable Texts words;

  /**
   * What stands above one future.
   *
   * @param name what it is called
   * @param settings what is set otherwise elsewhere
   * @param rival its place among the rivals, or -1
   */
  public record Head(String name, String settings, int rival) {}

  /** Shows a session's futures. */
  public void show(Session session, Texts texts) {
    Futures.of(session).ifPresent(futures -> show(futures, session.playback().at().nanos(), texts));
  }

  private void show(Futures futures, long nanos, Texts texts) {
    heads.set(heads(futures, nanos, texts));
    if (shown != null && futures.same(shown) && texts == words) {
      return;
    }
    shown = futures;
    words = texts;
    Contrast contrast = new Contrast(futures);
    sentence.set(futures.all().size() < 2 ? texts.of("compare.alone") : sentence(contrast, texts));
    reason.set(reason(contrast, texts));
    rows.set(CostRows.of(futures, texts));
    other.set(
        contrast.otherWayRound().stream().map(each -> Sentences.say(texts, each)).toList());
  }

  private static List<Head> heads(Futures futures, long nanos, Texts texts) {
    List<Knob> differing =
        futures.differing(nanos).stream().limit(MOST_SETTINGS).toList();
    List<Head> all = new ArrayList<>();
    for (int i = 0; i < futures.all().size(); i++) {
      int future = i;
      Future each = futures.all().get(i);
      String settings =
          differing.stream()
              .map(knob -> file(knob) + " " + futures.value(future, knob, nanos))
              .collect(Collectors.joining("   "));
      all.add(new Head(Sentences.word(texts, each.name()), settings, each.rival()));
    }
    return all;
  }

  private static String file(Knob knob) {
    return knob.shortName().substring(knob.shortName().lastIndexOf('/') + 1);
  }

  private String sentence(Contrast contrast, Texts texts) {
    List<String> said = new ArrayList<>();
    for (Future each : futures().all()) {
      contrast
          .fate(each)
          .ifPresent(
              fate ->
                  said.add(
                      contrast
                          .victims(each)
                          .map(
                              hurt ->
                                  texts.of(
                                      "compare.and", Sentences.say(texts, fate),
                                      Sentences.say(texts, hurt)))
                          .orElseGet(() -> Sentences.say(texts, fate))));
    }
    return String.join(texts.of("compare.then"), said) + texts.of("compare.end");
  }

  private Futures futures() {
    Futures now = shown;
    if (now == null) {
      throw new IllegalStateException("nothing is compared");
    }
    return now;
  }

  private String reason(Contrast contrast, Texts texts) {
    if (futures().all().size() < 2) {
      return texts.of("compare.making");
    }
    return contrast
        .firstParting()
        .map(each -> texts.of("compare.parts", TimeText.instant(each.nanos()), what(each)))
        .orElseGet(() -> texts.of("compare.equal"));
  }

  /** The function in which the first of them does something else. */
  private String what(Divergence parting) {
    Trace own = futures().all().get(futures().own()).run().trace();
    Optional<Future> other =
        futures().all().stream()
            .filter(each -> each.rival() >= 0)
            .filter(
                each ->
                    new Contrast(futures()).parting(each).filter(parting::equals).isPresent())
            .findFirst();
    boolean here = parting.left() >= 0 && own.nanos(parting.left()) == parting.nanos();
    if (here) {
      return own.function(parting.left()).nameIn(own.header().kernel());
    }
    return other
        .map(each -> each.run().trace())
        .filter(trace -> parting.right() >= 0)
        .map(trace -> trace.function(parting.right()).nameIn(trace.header().kernel()))
        .orElse("");
  }

  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /** What stands above each future, from left to right. */
  public ReadOnlyObjectProperty<List<Head>> headsProperty() {
    return heads.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<CostRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** What speaks for whoever looks worse. */
  ReadOnlyObjectProperty<List<String>> otherProperty() {
    return other.getReadOnlyProperty();
  }
}
