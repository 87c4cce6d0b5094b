package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisplayTest {

  private static final Map<String, String> X11 = Map.of("DISPLAY", ":0");
  private static final Display.Window WINDOW = new Display.Window(Optional.empty());

  private static Predicate<NativeLibrary> allBut(NativeLibrary... missing) {
    return each -> !List.of(missing).contains(each);
  }

  private static final Predicate<NativeLibrary> NOBODY_ASKS =
      library -> {
        throw new AssertionError(library + " was looked for where it makes no difference");
      };

  @Test
  void linuxWithADisplayAndItsLibrariesOpensAWindow() {
    assertThat(Display.of(X11, "Linux", allBut())).isEqualTo(WINDOW);
    assertThat(Display.of(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux", allBut()))
        .isEqualTo(WINDOW);
  }

  @Test
  void linuxWithoutAnyDisplayPaintsAPictureForWhichPangoIsEnough() {
    EnumSet<NativeLibrary> others = EnumSet.complementOf(EnumSet.of(NativeLibrary.PANGO));

    assertThat(
            Display.of(Map.of(), "Linux", allBut(others.toArray(NativeLibrary[]::new))))
        .isEqualTo(new Display.Headless());
    assertThat(Display.of(Map.of(), "Linux", allBut(NativeLibrary.PANGO)))
        .isEqualTo(new Display.Missing(NativeLibrary.PANGO));
  }

  @Test
  void anEmptyVariableNamesNoDisplay() {
    assertThat(
            Display.of(Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""), "Linux", allBut()))
        .isEqualTo(new Display.Headless());
  }

  @ParameterizedTest
  @EnumSource(names = {"GTK_3", "XTST"})
  void withoutALibraryOfWindowsThereIsNone(NativeLibrary library) {
    assertThat(Display.of(X11, "Linux", allBut(library)))
        .isEqualTo(new Display.Missing(library));
  }

  @ParameterizedTest
  @EnumSource(names = {"GL", "XXF86VM"})
  void withoutALibraryOfTheGraphicsCardTheWindowIsSlow(NativeLibrary library) {
    assertThat(Display.of(X11, "Linux", allBut(library)))
        .isEqualTo(new Display.Window(Optional.of(library)));
  }

  @ParameterizedTest
  @EnumSource
  void theSentenceNamesTheLibraryAndWhatToInstall(NativeLibrary library) {
    assertThat(new Display.Missing(library).sentence())
        .contains("lib", ".so.", "Debian", "Fedora", "Arch")
        .doesNotContain("\n", "{");
  }

  @Test
  void otherSystemsAlwaysHaveADisplayAndNeedNoLibrary() {
    assertThat(Display.of(Map.of(), "Mac OS X", NOBODY_ASKS)).isEqualTo(WINDOW);
    assertThat(Display.of(Map.of(), "Windows 11", NOBODY_ASKS)).isEqualTo(WINDOW);
  }
}
