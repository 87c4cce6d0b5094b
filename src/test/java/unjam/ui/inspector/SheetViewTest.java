package unjam.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.ui.Shows;
import unjam.ui.control.Surroundings;
import unjam.ui.inspector.CommandPicture.LifeLine;
import unjam.ui.inspector.CommandPicture.WhyLine;
import unjam.ui.text.Texts;
import unjam.ui.theme.Fonts;
import unjam.ui.theme.PaletteSource;
import unjam.ui.theme.Styles;

/** The sheets about a command and about a disk: what a click does, and that all can be read. */
@ExtendWith(ApplicationExtension.class)
class SheetViewTest {

  private static final OpenRun RUN = Shows.run();
  private static final int VICTIM = RUN.missed().getFirst().command();

  private final List<Action> sent = new ArrayList<>();

  /** Both sheets with their models, as a window of the given width would have them. */
  private final class Desk {
    final CommandSheetViewModel command = new CommandSheetViewModel();
    final DeviceSheetViewModel device = new DeviceSheetViewModel();
    final Parent root;
    final Texts texts;

    Desk(double width, boolean wide, Texts texts) {
      Fonts.load();
      this.texts = texts;
      PaletteSource palette = new PaletteSource();
      Surroundings around =
          new Surroundings(
              new SimpleObjectProperty<>(texts), palette.paletteProperty(), sent::add);
      StackPane both =
          new StackPane(
              palette, new CommandSheetView(command, around),
              new DeviceSheetView(device, around));
      both.getStylesheets().setAll(Styles.sheets(1));
      if (wide) {
        both.getStyleClass().add(Styles.WIDE);
      }
      if (texts.isChinese()) {
        both.getStyleClass().add(Styles.CHINESE);
      }
      root = both;
      new Scene(both, width, 600).snapshot(null);
    }

    Desk at(Frame frame, int selection) {
      command.show(frame, selection, texts);
      device.show(frame, selection, texts);
      root.getScene().snapshot(null);
      return this;
    }

    Node find(String id) {
      Node found = root.lookup("#" + id);
      assertThat(found).as(id).isNotNull();
      return found;
    }

    void press(String id) {
      if (find(id) instanceof Button button) {
        button.fire();
      } else {
        Node row = find(id);
        Point2D at = row.localToScene(1, 1);
        row.fireEvent(
            new MouseEvent(
                MouseEvent.MOUSE_CLICKED, 1, 1, at.getX(), at.getY(), MouseButton.PRIMARY, 1,
                false, false, false, false, true, false, false, true, false, true,
                new PickResult(row, at.getX(), at.getY())));
      }
      root.getScene().snapshot(null);
    }
  }

  private static <T> T onFx(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.asyncFx(task).get();
  }

  private static Frame onTheHostReset() {
    return Shows.at(Shows.instant(Mark.Kind.HOST_RESET) + 500_000_000L);
  }

  private static Stream<Label> labels(Node node) {
    Stream<Label> own =
        node instanceof Label label && !label.getText().isBlank()
            ? Stream.of(label)
            : Stream.empty();
    return !node.isVisible() || !(node instanceof Parent parent)
        ? own.filter(Node::isVisible)
        : Stream.concat(
            own, parent.getChildrenUnmodifiable().stream().flatMap(SheetViewTest::labels));
  }

  @Test
  void aTurningPointAndALineOfALifeLeadToTheirInstants() throws Exception {
    onFx(
        () -> {
          Desk desk = new Desk(260, false, Shows.ENGLISH).at(onTheHostReset(), VICTIM);
          CommandPicture picture = desk.command.pictureProperty().get();
          WhyLine why = picture.why().getFirst();
          LifeLine life = picture.life().get(picture.now() - 1);
          desk.press("why-" + why.seq());
          desk.press("life-" + life.seq());
          assertThat(sent)
              .containsExactly(
                  new Action.JumpTo(why.nanos()), new Action.JumpTo(life.nanos()));
          Node row = desk.find("life-" + life.seq());
          row.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
          assertThat(sent).hasSize(3).endsWith(new Action.JumpTo(life.nanos()));
          return null;
        });
  }

