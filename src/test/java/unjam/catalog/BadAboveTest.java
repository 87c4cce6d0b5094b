package unjam.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in what lies above disks: each is told with what would be right. */
class BadAboveTest {

  private static final String MACHINE =
      """
      name: story
      title: A story
      until: 10s
      machine:
        hosts:
          - driver: scsi_debug
            disks: [{at: 0:0:0:0, name: sda, size: 1GiB}, {at: 0:0:1:0, name: sdb, size: 2GiB}]
      """;

  private static List<String> problems(String rest) {
    return new ScenarioReader(Catalog.ofClassPath())
        .readText("story", MACHINE + rest, List.of())
        .problems().stream()
        .map(Problem::message)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '~', textBlock =
      """
      {name: s} # what lies above disks is one of store, raid1, multipath, ext4
      {name: sda, store: {copies: [0:0:0:0, 0:0:1:0]}} # there is a "sda" already
      {name: s, store: {copies: [0:0:0:0]}} # there are 1 disks; 2 to 16 make sense
      {name: s, store: {copies: [0:0:0:0, 0:0:0:0]}} # 0:0:0:0 is taken already
      {name: s, store: {copies: [0:0:0:0, 9:0:0:0]}} # there is no disk at 9:0:0:0; the machine has
      {name: s, store: {copies: [0:0:0:0, 0:0:1:0], write_quorum: 3}} # write 1 to 2
      {name: s, store: {copies: [0:0:0:0, 0:0:1:0], hedge: 0s}} # is more than no time
      {name: e, ext4: {on: 9:0:0:0}} # there is no disk at 9:0:0:0
      {name: e, ext4: {on: 0:0:0:0, journal: 1GiB}} # the journal takes 1MiB
      {name: m, multipath: {paths: [0:0:0:0], no_path_retry: often}} # no_path_retry
      {name: s, store: {copies: [0:0:0:0, 0:0:1:0], hege: 1s}} # did you mean "hedge"?
      """)
  void aLayerThatCannotBe(String layer, String complaint) {
    assertThat(problems("above:\n  - " + layer + "\n"))
        .anySatisfy(each -> assertThat(each).contains(complaint));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '~', textBlock =
      """
      {label: r, device: sotre} # is no address of a disk and nothing above one
      {label: r, device: store, mode: SG_IO} # is asked directly
      {label: r, device: store, failfast: [dev]} # decides that itself
      {label: r, device: store, op: fsync} # has no fsync
      {label: r, device: store, offset: 1GiB} # beyond the end of sda
      """)
  void aStreamThatALayerCannotServe(String stream, String complaint) {
    String above = "above: [{name: store, store: {copies: [0:0:0:0, 0:0:1:0]}}]\n";
    assertThat(problems(above + "workload:\n  - " + stream + "\n"))
        .singleElement()
        .satisfies(each -> assertThat(each).contains(complaint));
  }
}
