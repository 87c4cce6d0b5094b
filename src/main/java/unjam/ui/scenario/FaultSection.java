package unjam.ui.scenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unjam.app.FaultKind;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.FaultPicture.Offer;
import unjam.ui.scenario.FaultPicture.RuleRow;

/**
 * What goes wrong, and what else could: entries of the palette are dragged onto a disk or a host,
 * or pressed for their form.
 */
final class FaultSection extends VBox {

  private final RailViewModel model;
  private final Surroundings surroundings;
  private final Map<String, RuleRowView> rules = new HashMap<>();
  private final Map<FaultKind, OfferView> offers = new EnumMap<>(FaultKind.class);
  private final Label head = new Label();
  private final FoldView add;
  private final FoldView more;
  private final FaultForm form;

  FaultSection(RailViewModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    form = new FaultForm(model, surroundings);
    setId("rail-faults");
    getStyleClass().add("rail-section");
    head.getStyleClass().add("rail-head");
    add = new FoldView("add-fault", surroundings.say("rail.add_fault"), this::show);
    more = new FoldView("more-faults", surroundings.say("rail.more_faults"), this::show);
    model.faultsProperty().subscribe(picture -> show());
  }

  private void show() {
    FaultPicture picture = model.faultsProperty().get();
    List<Node> rows = new ArrayList<>(List.of(head));
    for (RuleRow each : picture.rules()) {
      RuleRowView row =
          rules.computeIfAbsent(each.id(), id -> new RuleRowView(model, surroundings));
      row.show(each);
      rows.add(row);
    }
    rules.keySet().removeIf(id -> picture.rules().stream().noneMatch(each -> each.id().equals(id)));
    // Somebody who puts faults there by hand goes on with it.
    boolean folded = picture.rules().stream().anyMatch(each -> !each.byHand());
    boolean offering = !folded || add.isOpen();
    head.textProperty().bind(surroundings.say(offering ? "rail.drag" : "rail.faults"));
    if (folded) {
      rows.add(add);
    }
    if (offering) {
      addOffers(picture.offered(), rows);
    }
    if (!rows.equals(getChildren())) {
      getChildren().setAll(rows);
    }
  }

  private void addOffers(List<Offer> offered, List<Node> rows) {
    int shown = more.isOpen() ? offered.size() : Math.min(FaultKind.USUAL, offered.size());
    for (Offer each : offered.subList(0, shown)) {
      OfferView view =
          offers.computeIfAbsent(
              each.kind(), kind -> new OfferView(kind, model, surroundings, form));
      view.show(each);
      rows.add(view);
    }
    rows.add(more);
  }
}
