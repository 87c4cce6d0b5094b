package unjam.ui.inspector;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.ui.control.RichLine;
import unjam.ui.control.StepList;
import unjam.ui.control.StepRows;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/**
 * The kernel function that runs, in numbered steps, with the values that decided the current one;
 * who called it; and what is different in other kernel versions.
 */
public final class SourceView extends VBox {

  private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
  private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

  /** Steps that are shown beside the stage. */
  private static final int BRIEF = 4;

  private final SourceViewModel model;
  private final Label title = new Label();
  private final Label file = new Label();
  private final Label when = new Label();
  private final RichLine purpose = new RichLine("source-purpose", "machine");
  private final StepRows steps = new StepRows();
  private final VBox stack = new VBox();
  private final VBox versions = new VBox();
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private boolean reveals;

  /** In full, for the panel. */
  public SourceView(SourceViewModel model, ObservableValue<Texts> texts) {
    this(model, texts, false);
  }

  /**
   * @param model what to show
   * @param texts the words of the language
   * @param compact only the function and its steps, of what the stage is about
   */
  public SourceView(SourceViewModel model, ObservableValue<Texts> texts, boolean compact) {
    this.model = model;
    getStyleClass().add("source");
    title.getStyleClass().add("source-title");
    title.setId(compact ? "source-brief-title" : "source-title");
    file.getStyleClass().add("source-file");
    when.getStyleClass().add(Styles.CAPTION);
    when.setWrapText(true);
    when.setMinHeight(USE_PREF_SIZE);
    if (compact) {
      buildCompact();
    } else {
      buildFull(texts);
    }
  }

  private void buildCompact() {
    getStyleClass().add("compact");
    HBox head = new HBox(title, file);
    head.getStyleClass().add("source-head");
    getChildren().addAll(head, steps);
    model.briefProperty().subscribe(brief -> show(brief.around(BRIEF)));
  }

  private void buildFull(ObservableValue<Texts> texts) {
    stack.getStyleClass().add("source-stack");
    versions.getStyleClass().add("source-versions");
    content.getStyleClass().add("source-content");
    content.getChildren().addAll(
        new VBox(title, file, when), purpose, steps,
        head(texts, "source.stack"), stack, head(texts, "source.versions"), versions);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("source-scroll");
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    model.pictureProperty().subscribe(this::show);
  }

  private static Label head(ObservableValue<Texts> texts, String key) {
    Label head = new Label();
    head.getStyleClass().addAll(Styles.CAPTION, "source-section");
    head.textProperty().bind(texts.map(each -> each.of(key)));
    return head;
  }

  private void show(StepList brief) {
    title.setText(brief.title());
    file.setText(brief.source());
    steps.show(brief.lines(), "");
    getChildren().forEach(each -> each.setVisible(!brief.lines().isEmpty()));
  }

  private void show(SourcePicture picture) {
    title.setText(picture.steps().title());
    show(file, picture.steps().source());
    show(when, picture.when());
    purpose.say(picture.purpose());
    steps.show(picture.steps().lines(), picture.condition());
    boolean nested = picture.stack().size() > 1;
    stack.getChildren().setAll(
        nested ? picture.stack().stream().map(this::call).toList() : List.of());
    showSection(stack, nested);
    versions.getChildren().setAll(picture.versions().stream().map(SourceView::lens).toList());
    showSection(versions, !picture.versions().isEmpty());
    reveals = true;
    requestLayout();
  }

  private static void show(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }

  /** A section and the head above it. */
  private void showSection(Node section, boolean on) {
    int at = content.getChildren().indexOf(section);
    for (Node each : content.getChildren().subList(at - 1, at + 1)) {
      each.setVisible(on);
      each.setManaged(on);
    }
  }

  private Node call(SourcePicture.Call call) {
    Button button = new Button(call.name());
    button.getStyleClass().setAll("source-call");
    button.setId("call-" + call.function().kernelName());
    button.setMnemonicParsing(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.pseudoClassStateChanged(SHOWN, call.shown());
    button.setOnAction(event -> model.choose(call.function()));
    Label step = new Label(call.step());
    step.getStyleClass().add("source-call-step");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(button, gap, step);
    row.getStyleClass().add("source-call-row");
    row.pseudoClassStateChanged(SHOWN, call.shown());
    return row;
  }

  private static Node lens(SourcePicture.Lens lens) {
    Label version = new Label(lens.version());
    version.getStyleClass().add("source-version");
    version.setMinWidth(Region.USE_PREF_SIZE);
    Label name = new Label(lens.name());
    name.getStyleClass().add("source-version-name");
    RichLine difference = new RichLine("source-difference", "machine");
    difference.say(lens.difference());
    VBox words = lens.name().isEmpty() ? new VBox(difference) : new VBox(name, difference);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(version, words);
    row.getStyleClass().add("source-lens");
    row.pseudoClassStateChanged(RUNNING, lens.running());
    return row;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (scroll.getParent() != this) {
      steps.layout();
      steps.showWhatFits(getHeight() - steps.getLayoutY());
    }
    if (reveals && scroll.getParent() == this) {
      reveals = false;
      scroll.layout();
      content.layout();
      steps.layout();
      steps.lit().ifPresent(this::reveal);
    }
  }

  /** Scrolls just as far as the lit step needs. */
  private void reveal(Node row) {
    double view = scroll.getViewportBounds().getHeight();
    double spare = content.getHeight() - view;
    if (spare <= 0) {
      scroll.setVvalue(0);
      return;
    }
    Bounds at = content.sceneToLocal(row.localToScene(row.getBoundsInLocal()));
    double top = scroll.getVvalue() * spare;
    if (at.getMaxY() <= view) {
      scroll.setVvalue(0);
    } else if (at.getMinY() < top || at.getMaxY() > top + view) {
      scroll.setVvalue(Math.clamp((at.getMaxY() - view) / spare, 0, 1));
    }
  }
}
