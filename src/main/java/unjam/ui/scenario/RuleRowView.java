package unjam.ui.scenario;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import unjam.app.FaultBook.Status;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.FaultPicture.RuleRow;
import unjam.ui.theme.Role;
import unjam.ui.theme.Styles;

/** A fault that the run knows: filled while it can hit, hollow before and after. */
final class RuleRowView extends Region {

  private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
  private static final double TEXT = 18;
  private static final double DOT = 9;
  private static final double TOP = 5;
  private static final double CROSS = 20;

  private final Label title = new Label();
  private final Label detail = new Label();
  private final Button end = new Button();
  private final PaintedPane dot;
  private Status status = Status.OVER;
  private String id = "";

  RuleRowView(RailViewModel model, Surroundings surroundings) {
    getStyleClass().add("rule-row");
    title.getStyleClass().add(Styles.BODY);
    title.setWrapText(true);
    detail.getStyleClass().add(Styles.CAPTION);
    detail.setWrapText(true);
    Region cross = new Region();
    cross.getStyleClass().addAll("icon", "icon-cross");
    end.setGraphic(cross);
    end.getStyleClass().setAll("icon-button");
    end.accessibleTextProperty().bind(surroundings.say("rule.end"));
    end.setOnAction(event -> model.end(id).forEach(surroundings::send));
    dot =
        new PaintedPane(
            surroundings.palette(),
            (g, colors) -> {
              g.setFill(colors.of(Role.INK2));
              g.setStroke(colors.of(status == Status.OVER ? Role.HAIR2 : Role.INK2));
              g.setLineWidth(1.5);
              if (status == Status.IN_FORCE) {
                g.fillOval(1, 1, DOT, DOT);
              } else {
                g.strokeOval(1.75, 1.75, DOT - 1.5, DOT - 1.5);
              }
            });
    getChildren().addAll(dot, title, detail, end);
  }

  void show(RuleRow row) {
    id = row.id();
    status = row.status();
    setId("rule-" + row.id());
    title.setText(row.title());
    detail.setText(row.detail());
    end.setId("end-" + row.id());
    end.setVisible(status == Status.IN_FORCE);
    pseudoClassStateChanged(QUIET, status == Status.OVER);
    setAccessibleText(
        row.title() + ", " + row.detail() + ", " + status.name().toLowerCase(Locale.ROOT));
    dot.show(status);
    requestLayout();
  }

  private double textWidth(double width) {
    return width - TEXT - (end.isVisible() ? CROSS : 0);
  }

  @Override
  protected void layoutChildren() {
    double width = textWidth(getWidth());
    double height = title.prefHeight(width);
    title.resizeRelocate(TEXT, TOP, width, height);
    detail.resizeRelocate(TEXT, TOP + height, width, detail.prefHeight(width));
    dot.resizeRelocate(0, TOP + 3, DOT + 2, DOT + 2);
    end.resizeRelocate(getWidth() - CROSS + 2, TOP - 2, CROSS, CROSS);
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = textWidth(width < 0 ? getWidth() : width);
    return TOP + title.prefHeight(room) + detail.prefHeight(room) + 3;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }
}
