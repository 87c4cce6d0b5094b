package unjam.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import unjam.engine.SimTime;
import unjam.scenario.Machine;
import unjam.scenario.Stream;
import unjam.scsi.FailFast;
import unjam.scsi.Hctl;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.Opcode;

/** Reads the IO streams of a setup. */
final class StreamsFromSetup {

  private static final Hctl NOWHERE = new Hctl(0, 0, 0, 0);

  private final Machine machine;
  private final SimTime end;
  private final WhenFromSetup when;
  private final List<String> reasons;

  private StreamsFromSetup(
      Machine machine, SimTime end, WhenFromSetup when, List<String> reasons) {
    this.machine = machine;
    this.end = end;
    this.when = when;
    this.reasons = reasons;
  }

  /**
   * The streams in the order listed.
   *
   * @param end last instant of the recording: a stream that repeats "until the end" stops there
   * @param reasons takes what is understood but not modelled
   */
  static List<Stream> streams(Field setup, Machine machine, SimTime end, List<String> reasons) {
    TreeSet<String> labels = new TreeSet<>();
    List<Field> fields = setup.get("workload").items();
    for (Field each : fields) {
      if (!labels.add(each.get("label").text())) {
        each.get("label").wrong("occurs twice; labels name IOs and must differ");
      }
    }
    if (fields.isEmpty() && setup.maybe("workload").present()) {
      setup.maybe("workload").wrong("must have at least one stream");
    }
    StreamsFromSetup reader =
        new StreamsFromSetup(machine, end, new WhenFromSetup(labels), reasons);
    List<Stream> streams = new ArrayList<>();
    fields.forEach(each -> streams.add(reader.stream(each)));
    return streams;
  }

  private Stream stream(Field field) {
    Field repeat = field.maybe("repeat");
    Field stop = field.maybe("no_new_io_after_ms");
    IoOp op = field.get("op").oneOf(IoOp.class, IoOp::word);
    IoMode mode = mode(field);
    readyMadeCommand(field, op, mode);
    return new Stream(
        field.get("label").text(),
        device(field.get("device")),
        op,
        mode,
        field.get("offset").whole(),
        field.get("length").whole(0, 1 << 30),
        field.maybe("threads").present() ? field.maybe("threads").whole(1, 4096) : 1,
        SimTime.ofNanos(field.maybe("stagger_ms").millis()),
        field.maybe("stride").whole(),
        !repeat.present() ? 1 : repeat.isText() ? Integer.MAX_VALUE : repeat.whole(1, 10_000_000),
        SimTime.ofNanos(field.maybe("gap_ms").millis()),
        stop.present()
            ? Optional.of(SimTime.ofNanos(stop.millis()))
            : repeat.isText() ? Optional.of(end) : Optional.empty(),
        mode == IoMode.SG_IO
            ? Optional.of(SimTime.ofNanos(field.get("sgio_timeout_ms").millis()))
            : Optional.empty(),
        FailFast.NONE,
        field.maybe("background").flag(),
        when.of(field.get("start")));
  }

  private Hctl device(Field field) {
    Hctl at = field.parsed(Hctl::parse, NOWHERE);
    if (field.present() && machine.disk(at).isEmpty()) {
      field.wrong("there is no device " + at + " in devices");
    }
    return at;
  }

  private static IoMode mode(Field field) {
    return field.get("mode").oneOf(IoMode.class, IoMode::word);
  }

  /**
   * An SG_IO stream names its command; the simulator makes it from the operation and must arrive at
   * the same.
   */
  private void readyMadeCommand(Field field, IoOp op, IoMode mode) {
    Field cdb = field.maybe("cdb");
    if (mode != IoMode.SG_IO || !cdb.present()) {
      return;
    }
    Opcode made =
        switch (op) {
          case READ -> Opcode.READ_10;
          case WRITE -> Opcode.WRITE_10;
          case FSYNC -> Opcode.SYNCHRONIZE_CACHE;
        };
    if (!cdb.plain().equals(made.name())) {
      reasons.add("not modelled yet: SG_IO with " + cdb.plain());
    }
  }
}
