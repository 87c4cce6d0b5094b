package unjam.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import unjam.engine.SimTime;
import unjam.scenario.Above;
import unjam.scenario.Disk;
import unjam.scenario.Stream;
import unjam.scenario.When;
import unjam.scsi.FailFast;
import unjam.scsi.Hctl;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;

/** Reads one stream of IOs: an entry of {@code workload}, or one that starts in the middle. */
final class StreamReader {

  private static final int MOST_THREADS = 1_024;
  private static final int MOST_REPETITIONS = 100_000;
  private static final int LONGEST_IO = 1 << 20;
  private static final int PAGE = 4_096;
  static final Hctl NOWHERE = new Hctl(0, 0, 0, 0);
  private static final List<String> FAIL_FAST = List.of("dev", "transport", "driver");

  private final Devices devices;
  private final WhenReader whens;
  private final Problems problems;

  StreamReader(Devices devices, WhenReader whens, Problems problems) {
    this.devices = devices;
    this.whens = whens;
    this.problems = problems;
  }

  Stream read(Tree tree) {
    Fields f = Fields.of(tree, "stream", problems);
    IoOp op = f.value("op", Values.choice(IoOp.values(), IoOp::word), IoOp.READ);
    boolean moves = op != IoOp.FSYNC;
    Asked asked =
        f.required("device", this::asked, "device: 0:0:0:0", new Asked(NOWHERE, Optional.empty()));
    Stream stream =
        new Stream(
            f.required("label", Values::label, "label: r1", "?"),
            asked.at(),
            asked.above().map(Above::name),
            op,
            f.value("mode", Values.choice(IoMode.values(), IoMode::word), IoMode.DIRECT),
            f.value("offset", Values::size, 0L),
            f.value("length", StreamReader::length, moves ? PAGE : 0),
            f.value("threads", Values.count(1, MOST_THREADS), 1),
            f.value("stagger", Values::time, SimTime.ZERO),
            f.value("stride", Values::size, 0L),
            f.value("repeat", Values.count(1, MOST_REPETITIONS), 1),
            f.value("gap", Values::time, SimTime.ZERO),
            f.value("no_new_io_after", Values::time),
            f.value("sgio_timeout", StreamReader::sgioTimeout),
            failFast(f),
            f.value("background", Values::flag, false),
            whens.optional(f, "start").orElse(new When.At(SimTime.ZERO)));
    f.end();
    check(stream, f);
    asked.above().ifPresent(above -> checkAbove(stream, above, f));
    return stream;
  }

  /** The disk, or the home of the data that something above disks serves. */
  private record Asked(Hctl at, Optional<Above> above) {}

  private Asked asked(String text) {
    Optional<Above> above = devices.above(text);
    if (above.isEmpty() && !text.contains(":") && !devices.namesAbove().isEmpty()) {
      throw new IllegalArgumentException(
          Text.quoted(text) + " is no address of a disk and nothing above one; "
              + Text.suggestion(text, devices.namesAbove(), "names"));
    }
    return new Asked(
        above.map(each -> each.disks().getFirst()).orElseGet(() -> Hctl.parse(text)), above);
  }

  private static int length(String text) {
    long length = Values.size(text);
    if (length > LONGEST_IO) {
      throw new IllegalArgumentException(
          Text.quoted(text)
              + " is more than 1MiB; the model does not split an IO into several requests, so"
              + " write several IOs");
    }
    return (int) length;
  }

  private static SimTime sgioTimeout(String text) {
    SimTime timeout = Values.time(text);
    if (timeout.nanos() == 0 || timeout.nanos() % SimTime.NANOS_PER_MILLI != 0) {
      throw new IllegalArgumentException(
          Text.quoted(text) + " is not a whole number of milliseconds, at least one");
    }
    return timeout;
  }

  private FailFast failFast(Fields f) {
    boolean[] bits = new boolean[FAIL_FAST.size()];
    Function<String, String> bit =
        Values.choice(FAIL_FAST.toArray(String[]::new), Function.identity());
    for (Tree each : f.list("failfast")) {
      int index = FAIL_FAST.indexOf(f.parsed(each, "failfast", bit, ""));
      if (index >= 0) {
        bits[index] = true;
      }
    }
    return new FailFast(bits[0], bits[1], bits[2]);
  }

