package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import unjam.analysis.Divergence;
import unjam.app.Contrast;
import unjam.app.Futures;
import unjam.app.Futures.Future;
import unjam.app.OpenRun;
import unjam.projection.DeviceView;
import unjam.projection.IoOutcome;
import unjam.projection.Span;
import unjam.projection.StackState;
import unjam.scsi.Errno;
import unjam.ui.text.Sentences;
import unjam.ui.text.Texts;
import unjam.ui.timeline.FutureLane.Verdict;

/** Reads the lanes of several futures; the same disk is the subject in all of them. */
final class FuturesReader {

  /** Shorter spans than this part of the whole cannot be seen. */
  private static final int PARTS = 1500;

  private final Futures futures;
  private final Texts texts;
  private final int device;

  private FuturesReader(Futures futures, Texts texts) {
    this.futures = futures;
    this.texts = texts;
    device = subject();
  }

  static List<FutureLane> of(Futures futures, Texts texts) {
    FuturesReader reader = new FuturesReader(futures, texts);
    return futures.all().stream().map(reader::lane).toList();
  }

  /** The disk whose commands were in trouble most often, all futures together. */
  private int subject() {
    TreeMap<Integer, Integer> troubled = new TreeMap<>();
    for (Future each : futures.all()) {
      OpenRun run = each.run();
      for (int command = 0; command < run.trace().commands(); command++) {
        List<Span> life =
            run.troubles().has(command) ? run.timeline().spans().ofCommand(command) : List.of();
        if (!life.isEmpty() && life.stream().anyMatch(FuturesReader::isTrouble)) {
          troubled.merge(life.getFirst().device(), 1, Integer::sum);
        }
      }
    }
    return troubled.entrySet().stream()
        .max(java.util.Map.Entry.comparingByValue())
        .map(java.util.Map.Entry::getKey)
        .orElse(0);
  }

  private static boolean isTrouble(Span span) {
    return switch (span.kind()) {
      case TIMED_OUT, ABORTING, ON_EH_LIST -> true;
      case QUEUED, IN_FLIGHT, COMPLETING, REQUEUED -> false;
    };
  }

  private FutureLane lane(Future future) {
    OpenRun run = future.run();
    StackState end = run.timeline().at(run.trace().endNanos());
    Optional<DeviceView> disk = end.device(device);
    int host = disk.map(DeviceView::host).orElse(0);
    List<DeviceView> others =
        end.devices().stream().filter(each -> each.index() != device).toList();
    return new FutureLane(
        Sentences.word(texts, future.name()),
        disk.map(DeviceView::disk).orElse(""),
        run.timeline().spans().ofDevice(
            device, 0, run.trace().endNanos(), futures.endNanos() / PARTS),
        "host" + host,
        run.passes().all().stream().filter(each -> each.host() == host).toList(),
        others.isEmpty()
            ? ""
            : String.join(
                texts.of("list.and_more"), others.stream().map(DeviceView::disk).limit(3).toList()),
        answers(run),
        verdicts(run),
        run.trace().endNanos(),
        future.rival() < 0
            ? Optional.empty()
            : new Contrast(futures).parting(future).map(Divergence::nanos));
  }

  private List<Long> answers(OpenRun run) {
    List<Long> answers = new ArrayList<>();
    long apart = futures.endNanos() / PARTS;
    for (IoOutcome io : run.timeline().ios().endedUntil(run.trace().endNanos())) {
      boolean seen = answers.isEmpty() || io.end() - answers.getLast() >= apart;
      if (io.device() != device && seen) {
        answers.add(io.end());
      }
    }
    return answers;
  }

  private List<Verdict> verdicts(OpenRun run) {
    return run.timeline().ios().endedUntil(run.trace().endNanos()).stream()
        .filter(io -> io.device() == device && io.errno() != Errno.OK && !io.background())
        .map(io -> new Verdict(io.end(), io.errno().name()))
        .toList();
  }
}