  @Test
  void aLongChainAndALongLifeOpenWhenOneAsks() throws Exception {
    onFx(
        () -> {
          Desk desk = new Desk(260, false, Shows.ENGLISH).at(onTheHostReset(), VICTIM);
          CommandPicture picture = desk.command.pictureProperty().get();
          LifeLine first = picture.life().getFirst();
          WhyLine folded = picture.why().get(picture.why().size() - 2);
          assertThat(desk.root.lookup("#life-" + first.seq())).isNull();
          assertThat(desk.root.lookup("#why-" + folded.seq())).isNull();
          desk.press("life-earlier");
          desk.press("why-more");
          desk.find("life-" + first.seq());
          desk.find("why-" + folded.seq());
          assertThat(desk.find("life-earlier").isVisible()).isFalse();
          return null;
        });
  }

  @Test
  void aCommandCanBeFollowedAndLetGo() throws Exception {
    onFx(
        () -> {
          Desk desk = new Desk(260, false, Shows.ENGLISH).at(onTheHostReset(), -1);
          desk.press("command-follow");
          desk.at(onTheHostReset(), VICTIM).press("command-follow");
          desk.press("device-command-" + VICTIM);
          assertThat(sent)
              .containsExactly(
                  new Action.Select(VICTIM), new Action.Select(-1), new Action.Select(VICTIM));
          return null;
        });
  }

  @Test
  void anotherDiskIsOneClickAway() throws Exception {
    onFx(
        () -> {
          Desk desk = new Desk(260, false, Shows.ENGLISH).at(onTheHostReset(), -1);
          assertThat(desk.find("device-back").isVisible()).isFalse();
          desk.press("device-disk-sdb");
          assertThat(desk.device.pictureProperty().get().title()).isEqualTo("sdb");
          desk.press("device-back");
          assertThat(desk.device.pictureProperty().get().title()).isEqualTo("sda");
          return null;
        });
  }

  @Test
  void beforeItsBirthOneCanGoThere() throws Exception {
    onFx(
        () -> {
          Desk desk = new Desk(260, false, Shows.ENGLISH).at(Shows.at(0), VICTIM);
          desk.press("command-birth");
          assertThat(sent)
              .containsExactly(
                  new Action.JumpTo(desk.command.pictureProperty().get().head().birth()));
          return null;
        });
  }

  /** No text is cut short, and no name of the kernel's is broken over two lines. */
  @ParameterizedTest
  @CsvSource({"246, false, false", "350, true, false", "246, false, true"})
  void everythingCanBeReadAtEveryMark(double width, boolean wide, boolean chinese)
      throws Exception {
    List<String> bad =
        onFx(
            () -> {
              Desk desk = new Desk(width, wide, chinese ? Shows.CHINESE : Shows.ENGLISH);
              List<String> found = new ArrayList<>();
              for (Mark mark : RUN.marks().all()) {
                desk.at(Shows.at(mark.nanos()), -1);
                labels(desk.root).filter(SheetViewTest::isBad)
                    .forEach(each -> found.add(each.getText() + " at " + mark.nanos()));
              }
              return found;
            });

    assertThat(bad).isEmpty();
  }

  private static boolean isBad(Label label) {
    boolean tooNarrow = !label.isWrapText() && label.getWidth() < label.prefWidth(-1) - 1;
    boolean tooLow = label.getHeight() < label.prefHeight(label.getWidth()) - 1;
    boolean oneWord = label.getText().matches("[A-Za-z0-9_]+");
    boolean broken = oneWord && label.getWidth() < label.prefWidth(-1) - 1;
    return tooNarrow || tooLow || broken;
  }
}
