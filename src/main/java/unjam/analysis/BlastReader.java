package unjam.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import unjam.analysis.BlastRadius.Level;
import unjam.analysis.BlastRadius.Part;
import unjam.analysis.BlastRadius.Reason;
import unjam.engine.SimTime;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.EhStep;
import unjam.projection.HostView;
import unjam.projection.IoOutcome;
import unjam.projection.IoView;
import unjam.projection.StackState;
import unjam.projection.TargetView;
import unjam.projection.Timeline;
import unjam.reading.ProcessTable;
import unjam.scsi.SdevState;
import unjam.trace.MachineFact;
import unjam.trace.Trace;

/** Finds out who is hurt at an instant. Reads a run once; safe to be asked by several threads. */
public final class BlastReader {

  /** A healthy disk answers within milliseconds. */
  static final long LONG = SimTime.NANOS_PER_SECOND;

  private static final Set<String> WELL = Set.of("LOGGED_IN", "Online");

  private final EhPasses passes;
  private final Trace trace;

  /** Since when a device or a port is in its state: by its name, event to instant. */
  private final Map<String, TreeMap<Integer, Long>> changes = new LinkedHashMap<>();

  /** Every process that has ever asked for anything. */
  private final Set<String> services = new TreeSet<>();

  private BlastReader(Timeline timeline, EhPasses passes) {
    this.passes = passes;
    trace = timeline.trace();
    for (int seq = 0; seq < trace.size(); seq++) {
      if (trace.fact(seq) instanceof MachineFact.DeviceStateSet) {
        change("device" + trace.device(seq), seq);
      } else if (trace.fact(seq) instanceof MachineFact.TransportStateSet set) {
        change(trace.host(seq) + set.port(), seq);
      }
    }
    for (IoOutcome io : timeline.ios().all()) {
      services.add(ProcessTable.processOf(io.name()));
    }
  }

  /** Reads a run. */
  public static BlastReader of(Timeline timeline, EhPasses passes) {
    return new BlastReader(timeline, passes);
  }

  private void change(String what, int seq) {
    changes.computeIfAbsent(what, key -> new TreeMap<>()).put(seq, trace.nanos(seq));
  }

  private long since(String what, int seq) {
    var last = changes.getOrDefault(what, new TreeMap<>()).floorEntry(seq);
    return last == null ? 0 : last.getValue();
  }

  /** Who is hurt at an instant. */
  public BlastRadius at(StackState state) {
    return new Look(state).read();
  }

  /** One instant. */
  private final class Look {
    private final StackState state;
    private final List<Part> parts = new ArrayList<>();
    private final Map<Integer, Integer> lunOf = new TreeMap<>();

    Look(StackState state) {
      this.state = state;
    }

    BlastRadius read() {
      state.devices().forEach(this::lun);
      Map<String, Integer> targets = targets();
      Map<Integer, List<Integer>> inHost = sessions(targets);
      List<Integer> hosts = new ArrayList<>();
      for (HostView each : state.hosts()) {
        hosts.add(parts.size());
        host(each, inHost.getOrDefault(each.number(), List.of()));
      }
      int node = parts.size();
      node(hosts);
      services.forEach(name -> service(name, node));
      return new BlastRadius(parts);
    }

    private void add(
        Level level, int number, String name, Reason reason, long since, List<Integer> inside) {
      int hurt = (int) inside.stream().filter(each -> isHurt(parts.get(each))).count();
      boolean partly = reason == Reason.NONE && hurt > 0;
      parts.add(
          new Part(
              level, number, name, partly ? Reason.PARTLY : reason, hurt,
              reason == Reason.NONE ? -1 : since, inside));
    }

    private static boolean isHurt(Part part) {
      return !part.isFree() || part.hurt() > 0;
    }

