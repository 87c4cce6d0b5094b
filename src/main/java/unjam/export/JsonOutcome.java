package unjam.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import unjam.projection.Counters;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.IoOutcome;
import unjam.projection.StackState;
import unjam.projection.Timeline;
import unjam.reading.KernelLog;
import unjam.reading.LogLine;
import unjam.trace.TraceHeader;

/** The last line: what became of every IO, device and host, and what the kernel printed. */
final class JsonOutcome {

  private JsonOutcome() {}

  static void write(JsonGenerator json, Timeline timeline) throws IOException {
    TraceHeader header = timeline.trace().header();
    StackState last = timeline.after(timeline.trace().size() - 1);
    json.writeStartObject();
    json.writeObjectFieldStart("outcome");
    json.writeStringField("scenario", header.scenario());
    json.writeStringField("kernel", header.kernel());
    json.writeNumberField("seed", header.seed());
    json.writeNumberField("end_ns", timeline.trace().endNanos());
    json.writeNumberField("events", timeline.trace().size());
    ios(json, timeline, last);
    devices(json, header.kernel(), last);
    hosts(json, last);
    dmesg(json, timeline);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void ios(JsonGenerator json, Timeline timeline, StackState last)
      throws IOException {
    json.writeObjectFieldStart("ios");
    for (IoOutcome io : timeline.ios().all()) {
      json.writeObjectFieldStart(io.name());
      if (last.device(io.device()).isPresent()) {
        json.writeStringField("dev", last.device(io.device()).get().at().toString());
      }
      if (io.start() >= 0) {
        json.writeNumberField("start_ns", io.start());
      }
      json.writeBooleanField("ended", io.ended());
      if (io.latency() >= 0) {
        json.writeNumberField("latency_ns", io.latency());
      }
      if (io.ended()) {
        json.writeNumberField("ret", io.ret());
        json.writeStringField("errno", io.errno().name());
      }
      json.writeNumberField("dispatches", io.dispatches());
      json.writeNumberField("timeouts", io.timeouts());
      json.writeNumberField("requeues", io.requeues());
      json.writeNumberField("max_retry_counter", io.maxRetries());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void devices(JsonGenerator json, String kernel, StackState last)
      throws IOException {
    List<DeviceView> devices =
        last.devices().stream().sorted(Comparator.comparing(DeviceView::at)).toList();
    json.writeObjectFieldStart("devices");
    for (DeviceView device : devices) {
      Counters counters = device.counters();
      json.writeObjectFieldStart(device.at().toString());
      json.writeStringField("disk", device.disk());
      json.writeStringField("state", device.state().sysfs());
      json.writeNumberField("queue_depth", device.queueDepth());
      json.writeNumberField("in_flight", device.inFlight());
      json.writeNumberField("iorequest_cnt", counters.iorequest());
      json.writeNumberField("iodone_cnt", counters.iodone());
      json.writeNumberField("ioerr_cnt", counters.ioerr());
      if (!kernel.equals("5.10")) {
        json.writeNumberField("iotmo_cnt", counters.iotmo());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void hosts(JsonGenerator json, StackState last) throws IOException {
    json.writeObjectFieldStart("hosts");
    for (HostView host : last.hosts()) {
      json.writeObjectFieldStart(Integer.toString(host.number()));
      json.writeStringField("driver", host.driver());
      json.writeStringField("state", host.state().sysfs());
      json.writeNumberField("host_busy", host.busy());
      json.writeNumberField("host_failed", host.failed());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void dmesg(JsonGenerator json, Timeline timeline) throws IOException {
    json.writeArrayFieldStart("dmesg");
    for (LogLine line : KernelLog.of(timeline.trace()).lines()) {
      json.writeStartObject();
      json.writeNumberField("t_ns", line.nanos());
      json.writeStringField("level", line.level().name());
      json.writeStringField("line", line.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
