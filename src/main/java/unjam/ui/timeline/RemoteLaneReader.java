package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.analysis.SessionHistory;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.scsi.SdevState;
import unjam.scsi.TargetThread;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;
import unjam.ui.timeline.LanePlan.Kind;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.End;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Look;
import unjam.ui.timeline.ScrubberPicture.Text;
import unjam.ui.timeline.ScrubberPicture.Tone;

/**
 * Reads what a session is about: what the target was asked to do, whether the units let anything
 * pass, and when threads of the target slept in D.
 */
final class RemoteLaneReader {

  /** So many units are named. */
  private static final int MOST_NAMED = 3;

  private final SessionHistory history;
  private final TimeAxis axis;
  private final Texts texts;

  RemoteLaneReader(SessionHistory history, TimeAxis axis, Texts texts) {
    this.history = history;
    this.axis = axis;
    this.texts = texts;
  }

  /** The lanes of a host, none if it has no session or nothing happens to it. */
  List<LanePlan> plans(HostView host, List<DeviceView> disks) {
    if (!hasStory(host.number())) {
      return List.of();
    }
    String units =
        disks.size() > MOST_NAMED
            ? texts.of("lane.units.many", disks.size())
            : disks.stream()
                .map(each -> "LUN" + each.at().lun())
                .reduce((one, two) -> one + " " + two)
                .orElse("");
    String disk = disks.isEmpty() ? "" : disks.getFirst().disk();
    List<LanePlan> plans = new ArrayList<>();
    plans.add(
        plan("asked-", "TMF", disks.size() == 1 ? disk : "", Kind.ASKED, host, -1));
    plans.add(plan("units-", units, texts.of("lane.units"), Kind.UNITS, host, -1));
    for (TargetThread thread : threads(host.number())) {
      plans.add(
          plan(
              "remote-" + thread + "-", thread.comm().replaceFirst("/.*", ""),
              texts.of("lane.target"), Kind.SLEEPER, host, thread.ordinal()));
    }
    return plans;
  }

  /** Of a session that nothing ever happens to there is nothing to tell. */
  private boolean hasStory(int host) {
    return history.askings().stream().anyMatch(each -> each.host() == host)
        || history.sleeps().stream().anyMatch(each -> each.host() == host)
        || history.standings().stream()
            .anyMatch(
                each -> each.host() == host && each.state() != SdevState.SDEV_RUNNING);
  }

  private static LanePlan plan(
      String id, String name, String note, Kind kind, HostView host, int thread) {
    return new LanePlan(
        id + host.number(), name, note, kind, host.number(), List.of(), thread);
  }

  /** The worker that aborts, the connection's thread that is closing, and the portal's. */
  private List<TargetThread> threads(int host) {
    boolean sends =
        history.sleeps().stream()
            .anyMatch(
                each -> each.host() == host && each.thread() == TargetThread.ISCSI_TTX);
    return List.of(
        TargetThread.TMR_WORKER, sends ? TargetThread.ISCSI_TTX : TargetThread.ISCSI_TRX,
        TargetThread.ISCSI_NP);
  }

  Lane asked(LanePlan plan) {
    List<Bar> bars = new ArrayList<>();
    for (SessionHistory.Asking each : history.askings()) {
      if (each.host() == plan.host() && axis.shows(each.start(), each.end())) {
        String function = each.function().replace('_', ' ');
        bars.add(
            bar(
                Look.ASKED, each.start(), each.end(), each.answered() ? End.ANSWERED : End.FAILED,
                List.of(
                    function + " " + TimeText.span(each.end() - each.start()), function)));
      }
    }
    return lane(plan, bars, "");
  }

  /** Units of one session are blocked and let go together; where they differ the first counts. */
  Lane units(LanePlan plan) {
    List<Bar> bars = new ArrayList<>();
    for (SessionHistory.Standing each : history.standings()) {
      boolean shut = each.host() == plan.host() && each.state() != SdevState.SDEV_RUNNING;
      if (shut && axis.shows(each.start(), each.end())
          && bars.stream().noneMatch(bar -> bar.from() < each.end() && each.start() < bar.to())) {
        Look look = each.state() == SdevState.SDEV_BLOCK ? Look.SHUT : Look.UNPLUGGED;
        bars.add(bar(look, each.start(), each.end(), End.OPEN, List.of(each.state().sysfs())));
      }
    }
    return lane(plan, bars, SdevState.SDEV_RUNNING.sysfs());
  }

  Lane sleeper(LanePlan plan) {
    List<Bar> bars = new ArrayList<>();
    for (SessionHistory.Sleep each : history.sleeps()) {
      if (each.host() == plan.host() && each.thread().ordinal() == plan.context()
          && axis.shows(each.start(), each.end())) {
        bars.add(
            bar(
                Look.SLEEPS, each.start(), each.end(), End.OPEN,
                List.of(texts.of("lane.in_d." + key(each.thread())), "D")));
      }
    }
    return lane(plan, bars, "S");
  }

  private static String key(TargetThread thread) {
    return switch (thread) {
      case ISCSI_NP -> "np";
      case ISCSI_TRX, ISCSI_TTX -> "connection";
      case TMR_WORKER -> "tmr";
    };
  }

  private static Bar bar(Look look, long from, long to, End end, List<String> names) {
    return new Bar(look, from, to, 0, -1, false, end, names);
  }

  private Lane lane(LanePlan plan, List<Bar> bars, String idle) {
    List<Text> text =
        idle.isEmpty()
            ? List.of()
            : List.of(
                bars.isEmpty()
                    ? new Text(axis.first(), List.of(idle), false, true, 0, Tone.QUIET)
                    : new Text(bars.getFirst().from(), List.of(idle), true, true, 0, Tone.QUIET));
    return new Lane(plan, List.copyOf(bars), 1, 2, Optional.empty(), text, List.of());
  }
}
