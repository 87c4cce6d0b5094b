package unjam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.app.Look;
import unjam.app.Panel;

class SnapshotCommandTest {

  @TempDir Path folder;

  private final List<String> painted = new ArrayList<>();
  private final StringWriter said = new StringWriter();

  private int snapshot(String... arguments) {
    List<String> all = new ArrayList<>(List.of("snapshot"));
    all.addAll(List.of(arguments));
    return UnjamCommand.commandLine(
            (first, lessons) -> 99,
            (session, width, height, zoom, file) ->
                painted.add(
                    session.open().orElseThrow().scenario().name()
                        + " " + session.playback().at().nanos()
                        + " " + width + "x" + height + " " + zoom
                        + " " + session.look().theme() + " " + session.look().language()
                        + " " + session.desk().panel() + " " + session.selection()
                        + " " + session.open().orElseThrow().scenario().seed()
                        + " " + session.open().orElseThrow().trace().endNanos() / 1_000_000_000L))
        .setErr(new PrintWriter(said, true))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void thePainterIsToldWhatWasAskedFor() {
    String file = folder.resolve("x.png").toString();

    assertThat(
            snapshot(
                "healthy", "--at", "1.5s", "--size", "1920x1080", "--theme", "dark", "--lang",
                "zh_CN", "--zoom", "200%", "--view", "sysfs", "--select", "3", "--seed", "7",
                "--until", "2s", "--out", file))
        .isZero();
    assertThat(painted)
        .containsExactly(
            "healthy 1500000000 1920x1080 2.0 " + Look.Theme.DARK + " "
                + Locale.SIMPLIFIED_CHINESE + " " + Panel.SYSFS
                + " 3 7 1");
  }

  @Test
  void everyMistakeIsNamedAtOnceAndNothingIsPainted() {
    int status =
        snapshot(
            "no-such-scenario", "--at", "67", "--size", "19", "--theme", "pink", "--lang", "fr",
            "--zoom", "9", "--text", "140%", "--view", "moon", "--detail", "all",
            "--out", folder.resolve("nowhere/x.png").toString());

    assertThat(status).isEqualTo(2);
    assertThat(said.toString())
        .contains("--at 67", "--size 19", "--theme pink", "--lang fr", "--out")
        .contains("--zoom 9", "--text 140%", "--view moon", "--detail all")
        .contains("no-such-scenario");
    assertThat(painted).isEmpty();
  }

  @Test
  void aPanelThatThereIsNotIsToldAllThatThereAre() {
    assertThat(snapshot("healthy", "--view", "moon", "--out", picture())).isEqualTo(2);
    assertThat(said.toString().strip())
        .startsWith("--view moon: ")
        .endsWith(", presenter, compare, ledger, scenario, sweep, radius, drivers");
  }

  @Test
  void aCommandThatTheRunHasNotIsToldWhichItHas() {
    assertThat(snapshot("lost-command", "--select", "9999", "--out", picture())).isEqualTo(2);
    assertThat(said.toString().strip())
        .startsWith("--select 9999: is no command of this run; it has 0 to ");
    assertThat(snapshot("lost-command", "--select", "0", "--out", picture())).isZero();
    assertThat(painted).hasSize(1);
  }

  @Test
  void whatTheRunDoesNotTakeIsNamedByItsOption() {
    assertThat(snapshot("healthy", "--until", "2", "--seed", "x", "--out", picture()))
        .isEqualTo(2);
    assertThat(said.toString().lines())
        .hasSize(2)
        .anyMatch(each -> each.startsWith("--until 2: "))
        .anyMatch(each -> each.startsWith("--seed x: "));
  }

  private String picture() {
    return folder.resolve("x.png").toString();
  }

  @Test
  void withoutAFileItSaysWhatIsMissing() {
    assertThat(snapshot("healthy")).isEqualTo(2);
    assertThat(said.toString()).contains("--out").doesNotContain("Exception");
  }
}
