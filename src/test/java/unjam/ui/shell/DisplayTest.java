package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class DisplayTest {

  private static final BooleanSupplier GTK_LOADS = () -> true;
  private static final BooleanSupplier GTK_MISSING = () -> false;
  private static final BooleanSupplier NOBODY_ASKS =
      () -> {
        throw new AssertionError("GTK was looked for where it makes no difference");
      };

  @Test
  void linuxWithADisplayAndGtkOpensAWindow() {
    assertThat(Display.of(Map.of("DISPLAY", ":0"), "Linux", GTK_LOADS)).isEqualTo(Display.WINDOW);
    assertThat(Display.of(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux", GTK_LOADS))
        .isEqualTo(Display.WINDOW);
  }

  @Test
  void linuxWithoutAnyDisplayPaintsAPicture() {
    assertThat(Display.of(Map.of(), "Linux", NOBODY_ASKS)).isEqualTo(Display.HEADLESS);
  }

  @Test
  void anEmptyVariableNamesNoDisplay() {
    assertThat(Display.of(Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""), "Linux", NOBODY_ASKS))
        .isEqualTo(Display.HEADLESS);
  }

  @Test
  void linuxWithADisplayButWithoutGtkCannotOpenAWindow() {
    assertThat(Display.of(Map.of("DISPLAY", ":0"), "Linux", GTK_MISSING))
        .isEqualTo(Display.GTK_MISSING);
  }

  @Test
  void otherSystemsAlwaysHaveADisplayAndNeedNoGtk() {
    assertThat(Display.of(Map.of(), "Mac OS X", NOBODY_ASKS)).isEqualTo(Display.WINDOW);
    assertThat(Display.of(Map.of(), "Windows 11", NOBODY_ASKS)).isEqualTo(Display.WINDOW);
  }
}
