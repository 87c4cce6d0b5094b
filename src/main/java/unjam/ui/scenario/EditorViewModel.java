package unjam.ui.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.app.Document;
import unjam.app.Session;
import unjam.app.Topology;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.catalog.ScenarioReader;
import unjam.catalog.ScenarioWriter;
import unjam.scenario.Scenario;

/**
 * The open scenario as text: what is wrong with it while it is being changed, and what comes of it.
 * Nothing is run before somebody wants it, and then it is one step that can be undone.
 */
public final class EditorViewModel {

  private final Catalog catalog;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Scenario>> read =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private @Nullable Scenario open;
  private String written = "";

  public EditorViewModel(Catalog catalog) {
    this.catalog = catalog;
    text.subscribe(now -> look());
  }

  /** Shows the open scenario; what somebody has typed and not run yet stays. */
  public void show(Session session) {
    Scenario now = session.work().map(Document::scenario).orElse(null);
    if (now == null || now.equals(open)) {
      return;
    }
    boolean mine = changed.get();
    open = now;
    written = new ScenarioWriter(catalog).write(now);
    if (!mine || read.get().filter(now::equals).isPresent()) {
      text.set(written);
    }
    look();
  }

  private void look() {
    Read<Scenario> now =
        new ScenarioReader(catalog)
            .readText(open == null ? "" : open.name(), text.get(), List.of());
    problems.set(now.problems());
    read.set(
        now instanceof Read.Good<Scenario>(Scenario good) ? Optional.of(good) : Optional.empty());
    changed.set(!text.get().equals(written));
  }

  /** What runs the text as it stands; empty while it is wrong or nothing is different. */
  public Optional<Action> run() {
    return changed.get() ? read.get().map(Action.Change::new) : Optional.empty();
  }

  /** Throws away what was typed since it was last run. */
  public void revert() {
    text.set(written);
  }

  /** Changes the scenario that the text describes; nothing happens while the text is wrong. */
  public void change(UnaryOperator<Scenario> change) {
    read.get()
        .map(change)
        .ifPresent(now -> text.set(new ScenarioWriter(catalog).write(now)));
  }

  /**
   * Changes the scenario that the text describes if what comes of it is possible; if not, the text
   * stays, and what is wrong with it is said.
   *
   * @return whether it was done
   */
  boolean attempt(UnaryOperator<Scenario> change) {
    Optional<String> wish =
        read.get().map(change).map(now -> new ScenarioWriter(catalog).write(now));
    if (wish.isEmpty()) {
      return false;
    }
    Read<Scenario> made =
        new ScenarioReader(catalog)
            .readText(open == null ? "" : open.name(), wish.get(), List.of());
    if (made.problems().isEmpty()) {
      text.set(wish.get());
      return true;
    }
    problems.set(
        made.problems().stream()
            .map(each -> new Problem(each.file(), 0, 0, each.message()))
            .toList());
    return false;
  }

  /** Names of the drivers that a host can have. */
  List<String> drivers() {
    return catalog.drivers();
  }

  /** Gives a host another driver. */
  void drive(int host, String driver) {
    change(
        now ->
            catalog
                .driver(driver, now.kernel().version())
                .map(each -> Topology.withDriver(now, host, each))
                .orElse(now));
  }

  public StringProperty textProperty() {
    return text;
  }

  /** Everything that is wrong with the text, with its lines. */
  public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** The scenario that the text describes; empty while it is wrong. */
  public ReadOnlyObjectProperty<Optional<Scenario>> readProperty() {
    return read.getReadOnlyProperty();
  }

  /** Whether it is another text than the one that was run. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }
}
