package unjam.ui.scenario;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import unjam.scenario.Policy;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** All bundles of settings to choose from, and a name to keep the present ones under. */
final class PolicyForm {

  private final RailViewModel model;
  private final Surroundings surroundings;
  private final PopOver popOver = new PopOver();
  private final TextField name = new TextField();
  private final Label problem = new Label();

  PolicyForm(RailViewModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    popOver.setArrowLocation(PopOver.ArrowLocation.LEFT_TOP);
    popOver.setDetachable(false);
    popOver.setAnimated(false);
    name.setId("policy-name");
    name.getStyleClass().add("form-field");
    name.setOnAction(event -> keep());
    HBox.setHgrow(name, Priority.ALWAYS);
    problem.setId("policy-problem");
    problem.getStyleClass().addAll(Styles.CAPTION, "refusal");
    problem.setWrapText(true);
  }

  /** Shows them beside a node. */
  void open(Node owner) {
    name.setText("");
    problem.setText("");
    popOver.setContentNode(content());
    Popovers.dress(popOver, owner);
    popOver.show(owner);
  }

  private Texts texts() {
    return surroundings.texts().getValue();
  }

  private Node content() {
    Label title = new Label(texts().of("policy.bundles"));
    title.getStyleClass().add(Styles.TITLE);
    VBox all = new VBox();
    model.policies().forEach(each -> all.getChildren().add(row(each)));
    Label keep = new Label(texts().of("policy.keep_as"));
    keep.getStyleClass().add(Styles.BODY);
    keep.setLabelFor(name);
    Button button = new Button(texts().of("policy.keep"));
    button.setId("policy-keep");
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(event -> keep());
    HBox line = new HBox(name, button);
    line.getStyleClass().add("form-line");
    VBox box = new VBox(title, all, keep, line, problem);
    box.getStyleClass().add("form");
    Popovers.widen(box, model.scale());
    return box;
  }

  private Node row(Policy policy) {
    boolean own = model.whyNotKept(policy.name()).isEmpty();
    return new BundleRow(
        policy.name(),
        own ? policy.title() : PolicyReading.words(policy, texts()),
        () -> {
          popOver.hide();
          model.apply(policy).forEach(surroundings::send);
        });
  }

  private void keep() {
    String wanted = name.getText().strip();
    Optional<String> wrong = model.whyNotKept(wanted);
    if (wrong.isPresent()) {
      problem.setText(texts().of(wrong.get()));
      return;
    }
    popOver.hide();
    model.keep(wanted, model.inOneLine()).forEach(surroundings::send);
  }
}
