package unjam.ui.timeline;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unjam.app.Action;
import unjam.playback.Bookmark;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;
import unjam.ui.timeline.RouteViewModel.BookmarkLine;
import unjam.ui.timeline.RouteViewModel.ChapterLine;

/** Chapters and bookmarks to go to. */
final class GoToPane extends VBox {

  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final RouteViewModel model;
  private final Surroundings surroundings;
  private final VBox chapters = new VBox();
  private final ScrollPane chapterList = Bubble.list(chapters);
  private final VBox bookmarks = new VBox();

  GoToPane(RouteViewModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    getStyleClass().add("go-to");
    Button here = new Button();
    here.setId("bookmark-here");
    here.textProperty().bind(surroundings.say("goto.bookmark"));
    here.setOnAction(event -> change(model.here()));
    model.chaptersProperty().subscribe(this::listChapters);
    model.bookmarksProperty().subscribe(this::listBookmarks);
    Label none = new Label();
    none.getStyleClass().add(Styles.CAPTION);
    none.textProperty().bind(surroundings.say("goto.none"));
    none.visibleProperty().bind(model.bookmarksProperty().map(List::isEmpty));
    StackPane marks = new StackPane(Bubble.list(bookmarks), none);
    marks.setAlignment(Pos.TOP_LEFT);
    marks.getStyleClass().add("bookmarks");
    getChildren()
        .addAll(
            title("goto.chapters"), chapterList, title("goto.bookmarks"), marks,
            here);
  }

  private void listChapters(List<ChapterLine> lines) {
    chapters.getChildren().setAll(lines.stream().map(this::line).toList());
    int here = lines.stream().map(ChapterLine::here).toList().indexOf(true);
    chapterList.setVvalue((double) here / Math.max(1, lines.size() - 1));
  }

  private Button line(ChapterLine each) {
    return place(each.time(), each.text(), each.here(), new Action.JumpTo(each.from()));
  }

  /** A row that is a button: an instant, and what is there. */
  private Button place(String time, String text, boolean here, Action go) {
    Label when = new Label(time);
    when.getStyleClass().addAll(Styles.NUMBER, "place-time");
    Label what = new Label(text);
    what.getStyleClass().add(Styles.BODY);
    HBox row = new HBox(when, what);
    row.getStyleClass().add("bubble-row");
    row.setAlignment(Pos.BASELINE_LEFT);
    Button button = new Button();
    button.getStyleClass().setAll("place");
    button.pseudoClassStateChanged(HERE, here);
    button.setGraphic(row);
    button.setAccessibleText(text + ", " + time + " s");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> surroundings.send(go));
    return button;
  }

  private void listBookmarks(List<BookmarkLine> lines) {
    // Somebody may be writing a name: as long as the places are the same, the rows stay.
    List<Object> places =
        bookmarks.getChildren().stream().map(each -> each.getUserData()).toList();
    if (!places.equals(lines.stream().map(each -> each.bookmark().at()).toList())) {
      bookmarks.getChildren().setAll(lines.stream().map(this::line).toList());
    }
    for (int i = 0; i < lines.size(); i++) {
      Button place = (Button) ((HBox) bookmarks.getChildren().get(i)).getChildren().getFirst();
      place.pseudoClassStateChanged(HERE, lines.get(i).here());
    }
  }

  private HBox line(BookmarkLine each) {
    Bookmark bookmark = each.bookmark();
    Button go = place(each.time(), "", each.here(), new Action.GoTo(bookmark.at()));
    go.setMaxWidth(Region.USE_PREF_SIZE);
    TextField name = new TextField(bookmark.name());
    name.getStyleClass().add("bookmark-name");
    name.promptTextProperty().bind(surroundings.say("goto.name"));
    name.setAccessibleText(
        surroundings.texts().getValue().of("goto.name_of", each.time()));
    name.textProperty().subscribe((before, now) -> change(bookmark.called(now)));
    HBox.setHgrow(name, Priority.ALWAYS);
    Button away = new Button();
    Region cross = new Region();
    cross.getStyleClass().setAll("icon", "icon-cross");
    away.setGraphic(cross);
    away.getStyleClass().add("bare");
    away.setAccessibleText(
        surroundings.texts().getValue().of("goto.remove", each.time()));
    away.setOnAction(
        event -> surroundings.send(new Action.SetRoute(model.route().without(bookmark))));
    HBox line = new HBox(go, name, away);
    line.setUserData(bookmark.at());
    line.getStyleClass().add("bubble-row");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void change(Bookmark bookmark) {
    surroundings.send(new Action.SetRoute(model.route().with(bookmark)));
  }

  private Label title(String key) {
    Label label = new Label();
    label.getStyleClass().add(Styles.LABEL);
    label.textProperty().bind(surroundings.say(key));
    return label;
  }
}
