package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unjam.app.Action;
import unjam.app.LessonMove;
import unjam.catalog.Catalog;
import unjam.lesson.LessonShelf;
import unjam.lesson.MadeUpLesson;

/** Who writes a lesson sees every save, the broken ones with what is wrong. */
class LessonAuthorWalkTest extends InWindow {

  private static final String NAME = "03-silent";

  @Override
  Belongings belongings() {
    Path lessons = folder.resolve("lessons");
    try {
      MadeUpLesson.in(lessons, NAME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return super.belongings().with(LessonShelf.of(Catalog.ofClassPath(), lessons));
  }

  private String step() {
    return store.session().inLesson().map(each -> each.step().id()).orElse("");
  }

  private String title() {
    return store.session().inLesson().map(each -> each.lesson().text("en").title()).orElse("");
  }

  @Test
  void aBrokenSaveIsNamedInTheWindowAndAMendedOneGoesOnAtTheSameStep(FxRobot robot)
      throws Exception {
    store.send(new Action.InLesson(new LessonMove.Begin(NAME, true)));
    waitUntil(() -> step().equals("incident"));
    store.send(new Action.InLesson(new LessonMove.To(2)));
    waitUntil(() -> step().equals("when"));

    Path lesson = folder.resolve("lessons").resolve(NAME);
    String good = Files.readString(lesson.resolve("lesson.yaml"));
    Files.writeString(lesson.resolve("lesson.yaml"), good.replace("on sda", "an sda"));
    waitUntil(() -> isSeen(robot, "#problems"));
    assertThat(robot.lookup("#problems-list").queryAs(ListView.class).getItems())
        .allSatisfy(each -> assertThat(each.toString()).contains("lesson.yaml:"));
    assertThat(step()).isEqualTo("when");

    Files.writeString(lesson.resolve("lesson.yaml"), good);
    MadeUpLesson.words(lesson, "Mended");
    waitUntil(() -> title().equals("Mended") && !isSeen(robot, "#problems"));
    assertThat(step()).isEqualTo("when");
    assertThat(store.session().inLesson().orElseThrow().made()).isPresent();
  }
}
