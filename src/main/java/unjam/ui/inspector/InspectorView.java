package unjam.ui.inspector;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unjam.ui.text.Texts;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Styles;

/** The panel on the right: the kernel log, and below it the legend. */
public final class InspectorView extends VBox {

  private static final double WIDTH = 260;
  private static final double WIDTH_WIDE = 368;

  /**
   * @param log what the kernel has printed
   * @param texts the words of the language
   * @param palette the colours
   */
  public InspectorView(
      LogViewModel log, ObservableValue<Texts> texts, ObservableValue<Palette> palette) {
    getStyleClass().add("inspector");
    LogView lines = new LogView(log, texts);
    LegendView legend = new LegendView(texts, palette);
    legend.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(lines, Priority.ALWAYS);
    getChildren().addAll(lines, legend);
  }

  @Override
  protected double computePrefWidth(double height) {
    return getScene() != null && getScene().getWidth() >= Styles.WIDE_FROM ? WIDTH_WIDE : WIDTH;
  }
}
