package unjam.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import unjam.app.Futures;
import unjam.app.Session;
import unjam.ui.compare.CompareHead;
import unjam.ui.compare.CompareViewModel;
import unjam.ui.compare.CostView;
import unjam.ui.compare.FutureHead;
import unjam.ui.control.Surroundings;
import unjam.ui.ladder.LadderView;
import unjam.ui.ladder.LadderViewModel;
import unjam.ui.stage.StageView;
import unjam.ui.stage.StageViewModel;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;
import unjam.ui.timeline.TransportViewModel;

/** Several stages beside each other at one instant, what is different, and what each cost. */
final class CompareBoard extends Region {

  private static final double COST = 284;
  private static final double COST_WIDE = 366;
  private static final double MORE = 66;
  private static final double MORE_WIDE = 92;
  private static final double GAP = 12;
  private static final double HEAD = 34;

  /** One future with its stage; kept when the futures change, because stages are dear. */
  private final class Card extends StackPane {
    private final StageViewModel stage = new StageViewModel();
    private final LadderViewModel ladder = new LadderViewModel();
    private final FutureHead head;
    private final Board board;

    Card(boolean own) {
      getStyleClass().addAll("future-card", Styles.PRESENTER);
      head = new FutureHead(around);
      Surroundings there = own ? around : around.withoutActions();
      board =
          new Board(
              new StageView(stage, there), new LadderView(ladder, there), new Region(),
              transport, there);
      board.quiet();
      getChildren().addAll(board, head);
    }

    @Override
    protected void layoutChildren() {
      head.resizeRelocate(18, 10, getWidth() - 36, HEAD);
      board.resizeRelocate(4, HEAD, getWidth() - 8, getHeight() - HEAD - 6);
    }
  }

  private final Surroundings around;
  private final TransportViewModel transport;
  private final CompareViewModel model = new CompareViewModel();
  private final CompareHead head = new CompareHead(model);
  private final CostView cost;
  private final List<Card> cards = new ArrayList<>();
  private int shown;
  private int own = -1;

  CompareBoard(TransportViewModel transport, Surroundings around) {
    this.around = around;
    this.transport = transport;
    cost = new CostView(model, around);
    getStyleClass().add("compare");
    getChildren().addAll(head, cost);
  }

  /** Shows a session's futures at its instant. */
  void show(Session session, Texts texts) {
    model.show(session, texts);
    Futures.of(session).ifPresent(futures -> show(session, futures, texts));
  }

  private void show(Session session, Futures futures, Texts texts) {
    if (futures.own() != own || futures.all().size() != shown) {
      own = futures.own();
      shown = futures.all().size();
      getChildren().removeAll(cards);
      cards.clear();
      for (int i = 0; i < shown; i++) {
        cards.add(new Card(i == own));
      }
      getChildren().addAll(cards);
    }
    for (int i = 0; i < shown; i++) {
      Session seen = session.seeing(futures.all().get(i).run());
      Card card = cards.get(i);
      card.head.show(model.headsProperty().get().get(i));
      seen.frame()
          .ifPresent(
              frame -> {
                card.stage.show(seen, frame, texts);
                card.ladder.show(seen, frame, texts);
                card.board.show(seen);
              });
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    boolean wide = Styles.isWide(this);
    double side = wide ? 24 : 16;
    double more = (wide ? MORE_WIDE : MORE) * Math.max(0, cards.size() - 2);
    double right = (wide ? COST_WIDE : COST) + more;
    double room = getWidth() - 2 * side;
    double top = head.prefHeight(room);
    head.resizeRelocate(side, wide ? 18 : 10, room, top);
    double y = top + (wide ? 32 : 20);
    double height = getHeight() - y - GAP;
    cost.resizeRelocate(getWidth() - right, y, right - side / 2, height);
    cards(side, y, getWidth() - right - side - GAP, height);
  }

  /** Two beside each other, and more in a second row. */
  private void cards(double left, double top, double width, double height) {
    int columns = Math.min(2, Math.max(1, cards.size()));
    int rows = Math.ceilDiv(Math.max(1, cards.size()), columns);
    double wide = (width - GAP * (columns - 1)) / columns;
    double high = (height - GAP * (rows - 1)) / rows;
    for (int i = 0; i < cards.size(); i++) {
      cards
          .get(i)
          .resizeRelocate(
              left + i % columns * (wide + GAP), top + i / columns * (high + GAP), wide, high);
    }
  }
}