    private void lun(DeviceView device) {
      lunOf.put(device.index(), parts.size());
      OptionalLong silent = silentSince(device.index());
      boolean shut =
          state.host(device.host()).filter(each -> each.state().inRecovery()).isPresent();
      long set = since("device" + device.index(), state.seq());
      Reason reason = state(device.state());
      OptionalLong kept = keptSince(device.index());
      if (reason != Reason.OFFLINE && kept.isPresent()) {
        add(Level.LUN, device.index(), device.disk(), Reason.SILENT, kept.getAsLong(), List.of());
      } else if (reason == Reason.NONE && silent.isPresent()) {
        add(Level.LUN, device.index(), device.disk(), Reason.SILENT, silent.getAsLong(), List.of());
      } else if (reason == Reason.NONE && shut) {
        add(
            Level.LUN, device.index(), device.disk(), Reason.HOST_IN_RECOVERY,
            shut(device.host()), List.of());
      } else {
        add(Level.LUN, device.index(), device.disk(), reason, set, List.of());
      }
    }

    private static Reason state(SdevState state) {
      return switch (state) {
        case SDEV_RUNNING, SDEV_CREATED -> Reason.NONE;
        case SDEV_OFFLINE, SDEV_DEL, SDEV_CANCEL -> Reason.OFFLINE;
        case SDEV_TRANSPORT_OFFLINE -> Reason.TRANSPORT_OFFLINE;
        case SDEV_BLOCK, SDEV_CREATED_BLOCK, SDEV_QUIESCE -> Reason.BLOCKED;
      };
    }

    /** Since when it has the oldest command that it should have answered. */
    private OptionalLong silentSince(int device) {
      return state.commands().stream()
          .filter(each -> each.device() == device && each.startedNanos() >= 0)
          .filter(Look::isWithDisk)
          .mapToLong(CommandView::startedNanos)
          .filter(since -> state.nanos() - since > LONG)
          .min();
    }

    /** Since when the other machine's disk keeps what it was asked for. */
    private OptionalLong keptSince(int device) {
      return state.target().sessions().stream()
          .flatMap(each -> each.bios().stream())
          .filter(each -> each.device() == device)
          .mapToLong(TargetView.Bio::sinceNanos)
          .filter(since -> state.nanos() - since > LONG)
          .min();
    }

    private static boolean isWithDisk(CommandView command) {
      return command.inFlight()
          || command.base() == CommandState.TIMED_OUT
          || command.base() == CommandState.ABORTING
          || command.base() == CommandState.ON_EH_LIST;
    }

    private long shut(int host) {
      return passes.at(host, state.seq()).map(EhPass::shut).orElse(0L);
    }

    /** Every address without its LUN. */
    private Map<String, Integer> targets() {
      Map<String, List<Integer>> luns = new LinkedHashMap<>();
      for (DeviceView each : state.devices()) {
        luns.computeIfAbsent(target(each), key -> new ArrayList<>()).add(lun(each.index()));
      }
      Map<String, Integer> targets = new LinkedHashMap<>();
      luns.forEach(
          (name, inside) -> {
            targets.put(name, parts.size());
            OptionalLong reset = reset(name);
            add(
                Level.TARGET, -1, name, reset.isPresent() ? Reason.RESET : Reason.NONE,
                reset.orElse(-1), inside);
          });
      return targets;
    }

    private int lun(int device) {
      return lunOf.getOrDefault(device, 0);
    }

    private static String target(DeviceView device) {
      return device.at().host() + ":" + device.at().channel() + ":" + device.at().target();
    }

    /** Since when the error handler has a reset made that this target is part of. */
    private OptionalLong reset(String target) {
      return state.devices().stream()
          .filter(each -> target(each).equals(target))
          .flatMap(each -> state.host(each.host()).stream().map(host -> reset(host, each)))
          .flatMap(Optional::stream)
          .mapToLong(Long::longValue)
          .min();
    }

    private static Optional<Long> reset(HostView host, DeviceView device) {
      EhStep step = host.eh().step();
      boolean all = step == EhStep.BUS_RESET || step == EhStep.HOST_RESET;
      boolean own = step == EhStep.TARGET_RESET && host.eh().device() == device.index();
      return all || own ? Optional.of(host.eh().sinceNanos()) : Optional.empty();
    }

