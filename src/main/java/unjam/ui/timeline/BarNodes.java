package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.ui.text.Texts;
import unjam.ui.timeline.LanePlan.Kind;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Page;

/**
 * For the keyboard and the screen reader: the heads of the lanes, and one invisible node for each
 * bar, but only while the focus is among them.
 */
final class BarNodes extends Region {

  /** More are not made: who listens to so many wants to zoom in first. */
  private static final int MOST = 400;

  private final ScrubberViewModel model;
  private final ObservableValue<Texts> texts;
  private final Consumer<Action> actions;
  private final Region door = new Region();
  private final List<Region> heads = new ArrayList<>();
  private final List<BarNode> bars = new ArrayList<>();
  private @Nullable Page headed;
  private @Nullable Page made;

  /** A bar. */
  private static final class BarNode extends Region {
    private final int lane;
    private final Bar bar;

    BarNode(int lane, Bar bar) {
      this.lane = lane;
      this.bar = bar;
    }
  }

  BarNodes(
      ScrubberViewModel model, ObservableValue<Texts> texts, Consumer<Action> actions) {
    this.model = model;
    this.texts = texts;
    this.actions = actions;
    setPickOnBounds(false);
    door.setId("timeline-bars");
    door.getStyleClass().add("bar-node");
    door.setMouseTransparent(true);
    door.setFocusTraversable(true);
    door.setAccessibleRole(AccessibleRole.NODE);
    door.accessibleTextProperty().bind(texts.map(each -> each.of("scrubber.bars")));
    door.focusedProperty().subscribe(focused -> {
      if (focused) {
        open();
      }
    });
    getChildren().add(door);
    sceneProperty().subscribe(this::watch);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void watch(@Nullable Scene scene) {
    if (scene != null) {
      scene.focusOwnerProperty().subscribe(owner -> {
        if (!bars.isEmpty() && owner != door && !bars.contains(owner)) {
          clear();
        }
      });
    }
  }

  private Page page() {
    return model.pictureProperty().get().page();
  }

  private void clear() {
    getChildren().removeAll(bars);
    bars.clear();
    made = null;
    door.setFocusTraversable(true);
  }

  /** The focus is here: there is a node for each bar, and the one at the playhead has it. */
  private void open() {
    make();
    long now = model.pictureProperty().get().now();
    nearest(each -> each.bar.from() <= now).or(() -> nearest(each -> true))
        .ifPresent(Node::requestFocus);
  }

  private Optional<BarNode> nearest(Predicate<BarNode> wanted) {
    long now = model.pictureProperty().get().now();
    return bars.stream()
        .filter(wanted)
        .min(Comparator.comparingLong((BarNode each) -> Math.abs(each.bar.from() - now)));
  }

  private void make() {
    getChildren().removeAll(bars);
    bars.clear();
    made = page();
    Optional<OpenRun> run = model.session().flatMap(Session::open);
    List<Lane> lanes = made.lanes();
    for (int i = 0; i < lanes.size() && run.isPresent(); i++) {
      for (Bar bar : lanes.get(i).bars()) {
        if (bars.size() < MOST && bar.to() >= made.axis().first()) {
          bars.add(node(i, lanes.get(i), bar, run.get()));
        }
      }
    }
    getChildren().addAll(bars);
    requestLayout();
  }

  private BarNode node(int index, Lane lane, Bar bar, OpenRun run) {
    BarNode node = new BarNode(index, bar);
    node.getStyleClass().add("bar-node");
    node.setMouseTransparent(true);
    node.setFocusTraversable(true);
    node.setAccessibleRole(bar.command() < 0 ? AccessibleRole.TEXT : AccessibleRole.BUTTON);
    node.setAccessibleText(BarSentence.of(run, texts.getValue(), lane, bar));
    return node;
  }

  private void key(KeyEvent event) {
    if (!(event.getTarget() instanceof BarNode at)) {
      return;
    }
    Optional<BarNode> next =
        switch (event.getCode()) {
          case RIGHT -> besides(at, 1);
          case LEFT -> besides(at, -1);
          case DOWN -> otherLane(at, 1);
          case UP -> otherLane(at, -1);
          case ENTER -> {
            if (at.bar.command() >= 0) {
              actions.accept(new Action.Select(at.bar.command()));
            }
            yield Optional.of(at);
          }
          default -> Optional.empty();
        };
    if (next.isPresent()) {
      next.get().requestFocus();
      event.consume();
    }
  }

  private Optional<BarNode> besides(BarNode at, int step) {
    Comparator<BarNode> order =
        Comparator.<BarNode>comparingLong(each -> each.bar.from())
            .thenComparingInt(each -> each.bar.row());
    List<BarNode> lane =
        bars.stream().filter(each -> each.lane == at.lane).sorted(order).toList();
    int next = Math.clamp(lane.indexOf(at) + step, 0, lane.size() - 1);
    return Optional.of(lane.get(next));
  }

  private Optional<BarNode> otherLane(BarNode at, int step) {
    for (int lane = at.lane + step; lane >= 0 && lane < page().lanes().size(); lane += step) {
      int wanted = lane;
      Optional<BarNode> found =
          bars.stream()
              .filter(each -> each.lane == wanted)
              .min(
                  Comparator.comparingLong(
                      (BarNode each) -> Math.abs(each.bar.from() - at.bar.from())));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.of(at);
  }

  /** Puts every node where its lane or its bar is drawn. */
  void place(ScrubberLayout at, double scrolled) {
    Page page = page();
    if (headed != page) {
      headed = page;
      heads(page);
    }
    if (!bars.isEmpty() && made != page) {
      make();
      open();
    }
    door.resizeRelocate(
        at.left(), at.lanesTop(), at.right() - at.left(), at.lanesBottom() - at.lanesTop());
    for (int i = 0; i < heads.size(); i++) {
      double y = at.laneY(i) - scrolled;
      heads.get(i).setVisible(at.isSeen(i, scrolled));
      heads.get(i).resizeRelocate(0, y, at.left() - 4, at.laneHeight(i));
    }
    BarHits hits = new BarHits(page, at);
    for (BarNode each : bars) {
      BarHits.Box box = hits.box(each.lane, each.bar);
      each.resizeRelocate(box.left(), box.top() - scrolled, box.width(), box.height());
    }
  }

  private void heads(Page page) {
    getChildren().removeAll(heads);
    heads.clear();
    for (Lane lane : page.lanes()) {
      Region head = new Region();
      head.setId("head-" + lane.id());
      head.getStyleClass().add("lane-head");
      head.setFocusTraversable(true);
      head.setAccessibleRole(AccessibleRole.TEXT);
      head.setAccessibleText(
          texts.getValue().of("lane.head", lane.plan().name(), lane.bars().size()));
      if (lane.plan().kind() == Kind.DISK) {
        int device = lane.plan().device();
        head.setAccessibleRole(AccessibleRole.BUTTON);
        head.setCursor(Cursor.HAND);
        head.setOnMouseClicked(event -> actions.accept(new Action.SelectDevice(device)));
        head.setOnKeyPressed(event -> {
          if (event.getCode() == KeyCode.ENTER) {
            actions.accept(new Action.SelectDevice(device));
            event.consume();
          }
        });
      }
      heads.add(head);
    }
    getChildren().addAll(0, heads);
  }
}
