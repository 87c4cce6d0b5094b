package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.Span;
import unjam.projection.SpanIndex;
import unjam.ui.text.Texts;
import unjam.ui.timeline.ContextIndex.Who;
import unjam.ui.timeline.LanePlan.Kind;

/**
 * Decides which lanes there are: one for each disk, the gate and the thread of each host, and on
 * demand one for each execution context. With many disks only those in trouble, the subject's and
 * two others keep their own; with many hosts those whose gate stays open have none.
 */
final class LanePlanner {

  /** So many disks have a lane each. */
  private static final int MOST_DISKS = 8;

  private static final int MOST_OF_A_CROWD = 4;

  /** So many hosts have a gate and a thread each, even if they need none. */
  private static final int MOST_HOSTS = 2;

  /** Spans of a device that are looked at to see whether it is in trouble. */
  private static final int LOOKED_AT = 64;

  private final RunReading reading;
  private final TimeAxis axis;
  private final Texts texts;

  LanePlanner(RunReading reading, TimeAxis axis, Texts texts) {
    this.reading = reading;
    this.axis = axis;
    this.texts = texts;
  }

  /**
   * Lanes from top to bottom.
   *
   * @param focus what the picture is about: it always has its lane
   * @param contexts whether each context has one too
   */
  List<LanePlan> plan(Frame frame, Focus focus, boolean contexts) {
    List<LanePlan> lanes = new ArrayList<>();
    boolean few = frame.state().devices().size() <= MOST_DISKS;
    boolean fewHosts = frame.state().hosts().size() <= MOST_HOSTS;
    for (HostView host : frame.state().hosts()) {
      List<DeviceView> disks =
          frame.state().devices().stream().filter(each -> each.host() == host.number()).toList();
      TreeSet<Integer> own = new TreeSet<>();
      disks.stream()
          .filter(few ? each -> true : chosen(disks, focus))
          .forEach(each -> own.add(each.index()));
      disks.stream()
          .filter(each -> own.contains(each.index()))
          .forEach(each -> lanes.add(disk(each)));
      crowd(host, disks.stream().filter(each -> !own.contains(each.index())).toList(), lanes);
      if (fewHosts || recovers(host) || focus.host() == host.number()) {
        lanes.add(gate(host));
        lanes.add(thread(host));
        lanes.addAll(new RemoteLaneReader(reading.sessions(), axis, texts).plans(host, disks));
      }
    }
    if (contexts) {
      contexts(lanes);
    }
    return lanes;
  }

  /** The disk that the picture is about, or the first one; its host's gate and thread. */
  List<LanePlan> story(Frame frame, Focus focus) {
    List<LanePlan> lanes = new ArrayList<>();
    frame.state().devices().stream()
        .filter(each -> focus.device() < 0 || each.index() == focus.device())
        .findFirst()
        .ifPresent(
            disk -> {
              lanes.add(disk(disk));
              frame.state().host(disk.host()).ifPresent(
                  host ->
                      lanes.addAll(List.of(gate(host).plain(), thread(host).plain())));
            });
    return lanes;
  }

  /** The subject, and those in most trouble. */
  private Predicate<DeviceView> chosen(List<DeviceView> disks, Focus focus) {
    TreeSet<Integer> own = new TreeSet<>();
    disks.stream()
        .filter(each -> each.index() == focus.device())
        .forEach(each -> own.add(each.index()));
    disks.stream()
        .map(each -> new long[] {each.index(), trouble(each.index())})
        .filter(each -> each[1] > 0)
        .sorted(Comparator.comparingLong((long[] each) -> -each[1]))
        .limit(MOST_OF_A_CROWD - own.size())
        .forEach(each -> own.add((int) each[0]));
    return each -> own.contains(each.index());
  }

  /** How long a device's commands with a story are on the page; 0 if none has one. */
  private long trouble(int device) {
    SpanIndex spans = reading.run().timeline().spans();
    long shortest = Math.max(1, (axis.last() - axis.first()) / 500);
    long worst = 0;
    int seen = 0;
    for (Span span : spans.ofDevice(device, axis.first(), axis.last(), shortest)) {
      if (seen++ > LOOKED_AT) {
        break;
      }
      if (reading.hasStory(span.command())) {
        worst = Math.max(worst, rank(span) * (span.end() - span.start()));
      }
    }
    return worst;
  }

  private static long rank(Span span) {
    return switch (span.kind()) {
      case QUEUED, REQUEUED, COMPLETING -> 1;
      case IN_FLIGHT -> 2;
      case TIMED_OUT, ABORTING, ON_EH_LIST -> 8;
    };
  }

  private boolean recovers(HostView host) {
    return reading.run().passes().all().stream()
        .anyMatch(
            each ->
                each.host() == host.number()
                    && each.open() >= axis.first()
                    && each.shut() <= axis.last());
  }

  private static LanePlan disk(DeviceView device) {
    return new LanePlan(
        device.disk(), device.disk(), "", Kind.DISK, device.host(), List.of(device.index()), -1);
  }

  private void crowd(HostView host, List<DeviceView> rest, List<LanePlan> lanes) {
    if (!rest.isEmpty()) {
      lanes.add(
          new LanePlan(
              "crowd-" + host.number(), texts.of("lane.crowd", rest.size()),
              "host" + host.number(), Kind.CROWD, host.number(),
              rest.stream().map(DeviceView::index).toList(), -1));
    }
  }

  private LanePlan gate(HostView host) {
    String name = "host" + host.number();
    return new LanePlan(
        name, name, texts.of("lane.gate"), Kind.GATE, host.number(), List.of(), -1);
  }

  private LanePlan thread(HostView host) {
    String name = "scsi_eh_" + host.number();
    return new LanePlan(
        name, name, texts.of("lane.thread"), Kind.THREAD, host.number(), List.of(), -1);
  }

  private void contexts(List<LanePlan> lanes) {
    for (Who who : Who.values()) {
      if (reading.contexts().has(who)) {
        lanes.add(
            new LanePlan(
                "who-" + who.name(), texts.of(who.key()), "", Kind.CONTEXT, -1, List.of(),
                who.ordinal()));
      }
    }
  }
}
