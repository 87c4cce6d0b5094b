package unjam.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import unjam.engine.SimTime;
import unjam.scenario.Above;
import unjam.scenario.Disk;
import unjam.scsi.Hctl;

/** Reads what lies above disks: entries of {@code above}. */
final class AboveReader {

  private static final int MOST_DISKS = 16;
  private static final int PAGE = 4_096;
  private static final String EXAMPLE = "store: {copies: [0:0:0:0, 1:0:0:0]}";
  private static final List<String> KINDS = List.of("store", "raid1", "multipath", "ext4");

  private final Devices devices;
  private final Problems problems;
  private final TreeSet<Hctl> taken = new TreeSet<>();

  AboveReader(Devices devices, Problems problems) {
    this.devices = devices;
    this.problems = problems;
  }

  List<Above> read(List<Tree> entries) {
    List<Above> all = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    for (Tree tree : entries) {
      Fields f = Fields.of(tree, "above", problems);
      String name = f.required("name", Values::label, "name: store", "?");
      if (!name.equals("?") && (!names.add(name) || devices.isDisk(name))) {
        f.wrong("name", "there is a " + Text.quoted(name) + " already; give this another name");
      }
      read(name, f).ifPresent(all::add);
      f.end();
    }
    return all;
  }

  private Optional<Above> read(String name, Fields f) {
    List<String> kinds = KINDS.stream().filter(f::has).toList();
    f.knows(KINDS);
    if (kinds.size() != 1) {
      problems.add(
          f.at(),
          "what lies above disks is one of " + String.join(", ", KINDS) + ", for example "
              + EXAMPLE);
      return Optional.empty();
    }
    String kind = kinds.getFirst();
    Fields each = Fields.of(f.tree(kind).orElseThrow(), kind, problems);
    Above above =
        switch (kind) {
          case "store" -> store(name, each);
          case "raid1" -> raid1(name, each);
          case "ext4" -> ext4(name, each);
          default -> multipath(name, each);
        };
    each.end();
    return Optional.of(above);
  }

  private Above store(String name, Fields f) {
    List<Hctl> copies = disks(f, "copies", 2, MOST_DISKS);
    int most = Math.max(1, copies.size());
    return new Above.Store(
        name,
        copies,
        f.value("timeout", AboveReader::span),
        f.value("hedge", AboveReader::span),
        f.value("write_quorum", Values.count(1, most), most / 2 + 1),
        f.value("down_after", Values.count(1, 1_000_000), 3));
  }

  private Above raid1(String name, Fields f) {
    return new Above.Raid1(
        name, disks(f, "legs", 2, 2), f.value("failfast", Values::flag, false));
  }

  private Above multipath(String name, Fields f) {
    return new Above.Multipath(
        name, disks(f, "paths", 1, MOST_DISKS),
        f.value("no_path_retry", AboveReader::noPath, Above.NoPath.FAIL),
        SimTime.ofSeconds(f.value("polling_interval", Values.seconds(1, 86_400), 5)));
  }

  private Above ext4(String name, Fields f) {
    Hctl at = f.required("on", Hctl::parse, "on: 0:0:0:0", StreamReader.NOWHERE);
    Optional<Disk> disk = devices.disk(at, f, "on");
    if (!taken.add(at)) {
      f.wrong("on", at + " is taken already; a disk has one place only");
    }
    long size = disk.map(Disk::sizeBytes).orElse(Long.MAX_VALUE);
    long journal = f.value("journal", Values::size, size / 2 / PAGE * PAGE);
    if (journal % PAGE != 0) {
      f.wrong("journal", journal + " bytes are not a multiple of 4096 bytes, a block of ext4");
    } else if (journal > size - Above.Ext4.JOURNAL_BYTES) {
      f.wrong("journal", "the journal takes 1MiB and would end beyond the end of the disk");
    }
    return new Above.Ext4(name, at, journal);
  }

  private static Above.NoPath noPath(String text) {
    return switch (text) {
      case "fail" -> Above.NoPath.FAIL;
      case "queue" -> Above.NoPath.QUEUE;
      default -> new Above.NoPath(Values.count(0, 1_000_000).apply(text));
    };
  }

  /** The disks of a layer; each has one place only. */
  private List<Hctl> disks(Fields f, String key, int least, int most) {
    List<Hctl> disks = new ArrayList<>();
    Function<String, Optional<Hctl>> parse = text -> Optional.of(Hctl.parse(text));
    f.requiredTree(key, key + ": [0:0:0:0, 1:0:0:0]");
    for (Tree tree : f.list(key)) {
      f.parsed(tree, key, parse, Optional.empty()).ifPresent(at -> add(at, tree, key, disks));
    }
    if (f.has(key) && (disks.size() < least || disks.size() > most)) {
      f.wrong(
          key, "there are " + disks.size() + " disks; " + least + " to " + most + " make sense");
    }
    return disks.isEmpty() ? List.of(StreamReader.NOWHERE) : disks;
  }

  private void add(Hctl at, Tree tree, String key, List<Hctl> disks) {
    if (devices.isMissing(at)) {
      problems.add(
          tree.at(),
          key + ": there is no disk at " + at + "; " + MachineReader.devices(devices.machine()));
    } else if (!taken.add(at)) {
      problems.add(tree.at(), key + ": " + at + " is taken already; a disk has one place only");
    } else {
      disks.add(at);
    }
  }

  private static SimTime span(String text) {
    SimTime span = Values.time(text);
    if (span.nanos() == 0) {
      throw new IllegalArgumentException("is more than no time, for example 200ms");
    }
    return span;
  }

  /** The layer as a mapping. */
  static Tree tree(Above above) {
    Nodes nodes = new Nodes().put("name", above.name());
    return switch (above) {
      case Above.Store store -> nodes.put("store", store(store)).end();
      case Above.Ext4 ext4 -> nodes
          .put(
              "ext4",
              new Nodes()
                  .put("on", ext4.disk().toString())
                  .put("journal", Nodes.size(ext4.journal()))
                  .end())
          .end();
      case Above.Multipath map -> nodes.put("multipath", multipath(map)).end();
      case Above.Raid1 raid -> nodes
          .put(
              "raid1",
              new Nodes()
                  .put("legs", words(raid.disks()))
                  .put("failfast", raid.failFast())
                  .end())
          .end();
    };
  }

  private static Tree multipath(Above.Multipath map) {
    return new Nodes()
        .put("paths", words(map.disks()))
        .put("no_path_retry", map.noPath().text())
        .put("polling_interval", map.pollingInterval())
        .end();
  }

  private static Tree store(Above.Store store) {
    Nodes nodes = new Nodes().put("copies", words(store.disks()));
    store.timeout().ifPresent(time -> nodes.put("timeout", time));
    store.hedge().ifPresent(time -> nodes.put("hedge", time));
    return nodes
        .put("write_quorum", store.writeQuorum())
        .put("down_after", store.downAfter())
        .end();
  }

  private static Tree words(List<Hctl> disks) {
    return Nodes.words(disks.stream().map(Hctl::toString).toList());
  }

  /** The smallest of a layer's disks: where its data must fit. */
  static Optional<Disk> smallest(Above above, Devices devices) {
    return above.disks().stream()
        .flatMap(at -> devices.at(at).stream())
        .min((a, b) -> Long.compare(a.sizeBytes(), b.sizeBytes()));
  }
}
