package unjam.ui.ladder;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import unjam.ui.control.Spot;

/** Where one can point at what; the steps first, then the ladder from its foot. */
final class LadderSpots {

  private LadderSpots() {}

  /**
   * The spots.
   *
   * @param thread where the thread's capsule is
   * @param held how many commands stand beside it
   */
  static List<Spot<Part>> of(
      LadderLayout at, LadderPicture picture, Bounds thread, int held) {
    List<Spot<Part>> spots = new ArrayList<>();
    boolean steps = !picture.look().presenter();
    for (int i = 0; steps && i < picture.steps().size(); i++) {
      double height = Math.min(at.grid().line() * 3, at.stepY(1) - at.stepY(0) - 6);
      spots.add(
          new Spot<>(
              new Part.Step(i), "step-spot-" + i, at.stepX() - 14, at.stepY(i) - 14,
              at.stepTextX() + at.stepRoom() - at.stepX() + 14, height, false));
      LadderPicture.Step step = picture.steps().get(i);
      double y = at.stepY(i);
      step.token()
          .ifPresent(
              token ->
                  spots.add(
                      Spot.around(
                          new Part.Held(token.command()), "step-token", at.tokenX(), y - 2, 28)));
    }
    for (int i = 0; i < picture.rungs().size(); i++) {
      spots.add(rung(at, i, picture.rungs().get(i)));
    }
    spots.add(
        new Spot<>(
            new Part.Thread(), "thread-spot", thread.getMinX(), thread.getMinY(),
            thread.getWidth(), thread.getHeight(), true));
    double radius = at.grid().token();
    for (int i = 0; at.hasLit() && i < held; i++) {
      spots.add(
          Spot.around(
              new Part.Held(picture.held().get(i).command()),
              "held-" + picture.held().get(i).command(),
              thread.getMaxX() + 9 + radius + i * (2 * radius + 6), thread.getCenterY(), 28));
    }
    return spots;
  }

  private static Spot<Part> rung(LadderLayout at, int index, LadderPicture.RungView rung) {
    boolean lit = rung.status() == LadderPicture.Status.LIT;
    double height = lit ? at.boxHeight() : Math.min(Math.max(24, at.pitch() - 4), 44);
    double bottom = lit ? at.rungY(index) : at.rungY(index) + 3;
    double left = at.left() - (lit ? at.boxMargin() : 3);
    double width = at.right() - at.left() + 2 * (lit ? at.boxMargin() : 3);
    return new Spot<>(
        new Part.OfLadder(rung.rung()), "rung-spot-" + rung.rung(), left, bottom - height, width,
        height, false);
  }
}
