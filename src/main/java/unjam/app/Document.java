package unjam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.scenario.Scenario;

/**
 * The scenario that is worked on, with what it was before; immutable. What a person clicks while
 * playing is an intervention in it, so undoing a click is going back to the scenario before.
 *
 * @param scenario as it is now
 * @param file where it is kept, empty for one of the catalog
 * @param saved as it stands there, empty if that is not known
 * @param past what it was, the latest last
 * @param future what was undone, the nearest last
 */
public record Document(
    Scenario scenario,
    Optional<String> file,
    Optional<Scenario> saved,
    List<Scenario> past,
    List<Scenario> future) {

  public Document {
    past = List.copyOf(past);
    future = List.copyOf(future);
  }

  /** Just opened. */
  public static Document opened(Scenario scenario, Optional<String> file) {
    return new Document(scenario, file, Optional.of(scenario), List.of(), List.of());
  }

  /** Work that an earlier run of Unjam did not save. */
  public static Document recovered(Scenario scenario, Optional<String> file) {
    return new Document(scenario, file, Optional.empty(), List.of(), List.of());
  }

  /** One step on, which can be undone; the same if nothing is different. */
  Document changed(Scenario now) {
    return now.equals(scenario)
        ? this
        : new Document(now, file, saved, and(past, scenario), List.of());
  }

  boolean canUndo() {
    return !past.isEmpty();
  }

  boolean canRedo() {
    return !future.isEmpty();
  }

  Document undone() {
    return new Document(past.getLast(), file, saved, init(past), and(future, scenario));
  }

  Document redone() {
    return new Document(future.getLast(), file, saved, and(past, scenario), init(future));
  }

  /** What was written to a file is what is saved, even if more has been done meanwhile. */
  Document saved(String where, Scenario written) {
    return new Document(scenario, Optional.of(where), Optional.of(written), past, future);
  }

  /** Something would be lost. */
  public boolean isUnsaved() {
    return saved.filter(scenario::equals).isEmpty();
  }

  private static List<Scenario> and(List<Scenario> list, Scenario last) {
    List<Scenario> more = new ArrayList<>(list);
    more.add(last);
    return more;
  }

  private static List<Scenario> init(List<Scenario> list) {
    return list.subList(0, list.size() - 1);
  }
}
