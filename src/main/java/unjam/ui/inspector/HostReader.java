package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.projection.EhView;
import unjam.projection.HostView;
import unjam.projection.StackState;
import unjam.reading.ProcessLine;
import unjam.scsi.EhHook;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.inspector.CommandPicture.Stack;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Puts into words how a host is, and what its error-handler thread does. */
final class HostReader {

  private final StackState state;
  private final HostView host;
  private final Texts texts;

  HostReader(StackState state, HostView host, Texts texts) {
    this.state = state;
    this.host = host;
    this.texts = texts;
  }

  String title() {
    return texts.of("device.host", "host" + host.number(), host.driver());
  }

  List<FieldLine> fields() {
    List<FieldLine> fields = new ArrayList<>();
    fields.add(
        FieldLine.of(
            "shost-state", texts.of("device.state"), host.state().name(),
            host.state().inRecovery() ? texts.of("device.host.shut") : ""));
    fields.add(
        FieldLine.of(
            "host-busy", "host_busy",
            texts.of(
                "device.of", Integer.toString(host.busy()), Integer.toString(host.canQueue())),
            ""));
    boolean gathers = host.failed() > 0 && host.failed() < host.busy();
    fields.add(
        FieldLine.of(
            "host-failed", "host_failed", Integer.toString(host.failed()),
            gathers ? texts.of("device.host.gathers") : ""));
    fields.add(
        FieldLine.of(
            "hw-queues", "nr_hw_queues", Integer.toString(host.nrHwQueues()), ""));
    fields.addAll(DeviceReader.knobs(host.knobs()));
    fields.add(
        FieldLine.of("strategy", texts.of("device.host.strategy"), host.strategy(), ""));
    return fields;
  }

  List<FieldLine> hooks() {
    List<FieldLine> fields = new ArrayList<>();
    for (EhHook hook : EhHook.values()) {
      String id = "hook-" + hook.rung();
      fields.add(
          host.hooks().contains(hook)
              ? FieldLine.said(id, hook.field(), texts.of("device.hook.there"), "")
              : FieldLine.absent(id, hook.field(), texts.of("device.hook.missing"), ""));
    }
    return fields;
  }

  /** The thread, what it does, and in which functions it is. */
  Optional<Stack> thread(List<ProcessLine> processes) {
    return processes.stream()
        .filter(line -> line.kind() == ProcessLine.Kind.ERROR_HANDLER)
        .filter(line -> line.host() == host.number())
        .findFirst()
        .map(line -> new Stack("thread", Runner.ERROR_HANDLER, head(line), line.stack()));
  }

  private String head(ProcessLine line) {
    EhView eh = host.eh();
    String does = texts.of("thread." + eh.step().name().toLowerCase(Locale.ROOT));
    if (!eh.awake()) {
      return texts.of("device.thread", line.name(), line.state().name(), does);
    }
    String since = TimeText.span(state.nanos() - eh.sinceNanos());
    return eh.untilNanos() > state.nanos()
        ? texts.of(
            "device.thread.until", line.name(), line.state().name(), does, since,
            TimeText.span(eh.untilNanos() - state.nanos()))
        : texts.of("device.thread.since", line.name(), line.state().name(), does, since);
  }
}
