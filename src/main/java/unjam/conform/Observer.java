package unjam.conform;

import java.util.Set;
import java.util.TreeSet;

/**
 * What the observer of one recording saw less of than its list of unobservable functions says.
 *
 * <ul>
 *   <li>A landmark that the recording has only as optional may be missing or extra, as the README
 *       says of optional ones.
 *   <li>One that has a function of a driver looked for them all: those it has not were not called.
 *   <li>A landmark that the recording nowhere gives an IO belongs to none: the arguments of that
 *       function were not known.
 *   <li>In iSCSI recordings the error-handler thread's scsi_io_completion is never seen, though the
 *       lines that it prints are.
 * </ul>
 */
final class Observer {

  private final Set<String> onlyOptional = new TreeSet<>();
  private final Set<String> demanded = new TreeSet<>();
  private final Set<String> withIo = new TreeSet<>();
  private final Set<String> withoutIo = new TreeSet<>();
  private final boolean iscsi;

  Observer(Golden golden) {
    for (Landmark each : golden.seen().landmarks()) {
      if (each.isCut()) {
        continue;
      }
      (each.optional() ? onlyOptional : demanded).add(each.name());
      (each.io().isEmpty() ? withoutIo : withIo).add(each.name());
    }
    onlyOptional.removeAll(demanded);
    if (demanded.stream().anyMatch(Vocabulary::isOfADriver)) {
      demanded.addAll(Vocabulary.ofDrivers());
    }
    withoutIo.removeAll(withIo);
    iscsi = demanded.contains("iscsi_queuecommand");
  }

  /** Whether the recording demands a landmark of this name at all. */
  boolean demands(String landmark) {
    return demanded.contains(landmark);
  }

  /** A simulated landmark as this observer would have written it down. */
  Landmark seen(Landmark simulated) {
    Landmark seen = withoutIo.contains(simulated.name()) ? simulated.named("") : simulated;
    boolean missed =
        iscsi && seen.name().equals("scsi_io_completion")
            && seen.context().startsWith("scsi_eh_");
    return missed || onlyOptional.contains(seen.name()) ? seen.made(true) : seen;
  }
}
