package unjam.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import unjam.scenario.Disk;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;
import unjam.scsi.Hctl;
import unjam.scsi.IoOp;

/**
 * A recording and a run of the same situation side by side, and what every rule asks about them.
 *
 * <p>A landmark takes part in a comparison if it is one that a simulator must emit, or one that
 * this recording demands (not marked optional), and if the recording could see it. A recording that
 * has one function of a driver demands them all.
 */
final class Trial {

  /** Beyond so many dispatches a limit on total runtime, not a count, ends an IO (rule 5). */
  private static final int MANY_DISPATCHES = 20;

  private final Scenario scenario;
  private final Golden golden;
  private final Observed simulated;
  private final Excuses excuses;
  private final Map<String, @Nullable Stream> streams = new HashMap<>();
  private final Observer observer;
  private final int cut;

  Trial(Scenario scenario, Golden golden, Observed simulated) {
    this.scenario = scenario;
    this.golden = golden;
    this.simulated = simulated;
    this.excuses = new Excuses(golden.observerGaps());
    int at = -1;
    List<Landmark> landmarks = golden.seen().landmarks();
    for (int i = 0; i < landmarks.size(); i++) {
      Landmark each = landmarks.get(i);
      if (each.isCut()) {
        at = i;
      }
    }
    this.cut = at;
    this.observer = new Observer(golden);
  }

  Golden golden() {
    return golden;
  }

  Observed recorded() {
    return golden.seen();
  }

  Observed simulated() {
    return simulated;
  }

  Scenario scenario() {
    return scenario;
  }

  Excuses excuses() {
    return excuses;
  }

  boolean isCut() {
    return cut >= 0;
  }

  /** Whether a landmark of this name is compared at all. */
  boolean counts(String landmark) {
    return golden.observable(landmark)
        && (Vocabulary.isMust(landmark) || observer.demands(landmark));
  }

  /** Recorded landmarks before the cut, all of them if there is none; only those that count. */
  List<Landmark> before() {
    List<Landmark> all = recorded().landmarks();
    return counting(cut < 0 ? all : all.subList(0, cut));
  }

  /** Recorded landmarks after the cut, none if there is none; only those that count. */
  List<Landmark> after() {
    List<Landmark> all = recorded().landmarks();
    return cut < 0 ? List.of() : counting(all.subList(cut + 1, all.size()));
  }

  /** Instant of the last landmark before the cut. */
  double lastBeforeCut() {
    return cut <= 0 ? 0 : recorded().landmarks().get(cut - 1).millis();
  }

  /** Instant of the first landmark after the cut. */
  double firstAfterCut() {
    List<Landmark> all = recorded().landmarks();
    return cut + 1 >= all.size() ? Double.MAX_VALUE : all.get(cut + 1).millis();
  }

  /** Simulated landmarks that count, as the recording's observer would have seen them. */
  List<Landmark> done() {
    return counting(simulated.landmarks()).stream().map(observer::seen).toList();
  }

  private List<Landmark> counting(List<Landmark> landmarks) {
    return landmarks.stream().filter(each -> counts(each.name())).toList();
  }

  /** The stream that an IO belongs to. */
  Optional<Stream> stream(String io) {
    return Optional.ofNullable(
        streams.computeIfAbsent(io, name -> streamOf(scenario, name).orElse(null)));
  }

  /** The stream whose label an IO's name begins with. */
  static Optional<Stream> streamOf(Scenario scenario, String io) {
    Stream best = null;
    for (Stream each : scenario.workload()) {
      boolean closer = best == null || each.label().length() > best.label().length();
      if (closer && isOf(io, each.label())) {
        best = each;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isOf(String io, String label) {
    return io.startsWith(label) && io.substring(label.length()).matches("(\\.\\d+)?(#\\d+)?");
  }

  boolean isBackground(String io) {
    return stream(io).map(Stream::background).orElse(false);
  }

  /** Names of the IOs that are compared one by one, the recorded ones first, each once. */
  List<String> measuredIos() {
    Set<String> seen = new TreeSet<>();
    List<String> names = new ArrayList<>();
    List<Observed.Io> all = new ArrayList<>(recorded().ios());
    all.addAll(simulated.ios());
    for (Observed.Io io : all) {
      if (!isBackground(io.name()) && seen.add(io.name())) {
        names.add(io.name());
      }
    }
    return names;
  }

  /**
   * Whether an IO's number of dispatches is not fixed: more than twenty, ended by the limit on its
   * total runtime, which is (retries + 1) times its timeout (drivers/scsi/scsi_lib.c:
   * scsi_cmd_runtime_exceeced).
   */
  boolean endedByRuntimeLimit(String io) {
    Optional<Observed.Io> seen = recorded().io(io);
    Optional<Disk> disk = stream(io).flatMap(each -> scenario.machine().disk(each.device()));
    if (seen.isEmpty() || disk.isEmpty()
        || seen.get().dispatches().orElse(0) <= MANY_DISPATCHES) {
      return false;
    }
    int times = stream(io).orElseThrow().op() == IoOp.FSYNC ? 2 : 1;
    double timeout = disk.get().timeoutSeconds() * 1000.0 * times;
    return seen.get().latencyMillis().orElse(0) >= (disk.get().maxRetries() + 1) * timeout;
  }

  /**
   * By how much the simulated retry counter of such an IO runs ahead of the recorded one at its
   * end, as each of its rounds is one dispatch and one retry; else 0.
   */
  int retriesAhead(String io) {
    return endedByRuntimeLimit(io)
        ? dispatches(simulated, io) - dispatches(recorded(), io)
        : 0;
  }

  private static int dispatches(Observed side, String io) {
    return side.io(io).map(each -> each.dispatches().orElse(0)).orElse(0);
  }

  /** Number of the host that a landmark is about, or -1 if nothing tells. */
  int host(Landmark landmark) {
    if (landmark.context().startsWith("scsi_eh_")) {
      return Integer.parseInt(landmark.context().substring("scsi_eh_".length()));
    }
    if (!landmark.device().isEmpty()) {
      return Hctl.parse(landmark.device()).host();
    }
    return stream(landmark.io()).map(each -> each.device().host()).orElse(-1);
  }

  /**
   * Whether a simulated landmark answers a recorded one: name, IO, device, and the key fields that
   * were recorded.
   */
  static boolean answers(Landmark recorded, Landmark simulated) {
    return answers(recorded, simulated, 0);
  }

  /** The same for a retry counter that runs ahead by so much. */
  static boolean answers(Landmark recorded, Landmark simulated, int retriesAhead) {
    if (!recorded.name().equals(simulated.name())
        || !recorded.io().isEmpty() && !recorded.io().equals(simulated.io())
        || !recorded.device().isEmpty() && !recorded.device().equals(simulated.device())) {
      return false;
    }
    for (String key : Vocabulary.keysOf(recorded.name())) {
      if (recorded.keys().containsKey(key)
          && !recorded.key(key).equals(shifted(simulated, key, retriesAhead))) {
        return false;
      }
    }
    return !recorded.name().equals("scsi_done")
        || recorded.key("result").equals(simulated.key("result"));
  }

  private static String shifted(Landmark simulated, String key, int retriesAhead) {
    String value = simulated.key(key);
    return retriesAhead == 0 || !key.equals("retries") || value.isEmpty()
        ? value
        : Integer.toString(Integer.parseInt(value) - retriesAhead);
  }
}
