package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.analysis.WaitGraph.Edge;
import unjam.analysis.WaitGraph.Kind;
import unjam.analysis.WaitGraph.Node;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.projection.EhStep;
import unjam.projection.StackState;
import unjam.reading.ProcessLine.State;

/** Who waits for whom. */
class WaitGraphTest {

  private static final long SECOND = 1_000_000_000L;

  private static WaitGraph at(OpenRun run, long nanos) {
    StackState state = run.timeline().at(nanos);
    return WaitReader.of(
        state, BlastReader.of(run.timeline(), run.passes()).at(state),
        run.trace().header().kernel());
  }

  private static WaitGraph opening(long seconds) {
    return at(Runs.opening(), seconds * SECOND);
  }

  private static OpenRun open(String scenario) {
    return SimulationService.openNow(Catalog.ofClassPath(), scenario).orElseThrow();
  }

  private static Node named(WaitGraph graph, Kind kind, String name) {
    return graph.nodes().stream()
        .filter(each -> each.kind() == kind && each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + graph));
  }

  private static List<Kind> chain(WaitGraph graph, String process) {
    return graph.inTheEnd(named(graph, Kind.PROCESS, process).id()).stream()
        .map(id -> graph.node(id).orElseThrow().kind())
        .toList();
  }

  @Test
  void whileTheTimerRunsTheDiskOwnsTheOnlyEdge() {
    WaitGraph graph = opening(20);
    assertThat(chain(graph, "app-a")).containsExactly(Kind.COMMAND, Kind.DISK);
    assertThat(graph.edges()).filteredOn(Edge::owned).hasSize(1);
    assertThat(named(graph, Kind.PROCESS, "app-a").state()).contains(State.D);
  }

  /** The worker waits for the driver; the disk has the command all the same. */
  @Test
  void whoAbortsWaitsTooAndTheDiskStillHasTheCommand() {
    WaitGraph graph = opening(34);
    assertThat(chain(graph, "app-a"))
        .containsExactlyInAnyOrder(
            Kind.COMMAND, Kind.ABORT_WORKER, Kind.CALL, Kind.DISK);
    assertThat(named(graph, Kind.ABORT_WORKER, "scsi_tmf_0").state()).contains(State.D);
    assertThat(graph.edges()).filteredOn(Edge::owned).hasSize(1);
  }

  /** Healthy disks' readers wait for a gate, that for the thread, that for the silent disk. */
  @Test
  void throughTheGateEverybodyWaitsForTheSilentDisk() {
    WaitGraph graph = opening(75);
    Node sda = named(graph, Kind.DISK, "sda");
    for (String each : List.of("app-a", "app-b", "app-c")) {
      assertThat(graph.inTheEnd(named(graph, Kind.PROCESS, each).id())).contains(sda.id());
    }
    assertThat(chain(graph, "app-b"))
        .containsExactly(
            Kind.COMMAND, Kind.GATE, Kind.ERROR_HANDLER, Kind.COMMAND, Kind.DISK);
    assertThat(graph.nodes()).noneMatch(each -> each.name().equals("sdb"));
    Edge owned =
        graph.edges().stream().filter(Edge::owned).reduce((one, two) -> {
          throw new AssertionError("two edges are the disk's");
        }).orElseThrow();
    assertThat(graph.node(owned.from()).orElseThrow().step()).contains(EhStep.TUR);
  }

  @Test
  void nobodyOfAnotherHostIsInTheKnot() {
    OpenRun run = open("two-hosts");
    EhPass pass = run.passes().all().getFirst();
    for (long at = pass.shut(); at < pass.open(); at += SECOND / 7) {
      WaitGraph graph = at(run, at);
      graph.nodes().stream()
          .filter(each -> each.kind() == Kind.PROCESS && each.name().equals("other-host"))
          .forEach(
              each ->
                  assertThat(graph.inTheEnd(each.id()))
                      .noneMatch(id -> id.endsWith("host0") || id.equals("eh:0")));
    }
  }

  /** The new login waits for the old connection, that for a bio, that for the backstore. */
  @Test
  void onTheOtherMachineThreeThreadsWaitForOneBio() {
    WaitGraph graph = at(open("iscsi-seed"), 75 * SECOND);
    Node store =
        graph.nodes().stream().filter(each -> each.kind() == Kind.DISK).findFirst().orElseThrow();
    List<Node> threads =
        graph.nodes().stream().filter(each -> each.kind() == Kind.TARGET_THREAD).toList();
    assertThat(threads)
        .extracting(Node::name)
        .containsExactlyInAnyOrder("kworker/0:1+events", "iscsi_trx", "iscsi_np");
    assertThat(threads)
        .allSatisfy(each -> assertThat(graph.inTheEnd(each.id())).contains(store.id()));
  }

  /** A store has its data from elsewhere; below the silent disk still owns the command. */
  @Test
  void whatNobodyWaitsForAnyMoreIsStillOwned() {
    WaitGraph graph = at(open("replicated-hedged"), 45 * SECOND);
    Node command = named(graph, Kind.COMMAND, "READ sda");
    assertThat(graph.edges()).noneMatch(each -> each.to().equals(command.id()));
    assertThat(graph.edges())
        .filteredOn(each -> each.from().equals(command.id()))
        .singleElement()
        .matches(Edge::owned);
  }

  @Test
  void whoWaitsForTheSameIsCountedNotDrawn() {
    WaitGraph graph = at(open("many-stuck"), 20 * SECOND);
    long drawn = graph.nodes().stream().filter(each -> each.kind() == Kind.PROCESS).count();
    assertThat(drawn).isEqualTo(2);
    assertThat(graph.more()).isEqualTo(6);
  }

  @Test
  void nobodyWaitsForItselfAndEveryEdgeHasEnds() {
    for (String scenario :
        List.of("seed-slow-disk", "iscsi-seed", "sata-deaf-disk", "zombie-disk")) {
      OpenRun run = open(scenario);
      for (Mark mark : run.marks().all()) {
        WaitGraph graph = at(run, mark.nanos());
        for (Edge each : graph.edges()) {
          assertThat(graph.node(each.from())).isPresent();
          assertThat(graph.node(each.to())).isPresent();
          assertThat(graph.inTheEnd(each.to())).doesNotContain(each.from());
        }
      }
    }
  }
}
