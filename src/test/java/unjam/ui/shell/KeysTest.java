package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import unjam.app.Action;
import unjam.app.Action.Grain;
import unjam.app.Look;
import unjam.app.Panel;
import unjam.app.Runs;
import unjam.app.Session;
import unjam.playback.Bookmark;
import unjam.ui.Shows;

/** The toolkit is there only because it decides which key the platform's shortcuts hold down. */
@ExtendWith(ApplicationExtension.class)
class KeysTest {

  private final Session session =
      Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH))
          .after(new Action.RunFinished(0, Runs.trouble()));

  private static KeyEvent press(KeyCode code, boolean shift, boolean control) {
    return new KeyEvent(
        KeyEvent.KEY_PRESSED, "", code.getName(), code, shift, control, false, false);
  }

  private Optional<Action> plain(KeyCode code) {
    return Keys.of(press(code, false, false), session);
  }

  @Test
  void arrowsStepByTheGrainThatTheOtherKeysChoose() {
    Action.Step back = new Action.Step(Grain.FUNCTION, false);

    assertThat(plain(KeyCode.RIGHT)).contains(new Action.Step(Grain.EVENT, true));
    assertThat(Keys.of(press(KeyCode.LEFT, false, true), session)).contains(back);
    assertThat(Keys.of(press(KeyCode.RIGHT, true, true), session))
        .contains(new Action.Step(Grain.COMMAND, true));
    assertThat(Keys.of(press(KeyCode.LEFT, true, false), session))
        .contains(new Action.Step(Grain.MARK, false));
  }

  @Test
  void paceKeysWorkWithAndWithoutShiftAndOnThePad() {
    assertThat(plain(KeyCode.EQUALS)).contains(new Action.Faster());
    assertThat(Keys.of(press(KeyCode.EQUALS, true, false), session))
        .contains(new Action.Faster());
    assertThat(plain(KeyCode.ADD)).contains(new Action.Faster());
    assertThat(plain(KeyCode.MINUS)).contains(new Action.Slower());
  }

  @Test
  void digitsChooseTabsAndLettersWithCtrlAreNoLetters() {
    assertThat(plain(KeyCode.DIGIT2))
        .contains(new Action.SetDesk(session.desk().with(Panel.values()[1])));
    assertThat(plain(KeyCode.M)).isPresent();
    assertThat(Keys.of(press(KeyCode.M, false, true), session)).isEmpty();
    assertThat(Keys.of(press(KeyCode.DIGIT2, false, true), session)).isEmpty();
  }

  @Test
  void undoAndRedo() {
    assertThat(Keys.of(press(KeyCode.Z, false, true), session)).contains(new Action.Undo());
    assertThat(Keys.of(press(KeyCode.Z, true, true), session)).contains(new Action.Redo());
    assertThat(Keys.of(press(KeyCode.Y, false, true), session)).contains(new Action.Redo());
  }

  @Test
  void aBookmarkIsSetOnceAndKeepsItsName() {
    Session marked = session.after(plain(KeyCode.M).orElseThrow());
    Bookmark bookmark = marked.route().bookmarks().getFirst();

    assertThat(bookmark.at()).isEqualTo(session.playback().at());
    assertThat(Keys.of(press(KeyCode.M, false, false), marked)).isEmpty();
  }

  @Test
  void theThemeChangesInPresenterModeOnly() {
    Session presenting =
        session.after(new Action.SetDesk(session.desk().withPresenter(true)));

    assertThat(plain(KeyCode.B)).isEmpty();
    assertThat(Keys.of(press(KeyCode.B, false, false), presenting))
        .contains(new Action.SetLook(session.look().with(Look.Theme.DARK)));
  }

  @Test
  void everyLineOfTheTableSaysWhatItDoesInBothLanguages() {
    for (Keys.Key key : Keys.all()) {
      assertThat(key.caps()).isNotEmpty();
      for (var texts : List.of(Shows.ENGLISH, Shows.CHINESE)) {
        assertThat(texts.of(key.message())).as(key.message()).isNotBlank();
      }
    }
  }

  @Test
  void noKeyHasTwoMeanings() {
    Map<String, String> seen = new HashMap<>();
    for (Keys.Key key : Keys.all()) {
      for (Keys.Stroke stroke : key.strokes()) {
        assertThat(seen.put(stroke.keys().getName(), key.message()))
            .as("%s of %s", stroke.keys(), key.message())
            .isNull();
      }
    }
  }
}
