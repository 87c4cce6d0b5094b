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
import javafx.scene.layout.VBox;
import unjam.scsi.Knob;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.PolicyPicture.KnobRow;
import unjam.ui.scenario.PolicyPicture.Leaning;
import unjam.ui.theme.Styles;

/** How long the stack goes on trying: the settings in force and what they equal. */
final class PolicySection extends VBox {

  /** So many settings are always seen. */
  private static final int FIRST = 4;

  private final Surroundings surroundings;
  private final Map<Leaning, ToggleButton> leanings = new EnumMap<>(Leaning.class);
  private final Map<Knob, KnobRowView> knobs = new EnumMap<>(Knob.class);
  private final Label head = new Label();
  private final Label scope = new Label();
  private final HBox segments = new HBox();
  private final Label sentence = new Label();

  PolicySection(RailViewModel model, Surroundings surroundings) {
    this.surroundings = surroundings;
    setId("rail-policy");
    getStyleClass().add("rail-section");
    head.getStyleClass().add("rail-head");
    head.textProperty().bind(surroundings.say("rail.policy"));
    scope.getStyleClass().add(Styles.CAPTION);
    segments.getStyleClass().add("segments");
    for (Leaning each : Leaning.values()) {
      segments.getChildren().add(segment(each));
    }
    sentence.getStyleClass().addAll(Styles.CAPTION, "rail-note");
    sentence.setWrapText(true);
    model.policyProperty().subscribe(this::show);
  }

  private Node segment(Leaning leaning) {
    String name = leaning.name().toLowerCase(Locale.ROOT);
    ToggleButton button = new ToggleButton();
    button.setId("policy-" + name);
    button.getStyleClass().setAll("segment");
    button.textProperty().bind(surroundings.say("policy.segment." + name));
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    leanings.put(leaning, button);
    return button;
  }

  private void show(PolicyPicture picture) {
    leanings.forEach((leaning, button) -> button.setSelected(leaning == picture.leaning()));
    scope.setText(picture.scope());
    sentence.setText(picture.sentence());
    List<Node> rows = new ArrayList<>(List.of(head, segments));
    for (KnobRow each : picture.rows().stream().limit(FIRST).toList()) {
      KnobRowView row =
          knobs.computeIfAbsent(each.knob(), knob -> new KnobRowView(each, surroundings));
      row.show(each);
      rows.add(row);
    }
    rows.add(sentence);
    if (!rows.equals(getChildren())) {
      getChildren().setAll(rows);
    }
  }
}
