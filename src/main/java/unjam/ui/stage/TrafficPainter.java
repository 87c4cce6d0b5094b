package unjam.ui.stage;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import unjam.ui.control.Brush;
import unjam.ui.control.Token;
import unjam.ui.control.TokenPainter;
import unjam.ui.control.TokenShape;
import unjam.ui.stage.StageLayout.Point;
import unjam.ui.stage.StagePicture.Crowd;
import unjam.ui.stage.StagePicture.OnPath;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** Paints who runs, the commands on the path, and what the error handler has sent. */
final class TrafficPainter {

  /** Side of a command that is one of very many. */
  private static final double SPRITE = 4;

  private static final double DIM = 0.32;

  /** Width of a bar of states with its gap. */
  private static final double BAR = 8;

  /** From one capsule to the next one above it. */
  private static final double LINE = 22;

  /** In a smaller silhouette a tag cannot be read. */
  private static final double LEAST_TAGGED = 8;

  private final GraphicsContext g;
  private final Palette colors;
  private final Brush brush;
  private final StageLayout at;
  private final StagePicture picture;
  private final TokenPainter tokens;

  TrafficPainter(
      GraphicsContext g, Palette colors, StageLayout at, StagePicture picture,
      TokenPainter tokens) {
    this.g = g;
    this.colors = colors;
    this.at = at;
    this.picture = picture;
    this.tokens = tokens;
    brush = new Brush(g, colors);
  }

  void paint() {
    new StagePainter(g, colors, at, picture, List.of()).running();
    sprites();
    for (OnPath each : picture.tokens()) {
      if (!each.small() && !each.subject() && !each.lifted()) {
        token(each);
      }
    }
    picture.crowds().forEach(this::crowd);
    for (OnPath each : picture.tokens()) {
      if (each.subject() || each.lifted()) {
        token(each);
      }
    }
    ehCommand();
  }

  /** Very many commands are squares of one colour, drawn in one go. */
  private void sprites() {
    brush.fill(Role.INK);
    g.setGlobalAlpha(picture.path().isPresent() ? DIM : 1);
    for (OnPath each : picture.tokens()) {
      if (each.small() && !each.subject() && !each.lifted()) {
        Point place = at.place(each.lane(), each.at(), each.rank());
        double spread = Math.floorMod(each.command() * 7, 9) - 4;
        g.fillRect(
            Math.round(place.x() + spread - SPRITE / 2), Math.round(place.y() - SPRITE / 2),
            SPRITE, SPRITE);
      }
    }
    g.setGlobalAlpha(1);
  }

  private void token(OnPath each) {
    Point place = at.place(each.lane(), each.at(), each.rank());
    double radius = radius(each.shape());
    if (each.lifted()) {
      double ring = radius + (each.shape().hasRing() ? 6.5 : 4);
      brush.fill(Role.WINDOW).pen(Role.INK, 1.5);
      brush.circle(place.x(), place.y(), ring);
    }
    tokens.paint(
        g, colors,
        new Token(
            each.shape(), radius < LEAST_TAGGED ? "" : each.tag(), place.x(), place.y(),
            radius, each.timeLeft(),
            each.subject(), each.dimmed() && !each.lifted()));
  }

  private double radius(TokenShape shape) {
    return shape == TokenShape.GHOST ? at.token() * 0.9 : at.token();
  }

  private void crowd(Crowd crowd) {
    Box box = box(at, crowd);
    brush.fill(Role.SURFACE).pen(Role.INK2, 1.5);
    if (!crowd.whole()) {
      brush.box(box.x() + 3, box.y() - 3, box.width(), box.height(), box.height() / 2);
    }
    brush.box(box.x(), box.y(), box.width(), box.height(), box.height() / 2);
    if (crowd.whole()) {
      ages(crowd, box);
    }
  }

  /** Where a number of commands is written. */
  record Box(double x, double y, double width, double height) {}

  /**
   * A capsule with a bar beside it needs more room beside a disk than a command does, and above
   * the gate those of two lines stand at two heights.
   */
  static Box box(StageLayout at, Crowd crowd) {
    Point place = at.place(crowd.lane(), crowd.at(), crowd.rank());
    double width = Math.max(28, Integer.toString(crowd.count()).length() * 8 + 18);
    boolean whole = crowd.whole() && crowd.rank() == 0;
    boolean disk = crowd.at() == Stop.DISK.ordinal();
    double left =
        whole && disk && place.x() > at.downX(crowd.lane()) + 1
            ? place.x() + at.token() - width - BAR - 2
            : place.x() - width / 2;
    double higher = whole && !disk && crowd.lane() % 2 == 1 ? LINE : 0;
    return new Box(left, place.y() - 9 - higher, width, 18);
  }

  /** A bar beside the number: which part is in which state. */
  private void ages(Crowd crowd, Box box) {
    double x = box.x() + box.width() + 4;
    double y = box.y();
    for (StagePicture.Share share : crowd.shares()) {
      double height = box.height() * share.count() / crowd.count();
      brush.fill(role(share.shape()));
      g.fillRect(x, y, 4, height);
      y += height;
    }
  }

  private static Role role(TokenShape shape) {
    return switch (shape) {
      case WAITS, REQUEUED -> Role.HAIR2;
      case IN_FLIGHT -> Role.INK;
      case SLOW, TIMED_OUT, ABORTING -> Role.LATE_FILL;
      case HELD -> Role.EH;
      case ANSWERED -> Role.OK;
      case FAILED -> Role.FAIL;
      case GHOST -> Role.EDGE;
      case EH_COMMAND -> Role.ACCENT;
    };
  }

  private void ehCommand() {
    picture
        .ehAsks()
        .filter(asks -> !asks.sent().isEmpty())
        .ifPresent(
            asks -> {
              Point place = ehPlace(at, asks);
              tokens.paint(
                  g, colors,
                  new Token(
                      TokenShape.EH_COMMAND, asks.sent(), place.x(), place.y(),
                      at.grid().wide() || picture.look().presenter() ? 11 : 9.5, 1, false,
                      false));
            });
  }

  /** Where the error handler's own command is drawn. */
  static Point ehPlace(StageLayout at, StagePicture.EhAsks asks) {
    if (asks.toDisk() && at.isCrowded()) {
      return new Point((at.upX(0) + at.ehTurnX()) / 2, at.ehRunY(asks.lane()));
    }
    return asks.toDisk()
        ? new Point(at.capsuleRight() + (at.grid().wide() ? -10 : 12), at.ehRunY(asks.lane()))
        : new Point(at.adapterX() + 4, at.grid().ehTrack() + 4);
  }
}
