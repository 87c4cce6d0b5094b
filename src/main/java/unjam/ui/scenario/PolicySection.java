package unjam.ui.scenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.scsi.Knob;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.PolicyPicture.KnobRow;
import unjam.ui.scenario.PolicyPicture.Leaning;
import unjam.ui.theme.Styles;

/** How long the stack goes on trying: the settings in force, what they equal, and bundles. */
final class PolicySection extends VBox {

  /** So many settings are always seen. */
  private static final int FIRST = 4;

  private final RailViewModel model;
  private final Surroundings surroundings;
  private final Map<Leaning, ToggleButton> leanings = new EnumMap<>(Leaning.class);
  private final Map<Knob, KnobRowView> knobs = new EnumMap<>(Knob.class);
  private final HBox head;
  private final ScopeLink scope;
  private final HBox segments = new HBox();
  private final Label sentence = new Label();
  private final Label refusal = new Label();
  private final FoldView more;
  private final HBox foot;
  private final PolicyForm form;

  PolicySection(RailViewModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    form = new PolicyForm(model, surroundings);
    setId("rail-policy");
    getStyleClass().add("rail-section");
    Label title = new Label();
    title.getStyleClass().add("rail-head");
    title.textProperty().bind(surroundings.say("rail.policy"));
    scope = new ScopeLink(model::changeScope);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    head = new HBox(title, gap, scope);
    head.getStyleClass().add("rail-heads");
    segments.getStyleClass().add("segments");
    for (Leaning each : Leaning.values()) {
      segments.getChildren().add(segment(each));
    }
    more = new FoldView("more-knobs", surroundings.say("rail.more_knobs"), this::show);
    sentence.setId("policy-sentence");
    sentence.getStyleClass().addAll(Styles.CAPTION, "rail-note");
    sentence.setWrapText(true);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    more.setMinWidth(Region.USE_PREF_SIZE);
    foot = new HBox(sentence, more);
    foot.getStyleClass().add("rail-foot");
    refusal.setId("policy-refusal");
    refusal.getStyleClass().addAll(Styles.CAPTION, "refusal", "rail-note");
    refusal.setWrapText(true);
    model.policyProperty().subscribe(picture -> show());
  }

  private Node segment(Leaning leaning) {
    String name = leaning.name().toLowerCase(Locale.ROOT);
    ToggleButton button = new ToggleButton();
    button.setId("policy-" + name);
    button.getStyleClass().setAll("segment");
    button.textProperty().bind(surroundings.say("policy.segment." + name));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> choose(leaning, button));
    HBox.setHgrow(button, Priority.ALWAYS);
    leanings.put(leaning, button);
    return button;
  }

  /** What is lit follows from the settings alone, not from what was pressed. */
  private void choose(Leaning leaning, ToggleButton button) {
    switch (leaning) {
      case RETRY_HARD -> model.apply(PolicyReading.RETRY_HARD).forEach(surroundings::send);
      case FAIL_FAST -> model.apply(PolicyReading.FAIL_FAST).forEach(surroundings::send);
      case OWN -> form.open(button);
    }
    show();
  }

  private void show() {
    PolicyPicture picture = model.policyProperty().get();
    leanings.forEach((leaning, button) -> button.setSelected(leaning == picture.leaning()));
    scope.show(picture.scope(), picture.scopeIsFree());
    sentence.setText(picture.sentence());
    refusal.setText(picture.refusal());
    List<Node> rows = new ArrayList<>(List.of(head, segments));
    int shown = more.isOpen() ? picture.rows().size() : Math.min(FIRST, picture.rows().size());
    for (KnobRow each : picture.rows().subList(0, shown)) {
      KnobRowView row =
          knobs.computeIfAbsent(
              each.knob(), knob -> new KnobRowView(each, model, surroundings));
      row.show(each);
      rows.add(row);
    }
    rows.add(foot);
    if (!picture.refusal().isEmpty()) {
      rows.add(refusal);
    }
    if (!rows.equals(getChildren())) {
      getChildren().setAll(rows);
    }
  }
}
