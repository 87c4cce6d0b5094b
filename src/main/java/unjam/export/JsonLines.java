package unjam.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import unjam.projection.CommandView;
import unjam.projection.Replay;
import unjam.projection.Timeline;
import unjam.scsi.IntReturn;
import unjam.scsi.ReturnValue;
import unjam.trace.CallFact.Returned;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/**
 * One JSON object a line, and a last line with the outcome.
 *
 * <p>Every line has {@code t_ns}, {@code seq}, {@code cause} (a seq, or -1 for the scenario),
 * {@code ctx}, {@code fn}; where they apply {@code io}, {@code cmd}, {@code tag}, {@code dev},
 * {@code host}, {@code op}, {@code retries}, {@code allowed}, {@code ret}, {@code dur_ns} and
 * {@code detail} with what else the event says. The answer of a function and the time it took
 * stand in the line of its call; the answer itself has no line, so {@code seq} has gaps, and what
 * it caused is caused by the call. Words are those of the recordings; times in {@code detail} are
 * nanoseconds and end in {@code _ns}.
 */
public final class JsonLines implements TraceExporter {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  @Override
  public void write(Timeline timeline, Writer out) throws IOException {
    Trace trace = timeline.trace();
    Returns returns = new Returns(trace);
    Replay replay = Replay.of(trace);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      while (replay.next()) {
        if (!returns.isMerged(replay.event().seq())) {
          line(json, trace, replay, returns);
        }
      }
      JsonOutcome.write(json, timeline);
    }
    out.write('\n');
  }

  private static void line(JsonGenerator json, Trace trace, Replay replay, Returns returns)
      throws IOException {
    TraceEvent event = replay.event();
    json.writeStartObject();
    json.writeNumberField("t_ns", event.nanos());
    json.writeNumberField("seq", event.seq());
    json.writeNumberField("cause", returns.lineOf(event.cause()));
    json.writeStringField("ctx", event.context().text());
    json.writeStringField("fn", FunctionName.of(event, trace.header().kernel()));
    subject(json, trace, replay);
    answer(json, trace, event, returns);
    JsonDetail.write(json, event.fact());
    json.writeEndObject();
  }

  private static void subject(JsonGenerator json, Trace trace, Replay replay)
      throws IOException {
    TraceEvent event = replay.event();
    Optional<CommandView> command = replay.command(event.cmd());
    int io = SubjectIo.of(trace, event);
    if (io >= 0 && io < trace.ioNames().size()) {
      json.writeStringField("io", trace.ioNames().get(io));
    }
    if (event.cmd() >= 0) {
      json.writeNumberField("cmd", event.cmd());
    }
    if (command.isPresent() && command.get().tag() >= 0) {
      json.writeNumberField("tag", command.get().tag());
    }
    if (replay.device(event.device()).isPresent()) {
      json.writeStringField("dev", replay.device(event.device()).get().at().toString());
    }
    if (event.host() >= 0) {
      json.writeNumberField("host", event.host());
    }
    if (command.isPresent()) {
      command(json, command.get());
    }
  }

  /** The command's own operation; what the error handler sends in it stands in the detail. */
  private static void command(JsonGenerator json, CommandView command) throws IOException {
    json.writeStringField(
        "op", command.cdb().map(cdb -> cdb.opcode().name()).orElse(command.op().word()));
    if (command.cdb().isPresent()) {
      json.writeNumberField("retries", command.retries());
      json.writeNumberField("allowed", command.allowed());
    }
  }

  private static void answer(
      JsonGenerator json, Trace trace, TraceEvent event, Returns returns) throws IOException {
    Optional<Returned> returned = returns.of(event.seq());
    if (returned.isPresent()) {
      json.writeFieldName("ret");
      value(json, returned.get().value());
      json.writeNumberField("dur_ns", trace.nanos(returns.seqOf(event.seq())) - event.nanos());
    } else {
      Optional<ReturnValue> told = ToldAnswer.of(event.fact());
      if (told.isPresent()) {
        json.writeFieldName("ret");
        value(json, told.get());
      }
    }
  }

  private static void value(JsonGenerator json, ReturnValue value) throws IOException {
    if (value instanceof IntReturn number) {
      json.writeNumber(number.value());
    } else {
      json.writeString(value.text());
    }
  }
}
