package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.app.Action;
import unjam.app.Desk;
import unjam.app.Detail;
import unjam.app.Look;
import unjam.app.Session;

class SettingsFileTest {

  private static final Look FIRST = new Look(Look.Theme.LIGHT, Locale.ENGLISH);

  @TempDir Path folder;

  private SettingsFile file() {
    return new SettingsFile(folder, Runnable::run);
  }

  @Test
  void theFirstStartIsAsItComes() {
    assertThat(file().session(FIRST)).isEqualTo(Session.empty(FIRST));
  }

  @Test
  void howItWasLeftIsHowItComesBack() {
    Look look =
        new Look(Look.Theme.DARK, Locale.SIMPLIFIED_CHINESE)
            .withScale(1.3).withContrast(true).withStill(true);
    Desk desk = Desk.FIRST.with(Detail.QUEUES).withRail(false);
    SettingsFile settings = file();
    settings.keep(settings.session(FIRST));

    settings.keep(
        Session.empty(FIRST).after(new Action.SetLook(look), new Action.SetDesk(desk)));

    Session back = file().session(FIRST);
    assertThat(back.look()).isEqualTo(look);
    assertThat(back.desk()).isEqualTo(desk);
  }

  @Test
  void whatMakesNoSenseIsLeftAside() throws IOException {
    Files.writeString(
        folder.resolve("settings.properties"),
        "theme=pink\ntext=7\ndetail=\\u12\nreduced_motion=perhaps\n");

    assertThat(file().session(FIRST)).isEqualTo(Session.empty(FIRST));
  }
}