  private void check(Stream stream, Fields f) {
    if (stream.sgioTimeout().isPresent() && stream.mode() != IoMode.SG_IO) {
      f.wrong("sgio_timeout", "only an IO of mode SG_IO has a timeout of its own");
    }
    long longest = Values.LONGEST.nanos() / stream.threads();
    if (stream.stagger().nanos() > longest) {
      f.wrong("stagger", "the last thread would start after more than " + Values.LONGEST_IN_WORDS);
    }
    Optional<Disk> disk =
        stream.above().isPresent()
            ? Optional.empty()
            : devices.disk(stream.device(), f, "device");
    if (stream.op() == IoOp.FSYNC) {
      checkFsync(stream, f);
    } else {
      disk.ifPresent(each -> checkPlace(stream, each, f));
    }
  }

  /** A layer decides by itself what may be retried, and has no door for passthrough. */
  private void checkAbove(Stream stream, Above above, Fields f) {
    if (stream.mode() != IoMode.DIRECT) {
      f.wrong("mode", "what lies above disks is asked directly, not " + stream.mode().word());
    }
    if (stream.op() == IoOp.FSYNC && !(above instanceof Above.Ext4)) {
      f.wrong("op", above.name() + " is read and written; it has no fsync");
    }
    if (!stream.failFast().equals(FailFast.NONE)) {
      f.wrong("failfast", above.name() + " decides that itself; leave the key out");
    }
    if (stream.op() != IoOp.FSYNC) {
      AboveReader.smallest(above, devices).ifPresent(disk -> checkPlace(stream, disk, f));
    }
  }

  private static void checkFsync(Stream stream, Fields f) {
    if (stream.mode() != IoMode.DIRECT && stream.mode() != IoMode.BUFFERED) {
      f.wrong("mode", "an fsync is direct or buffered, not " + stream.mode().word());
    }
    for (String key : List.of("offset", "length", "stride")) {
      if (f.has(key)) {
        f.wrong(key, "an fsync has no place on the disk; leave the key out");
      }
    }
  }

  private static void checkPlace(Stream stream, Disk disk, Fields f) {
    boolean cached = stream.mode() == IoMode.BUFFERED || stream.mode() == IoMode.READAHEAD;
    int unit = cached ? Math.max(PAGE, disk.blockSize()) : disk.blockSize();
    String why = cached ? "a page of the cache" : "the block size of " + disk.name();
    if (stream.length() == 0) {
      f.wrong("length", "an IO moves at least one block");
    }
    multiple("offset", stream.offset(), unit, why, f);
    multiple("length", stream.length(), unit, why, f);
    multiple("stride", stream.stride(), unit, why, f);
    if (stream.mode() == IoMode.READAHEAD && stream.op() == IoOp.WRITE) {
      f.wrong("mode", "readahead is a way to read, and this stream writes");
    }
    checkEnd(stream, disk, f);
  }

  private static void multiple(String key, long value, int unit, String why, Fields f) {
    if (value % unit != 0) {
      f.wrong(key, value + " bytes are not a multiple of " + unit + " bytes, " + why);
    }
  }

  private static void checkEnd(Stream stream, Disk disk, Fields f) {
    long steps = stream.threads() - 1L + stream.repeat() - 1L;
    boolean beyond;
    try {
      long last = Math.addExact(stream.offset(), Math.multiplyExact(steps, stream.stride()));
      beyond = Math.addExact(last, stream.length()) > disk.sizeBytes();
    } catch (ArithmeticException e) {
      beyond = true;
    }
    if (beyond) {
      boolean alone = steps == 0 || stream.stride() == 0;
      String what = alone ? "the IO ends" : "the last of its IOs ends";
      f.wrong(
          f.has("offset") || alone ? "offset" : "stride",
          what + " beyond the end of " + disk.name() + ", which has " + disk.sizeBytes()
              + " bytes");
    }
  }
}
