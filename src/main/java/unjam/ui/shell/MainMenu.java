package unjam.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import unjam.app.Action;
import unjam.app.Desk;
import unjam.app.Look;
import unjam.app.Session;
import unjam.app.View;
import unjam.ui.control.Surroundings;
import unjam.ui.fx.FxStore;

/** What can be done with the whole: files, and how everything looks. */
final class MainMenu {

  private final FxStore store;
  private final Surroundings surroundings;
  private final Desktop desktop;
  private final Runnable quit;
  private final MenuButton button = new MenuButton();
  private final Menu recent = new Menu();
  private final CheckMenuItem presenter = new CheckMenuItem();

  MainMenu(FxStore store, Surroundings surroundings, Desktop desktop, Runnable quit) {
    this.store = store;
    this.surroundings = surroundings;
    this.desktop = desktop;
    this.quit = quit;
    Region icon = new Region();
    icon.getStyleClass().addAll("icon", "icon-menu");
    button.setId("menu");
    button.setGraphic(icon);
    button.getStyleClass().addAll("button", "tool");
    button.accessibleTextProperty().bind(surroundings.say("shell.menu"));
    store.sessionProperty().map(Session::look).subscribe(look -> fill());
    surroundings.texts().subscribe(texts -> fill());
    store
        .sessionProperty()
        .map(session -> session.desk().presenter())
        .subscribe(presenter::setSelected);
    button.setOnShowing(event -> recent());
  }

  MenuButton button() {
    return button;
  }

  Desktop desktop() {
    return desktop;
  }

  private void fill() {
    presenter();
    recent();
    Look look = store.session().look();
    button
        .getItems()
        .setAll(
            item("open", "Shortcut+O", desktop::openFile),
            recent,
            item("save", "Shortcut+S", desktop::save),
            item("save-as", "Shortcut+Shift+S", desktop::saveAs),
            item("report", "Shortcut+E", desktop::report),
            new SeparatorMenuItem(),
            view("ledger", View.LEDGER),
            view("scenario", View.SCENARIO),
            view("sweep", View.SWEEP),
            view("radius", View.RADIUS),
            view("drivers", View.DRIVERS),
            new SeparatorMenuItem(),
            check(
                "dark", look.theme() == Look.Theme.DARK,
                now -> now.with(
                    now.theme() == Look.Theme.DARK ? Look.Theme.LIGHT : Look.Theme.DARK)),
            language("English", "en", Locale.ENGLISH, look),
            language("\u7b80\u4f53\u4e2d\u6587", "zh", Locale.SIMPLIFIED_CHINESE, look),
            sizes(look),
            check("contrast", look.contrast(), now -> now.withContrast(!now.contrast())),
            check("still", look.still(), now -> now.withStill(!now.still())),
            presenter,
            new SeparatorMenuItem(),
            item("quit", "Shortcut+Q", quit));
  }

  private MenuItem item(String name, String keys, Runnable action) {
    MenuItem item = new MenuItem(say(name));
    item.setId("menu-" + name);
    item.setAccelerator(KeyCombination.keyCombination(keys));
    item.setOnAction(event -> action.run());
    return item;
  }

  private String say(String name) {
    return surroundings.texts().getValue().of("menu." + name);
  }

  /** Files come and go while the application runs. */
  private void recent() {
    recent.setText(say("recent"));
    recent.setId("menu-recent");
    recent.getItems().clear();
    for (String file : desktop.recent()) {
      MenuItem item = new MenuItem(file);
      item.setMnemonicParsing(false);
      item.setOnAction(event -> desktop.openFile(Path.of(file)));
      recent.getItems().add(item);
    }
    recent.setDisable(recent.getItems().isEmpty());
  }

  private void look(UnaryOperator<Look> change) {
    surroundings.send(new Action.SetLook(change.apply(store.session().look())));
  }

  private CheckMenuItem check(String name, boolean on, UnaryOperator<Look> change) {
    CheckMenuItem item = new CheckMenuItem(say(name));
    item.setId("menu-" + name);
    item.setSelected(on);
    item.setOnAction(event -> look(change));
    return item;
  }

  private MenuItem view(String name, View view) {
    MenuItem item = new MenuItem(say(name));
    item.setId("menu-" + name);
    item.setOnAction(
        event ->
            surroundings.send(new Action.SetDesk(store.session().desk().with(view))));
    return item;
  }

  private void presenter() {
    presenter.setText(say("presenter"));
    presenter.setId("menu-presenter");
    presenter.setAccelerator(KeyCombination.keyCombination("F11"));
    presenter.setOnAction(
        event -> {
          Desk desk = store.session().desk();
          surroundings.send(new Action.SetDesk(desk.withPresenter(!desk.presenter())));
        });
  }

  /** Each language by its own name: who cannot read the current one must find it. */
  private RadioMenuItem language(String name, String id, Locale language, Look look) {
    RadioMenuItem item = new RadioMenuItem(name);
    item.setId("language-" + id);
    item.setSelected(look.language().getLanguage().equals(language.getLanguage()));
    item.setOnAction(event -> look(now -> now.with(language)));
    return item;
  }

  private Menu sizes(Look look) {
    Menu menu = new Menu(say("size"));
    menu.setId("menu-size");
    for (double scale : Look.SCALES) {
      String percent = Math.round(scale * 100) + " %";
      RadioMenuItem item = new RadioMenuItem(percent);
      item.setId("size-" + Math.round(scale * 100));
      item.setSelected(look.scale() == scale);
      item.setOnAction(event -> look(now -> now.withScale(scale)));
      menu.getItems().add(item);
    }
    return menu;
  }
}
