package unjam.ui.drivers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.app.Document;
import unjam.app.Rungs;
import unjam.app.Session;
import unjam.app.Topology;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.catalog.ScenarioReader;
import unjam.catalog.ScenarioWriter;
import unjam.scenario.DriverMatrix.Column;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.ui.text.Texts;

/**
 * The drivers of the catalog, and those of the open scenario's hosts, which may be another's with a
 * callback less. A change is one step of the scenario that can be undone.
 */
public final class DriversViewModel {

  private final Catalog catalog;
  private final ReadOnlyObjectWrapper<DriversPicture> picture =
      new ReadOnlyObjectWrapper<>(DriversPicture.EMPTY);
  private @Nullable Scenario open;
  private List<LldProfile> drivers = List.of();
  private Texts texts = Texts.in(Locale.ENGLISH);
  private int chosen;

  public DriversViewModel(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Shows the hosts of the open scenario. */
  public void show(Session session, Texts now) {
    Scenario next = session.work().map(Document::scenario).orElse(null);
    if (next == null || next.equals(open) && texts.equals(now)) {
      return;
    }
    texts = now;
    open = next;
    drivers =
        catalog.drivers().stream()
            .map(name -> catalog.driver(name, next.kernel().version()))
            .flatMap(Optional::stream)
            .toList();
    chosen = Math.min(chosen, next.machine().hosts().size() - 1);
    read(next);
  }

  private void read(Scenario now) {
    picture.set(new DriversReading(now, drivers, chosen, texts).picture());
  }

  /** The host that another driver would go to. */
  void choose(int host) {
    chosen = host;
    if (open != null) {
      read(open);
    }
  }

  /** Takes a callback from a host's driver, or gives it one; empty if that cannot be. */
  Optional<Action> toggle(int host, Column column) {
    Scenario now = open;
    if (now == null) {
      return Optional.empty();
    }
    Machine.Host of = now.machine().hosts().get(host);
    Optional<LldProfile> own =
        drivers.stream().filter(each -> each.name().equals(of.driver().name())).findFirst();
    return switch (Rungs.toggled(of, own, column)) {
      case Rungs.Refused(Rungs.Reason why) -> {
        picture.set(picture.get().refusing(DriversReading.refusal(texts, why, host)));
        yield Optional.empty();
      }
      case Rungs.Other(LldProfile next) -> Optional.of(changed(now, host, next));
    };
  }

  /** Gives the chosen host a driver of the catalog. */
  Optional<Action> drive(String driver) {
    Scenario now = open;
    return now == null
        ? Optional.empty()
        : drivers.stream()
            .filter(each -> each.name().equals(driver))
            .findFirst()
            .map(each -> changed(now, chosen, each));
  }

  /** What cannot be written down cannot be; the reader knows why. */
  private Action changed(Scenario now, int host, LldProfile driver) {
    Scenario next = Topology.withDriver(now, host, driver);
    Read<Scenario> read =
        new ScenarioReader(catalog)
            .readText(now.name(), new ScenarioWriter(catalog).write(next), List.of());
    return switch (read) {
      case Read.Good<Scenario>(Scenario good) -> new Action.Change(good);
      case Read.Bad<Scenario> bad -> new Action.Complain(about(host, bad.problems()));
    };
  }

  /** Nobody sees the text that the lines are counted in. */
  private static List<Problem> about(int host, List<Problem> problems) {
    return problems.stream()
        .map(each -> new Problem("host" + host, 0, 0, each.message()))
        .toList();
  }

  ReadOnlyObjectProperty<DriversPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }
}