    /** What is in each host: its sessions or ports where it has any, else its targets. */
    private Map<Integer, List<Integer>> sessions(Map<String, Integer> targets) {
      Map<Integer, List<Integer>> inHost = new TreeMap<>();
      for (HostView host : state.hosts()) {
        List<Integer> own = new ArrayList<>();
        host.ports()
            .forEach(
                (port, word) -> {
                  own.add(parts.size());
                  session(host, port, word, targets);
                });
        if (own.isEmpty()) {
          targets.forEach(
              (name, place) -> {
                if (name.startsWith(host.number() + ":")) {
                  own.add(place);
                }
              });
        }
        inHost.put(host.number(), own);
      }
      return inHost;
    }

    private void session(HostView host, String port, String word, Map<String, Integer> targets) {
      boolean remote = port.startsWith("rport");
      List<Integer> inside = new ArrayList<>();
      targets.forEach(
          (name, place) -> {
            int last = name.lastIndexOf(':');
            String rport = "rport-" + name.substring(0, last) + "-" + name.substring(last + 1);
            if (remote ? rport.equals(port) : name.startsWith(host.number() + ":")) {
              inside.add(place);
            }
          });
      Reason reason =
          WELL.contains(word) ? Reason.NONE : remote ? Reason.CUT : Reason.LOST;
      add(
          Level.SESSION, host.number(), port, reason, since(host.number() + port, state.seq()),
          inside);
    }

    private void host(HostView host, List<Integer> inside) {
      boolean shut = host.state().inRecovery();
      add(
          Level.HOST, host.number(), "host" + host.number(),
          shut ? Reason.RECOVERY : Reason.NONE, shut(host.number()), inside);
    }

    /** The whole machine: hurt when no disk of it can be used. */
    private void node(List<Integer> hosts) {
      List<Part> luns =
          parts.stream().filter(each -> each.level() == Level.LUN).toList();
      List<Part> hurt = luns.stream().filter(each -> !each.isFree()).toList();
      boolean all = !hurt.isEmpty() && hurt.size() == luns.size();
      long since = all ? hurt.stream().mapToLong(Part::sinceNanos).max().orElse(-1) : -1;
      Reason reason = all ? Reason.ALL : hurt.isEmpty() ? Reason.NONE : Reason.PARTLY;
      parts.add(new Part(Level.NODE, -1, "", reason, hurt.size(), since, hosts));
    }

    /** Who waits for a disk that is hurt is hurt. */
    private void service(String name, int node) {
      Optional<IoView> waits =
          state.ios().stream()
              .filter(each -> ProcessTable.processOf(each.name()).equals(name))
              .findFirst();
      Reason reason = waits.map(this::why).orElse(Reason.NONE);
      long since = reason == Reason.NONE ? -1 : waits.map(IoView::sinceNanos).orElse(-1L);
      parts.add(
          new Part(
              Level.SERVICE, waits.map(IoView::io).orElse(-1), name, reason, 0, since,
              List.of(node)));
    }

    /** Whoever asks several disks waits for the best of them. */
    private Reason why(IoView io) {
      List<Reason> all =
          io.tries().isEmpty()
              ? List.of(why(io.device()))
              : io.tries().stream().map(this::why).toList();
      return all.contains(Reason.NONE)
          ? Reason.NONE
          : all.contains(Reason.WAITS_FOR_FAULT) ? Reason.WAITS_FOR_FAULT : Reason.WAITS_FOR_RULE;
    }

    private Reason why(int device) {
      Integer place = lunOf.get(device);
      if (place == null) {
        return Reason.NONE;
      }
      return switch (parts.get(place).standing()) {
        case FREE -> Reason.NONE;
        case BY_FAULT -> Reason.WAITS_FOR_FAULT;
        case BY_RULE -> Reason.WAITS_FOR_RULE;
      };
    }
  }
}
