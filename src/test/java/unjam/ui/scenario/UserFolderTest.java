package unjam.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFolderTest {

  @Test
  void eachSystemKeepsItsOwnPlace() {
    assertThat(UserFolder.of(Map.of(), "Linux", "/home/a"))
        .isEqualTo(Path.of("/home/a/.config/unjam"));
    assertThat(UserFolder.of(Map.of("XDG_CONFIG_HOME", "/cfg"), "Linux", "/home/a"))
        .isEqualTo(Path.of("/cfg/unjam"));
    assertThat(UserFolder.of(Map.of("XDG_CONFIG_HOME", "relative"), "Linux", "/home/a"))
        .isEqualTo(Path.of("/home/a/.config/unjam"));
    assertThat(UserFolder.of(Map.of(), "Mac OS X", "/Users/a"))
        .isEqualTo(Path.of("/Users/a/Library/Application Support/Unjam"));
    assertThat(UserFolder.of(Map.of("APPDATA", "/roaming"), "Windows 11", "/a"))
        .isEqualTo(Path.of("/roaming/Unjam"));
  }
}
