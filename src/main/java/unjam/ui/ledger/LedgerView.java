package unjam.ui.ledger;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import unjam.app.Action;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Surroundings;
import unjam.ui.control.TextLayer;
import unjam.ui.theme.Styles;

/** The wait of one application as a staircase of timers, under the clock. */
public final class LedgerView extends ScrollPane {

  private final LedgerViewModel model;
  private final Surroundings around;

  public LedgerView(LedgerViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
    setId("ledger");
    getStyleClass().add("ledger");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(new Sheet());
  }

  /** The sheet, as high as its lines need. */
  private final class Sheet extends Region {

    private final PaintedPane bars =
        new PaintedPane(
            around.palette(), (g, colors) -> new LedgerPainter(g, colors, places()).paint());
    private final TextLayer words = new TextLayer();
    private final Region playhead = new Region();
    private final HBox tries = new HBox(12);
    private List<LedgerPicture.Try> offered = List.of();

    Sheet() {
      getStyleClass().add("ledger-sheet");
      playhead.getStyleClass().add("playhead");
      playhead.setMouseTransparent(true);
      getChildren().addAll(bars, playhead, words, tries);
      model.pictureProperty().subscribe(
          now -> {
            offer(now.tries());
            requestLayout();
          });
      around.texts().addListener((value, before, now) -> requestLayout());
      setOnMousePressed(this::scrub);
      setOnMouseDragged(this::scrub);
    }

    private void scrub(MouseEvent event) {
      LedgerLayout at = places();
      if (event.getX() >= at.left() - 8 && event.getX() <= at.right() + 8) {
        around.send(new Action.Pause());
        around.send(new Action.JumpTo(at.nanos(event.getX())));
      }
    }

    /** A knob turned makes another future, and that is shown beside this one. */
    private void offer(List<LedgerPicture.Try> now) {
      if (now.equals(offered)) {
        return;
      }
      offered = now;
      tries.getChildren().clear();
      for (LedgerPicture.Try each : now) {
        String file = each.knob().shortName();
        Button button =
            new Button(
                file.substring(file.indexOf('/') + 1) + "  " + each.now() + " \u2192 "
                    + each.other());
        button.setId("try-" + file.substring(file.indexOf('/') + 1));
        button.getStyleClass().add("try");
        button.setMnemonicParsing(false);
        button.setOnAction(
            event -> around.send(new Action.Try(List.of(file + "=" + each.other()))));
        tries.getChildren().add(button);
      }
    }

    private LedgerLayout places() {
      return new LedgerLayout(
          model.pictureProperty().get(), getWidth(), Styles.isWide(LedgerView.this));
    }

    @Override
    protected double computePrefHeight(double width) {
      return places().height();
    }

    @Override
    protected void layoutChildren() {
      LedgerLayout at = places();
      tries.resizeRelocate(
          at.ownerX(), at.triesY(), getWidth() - at.ownerX() - at.side(), at.triesHeight());
      bars.resizeRelocate(0, 0, getWidth(), getHeight());
      bars.show(at);
      words.resizeRelocate(0, 0, getWidth(), getHeight());
      new LedgerWords(words, at, around.texts().getValue()).say();
      long now = at.picture().now();
      boolean here = now >= at.picture().from() && now <= at.picture().to();
      playhead.setVisible(here);
      playhead.resizeRelocate(
          Math.round(at.x(now)) - 1, at.clockY() + 6, 2, at.sumY() - at.clockY() - 6);
    }
  }
}
