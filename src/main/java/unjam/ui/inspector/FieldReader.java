package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.analysis.CommandDetail;
import unjam.analysis.CommandDetail.SetBy;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.StackState;
import unjam.reading.Words;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.FailFast;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** The fields of a command by the names that the kernel has for them, and what they mean. */
final class FieldReader {

  private static final String ABORT_SCHEDULED = "ABORT_SCHEDULED";
  private static final String EH_EFLAGS = "eh_eflags";
  private static final String RETRIES = "retries";
  private static final String ZERO = "0";

  private final StackState state;
  private final CommandView command;
  private final CommandDetail detail;
  private final Texts texts;
  private final Optional<BlkStatus> end;
  private final List<FieldLine> fields = new ArrayList<>();

  FieldReader(
      StackState state, CommandView command, CommandDetail detail, Optional<BlkStatus> end,
      Texts texts) {
    this.state = state;
    this.command = command;
    this.detail = detail;
    this.end = end;
    this.texts = texts;
  }

  List<FieldLine> fields() {
    cdb();
    retries();
    result();
    disposition();
    flags();
    timeLeft();
    runtimeLimit();
    tries();
    end.ifPresent(
        status ->
            fields.add(
                FieldLine.of(
                    "status", texts.of("field.status"), "BLK_STS_" + status.name(),
                    status == BlkStatus.OK
                        ? ""
                        : texts.of("field.status.note", status.errno().name()))));
    return List.copyOf(fields);
  }

  private void cdb() {
    String name = texts.of("field.cdb");
    fields.add(
        command.cdb()
            .map(cdb -> FieldLine.of("cdb", name, hex(cdb), ""))
            .orElseGet(
                () -> FieldLine.absent("cdb", name, texts.of("field.cdb.none"), "")));
    detail.borrowed().ifPresent(
        cdb ->
            fields.add(
                FieldLine.of(
                    "cdb-now", texts.of("field.cdb_now"),
                    cdb.opcode().words().toUpperCase(Locale.ROOT),
                    texts.of("field.cdb_now.note", "scsi_eh_" + command.host()))));
  }

  private static String hex(Cdb cdb) {
    StringBuilder text = new StringBuilder();
    for (byte each : cdb.bytes()) {
      text.append(String.format(Locale.ROOT, text.isEmpty() ? "%02x" : " %02x", each & 0xff));
    }
    return text.toString();
  }

  private boolean inTrouble() {
    return command.timeouts() > 0 || command.retries() > 0;
  }

  private void retries() {
    if (command.cdb().isEmpty()) {
      return;
    }
    String value =
        command.allowed() < 0
            ? texts.of("field.retries.unlimited", command.retries())
            : texts.of("field.retries.of", command.retries(), command.allowed());
    String note = "";
    if (command.allowed() >= 0 && command.retries() >= command.allowed()) {
      note = texts.of("field.retries.last");
    } else if (inTrouble()) {
      note = texts.of("field.retries.note");
    }
    fields.add(FieldLine.of(RETRIES, RETRIES, value, note));
  }

  private void result() {
    if (detail.setBy() == SetBy.NOBODY || detail.hostByte().isEmpty()) {
      fields.add(
          FieldLine.absent("result", "result", texts.of("field.result.none"), ""));
      return;
    }
    if (detail.setBy() == SetBy.ANSWER) {
      String said = command.result().map(Words::result).orElse("");
      fields.add(FieldLine.of("result", "result", said, ""));
      return;
    }
    String note =
        switch (detail.setBy()) {
          case ABORT_THAT_WORKED -> texts.of("field.hostbyte.abort_worked");
          case ABORT_THAT_FAILED -> texts.of("field.hostbyte.abort_failed");
          case TIMEOUT -> texts.of("field.hostbyte.timeout");
          case NOBODY, ANSWER -> "";
        };
    fields.add(
        FieldLine.of(
            "result", texts.of("field.hostbyte"),
            detail.hostByte().map(Enum::name).orElse(""), note));
  }

  private void disposition() {
    String name = texts.of("field.disposition");
    if (detail.verdict().isPresent()) {
      fields.add(FieldLine.of("disposition", name, detail.verdict().get().name(), ""));
    } else if (detail.deciding()) {
      fields.add(FieldLine.said("disposition", name, texts.of("field.disposition.now"), ""));
    } else {
      fields.add(
          FieldLine.absent("disposition", name, texts.of("field.disposition.none"), ""));
    }
  }

  private void flags() {
    if (command.abortTried()) {
      fields.add(
          FieldLine.of(
              EH_EFLAGS, EH_EFLAGS, ABORT_SCHEDULED, texts.of("field.eh_eflags.note")));
    } else {
      fields.add(FieldLine.of(EH_EFLAGS, EH_EFLAGS, ZERO, ""));
    }
    if (!command.failFast().equals(FailFast.NONE)) {
      fields.add(
          FieldLine.of(
              "failfast", "REQ_FAILFAST", Words.of("fail_fast", command.failFast()),
              texts.of("field.failfast.note")));
    }
  }

  private void timeLeft() {
    if (end.isPresent()) {
      return;
    }
    String name = texts.of("field.time_left");
    if (command.deadline() < 0) {
      String note =
          switch (command.base()) {
            case QUEUED, REQUEUED -> texts.of("field.time_left.waits");
            case IN_FLIGHT, SLOW, TIMED_OUT, ABORTING, ON_EH_LIST, DONE, FAILED -> "";
          };
      fields.add(
          FieldLine.absent("time-left", name, texts.of("field.time_left.none"), note));
      return;
    }
    long left = command.deadline() - state.nanos();
    String of = TimeText.unit(command.timeout());
    if (left >= 0) {
      fields.add(
          FieldLine.of(
              "time-left", name,
              texts.of("field.time_left.of", TimeText.instant(left), of), ""));
    } else {
      fields.add(
          FieldLine.of(
              "time-left", name,
              texts.of("field.time_left.over", TimeText.instant(-left), of), looks()));
    }
  }

  /** A deadline that has passed is noticed only when the queue's timer looks. */
  private String looks() {
    long at =
        state.device(command.device()).map(each -> each.timer().expiresAt()).orElse(-1L);
    return at > state.nanos()
        ? texts.of("field.time_left.looks", TimeText.span(at - state.nanos()))
        : "";
  }

  private void runtimeLimit() {
    String name = texts.of("field.runtime");
    long limit = CommandDetail.runtimeLimit(command);
    if (command.timeout() == 0) {
      return;
    }
    if (limit < 0) {
      fields.add(FieldLine.absent("runtime", name, texts.of("field.runtime.none"), ""));
      return;
    }
    boolean recovery =
        command.base() == CommandState.TIMED_OUT
            || command.base() == CommandState.ABORTING
            || command.base() == CommandState.ON_EH_LIST;
    String note =
        recovery
            ? texts.of("field.runtime.not_looked_at")
            : inTrouble() ? texts.of("field.runtime.note") : "";
    fields.add(FieldLine.of("runtime", name, TimeText.unit(limit), note));
  }

  private void tries() {
    if (command.dispatches() > 1 || command.timeouts() > 0) {
      fields.add(
          FieldLine.of(
              "dispatches", texts.of("field.dispatches"),
              Integer.toString(command.dispatches()), ""));
      fields.add(
          FieldLine.of(
              "timeouts", texts.of("field.timeouts"), Integer.toString(command.timeouts()), ""));
    }
  }
}
