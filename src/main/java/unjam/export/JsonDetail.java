package unjam.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import unjam.reading.Words;
import unjam.scsi.Cdb;
import unjam.scsi.EhHook;
import unjam.scsi.ScsiResult;
import unjam.scsi.SdevState;
import unjam.scsi.SenseData;
import unjam.scsi.ShostState;
import unjam.trace.Fact;
import unjam.trace.FactFields;

/** What a fact says beyond what every line has: its fields by name, in their order. */
final class JsonDetail {

  /** Fields that every line has in its own place. */
  private static final Set<String> ELSEWHERE =
      new TreeSet<>(
          List.of(
              "answer", "verdict", "no_retry", "exceeded", "ret", "io", "retries", "allowed",
              "tag"));

  private JsonDetail() {}

  static void write(JsonGenerator json, Fact fact) throws IOException {
    boolean open = false;
    for (Map.Entry<String, Object> field : FactFields.of(fact).entrySet()) {
      if (ELSEWHERE.contains(field.getKey()) || isAbsent(field.getValue())) {
        continue;
      }
      if (!open) {
        json.writeObjectFieldStart("detail");
        open = true;
      }
      json.writeFieldName(name(field.getKey()));
      value(json, field.getKey(), field.getValue());
    }
    if (open) {
      json.writeEndObject();
    }
  }

  private static boolean isAbsent(Object value) {
    return value instanceof Optional<?> maybe && maybe.isEmpty();
  }

  /** Times say their unit, and states are called as in recordings. */
  private static String name(String field) {
    return switch (field) {
      case "nanos" -> "delay_ns";
      case "deadline", "expires_at" -> field + "_ns";
      case "next" -> "new";
      default ->
          field.endsWith("_nanos") ? field.substring(0, field.length() - 5) + "ns" : field;
    };
  }

  private static void value(JsonGenerator json, String field, Object value)
      throws IOException {
    switch (value) {
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Optional<?> maybe -> value(json, field, maybe.orElseThrow());
      case List<?> list -> {
        json.writeStartArray();
        for (Object each : list) {
          value(json, field, each);
        }
        json.writeEndArray();
      }
      case ScsiResult result -> json.writeString(result.hex());
      case Cdb cdb -> json.writeString(cdb.opcode().name());
      case SenseData sense ->
          json.writeString(sense.text() + (sense.deferred() ? " deferred" : ""));
      case EhHook hook -> json.writeString(hook.rung());
      case SdevState state -> json.writeString(state.shortName());
      case ShostState state -> json.writeString(state.shortName());
      default -> json.writeString(Words.of(field, value));
    }
  }
}
