package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import unjam.app.Frame;
import unjam.projection.DeviceView;
import unjam.projection.StackState;
import unjam.projection.TargetView;
import unjam.reading.ProcessLine;
import unjam.reading.ProcessTable;
import unjam.scsi.SessionState;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Reads the other machine off an instant: who sleeps there, and which disk keeps them. */
final class TargetReader {

  private final Frame frame;
  private final StackState state;
  private final Texts texts;

  TargetReader(Frame frame, Texts texts) {
    this.frame = frame;
    this.state = frame.state();
    this.texts = texts;
  }

  TargetPicture picture() {
    TargetView target = state.target();
    if (!target.exists()) {
      return TargetPicture.NONE;
    }
    List<TargetPicture.Line> lines = new ArrayList<>();
    List<ProcessLine> threads =
        ProcessTable.of(frame.trace()).at(state, false).stream()
            .filter(line -> line.kind().isRemote())
            .toList();
    threads.stream()
        .filter(line -> line.state() == ProcessLine.State.D)
        .forEach(line -> lines.add(thread(line)));
    bios(target).forEach(lines::add);
    if (target.loginsWaiting() > 0) {
      lines.add(
          new TargetPicture.Line(
              "", texts.of("target.logins"), "",
              texts.of("target.logins_wait", target.loginsWaiting()), "", true));
    }
    if (lines.isEmpty()) {
      lines.add(asleep(threads));
    }
    return new TargetPicture(
        texts.of("target.title"), sessions(target), lost(target), lines);
  }

  private TargetPicture.Line asleep(List<ProcessLine> threads) {
    String names =
        threads.stream().map(ProcessLine::name).distinct().collect(Collectors.joining(", "));
    return new TargetPicture.Line("S", names, "", texts.of("target.idle"), "", false);
  }

  private TargetPicture.Line thread(ProcessLine line) {
    String what =
        switch (line.kind()) {
          case TARGET_LOGIN -> texts.of("target.np");
          case TARGET_WORKER -> texts.of("target.tmr");
          case TARGET_RECEIVER, TARGET_SENDER, APPLICATION, ERROR_HANDLER, ABORT_WORKER,
              BLOCK_WORKER -> texts.of("target.close");
        };
    return new TargetPicture.Line(
        line.state().name(), line.name(), line.stack().getFirst(), what,
        since(line.sinceNanos()), true);
  }

  private List<TargetPicture.Line> bios(TargetView target) {
    List<TargetPicture.Line> lines = new ArrayList<>();
    for (TargetView.Session session : target.sessions()) {
      for (DeviceView device : state.devices()) {
        List<TargetView.Bio> held =
            session.bios().stream()
                .filter(bio -> bio.held() && bio.device() == device.index())
                .toList();
        if (!held.isEmpty()) {
          boolean wanted = held.stream().anyMatch(TargetView.Bio::wanted);
          lines.add(
              new TargetPicture.Line(
                  "", texts.of("target.backstore", device.disk()), "",
                  texts.of(wanted ? "target.keeps" : "target.keeps_unwanted", held.size()),
                  since(held.getFirst().sinceNanos()), true));
        }
      }
    }
    return lines;
  }

  private String since(long nanos) {
    return nanos < 0 ? "" : TimeText.span(Math.max(0, frame.nanos() - nanos));
  }

  private String sessions(TargetView target) {
    return target.sessions().stream()
        .limit(2)
        .map(each -> "session" + each.number() + " " + stateOf(each).orElse(""))
        .collect(Collectors.joining("  "));
  }

  private Optional<String> stateOf(TargetView.Session session) {
    return state.host(session.host())
        .map(host -> host.ports().getOrDefault("session" + session.number(), ""));
  }

  private boolean lost(TargetView target) {
    return target.sessions().stream()
        .anyMatch(
            each ->
                !stateOf(each)
                    .map(SessionState.LOGGED_IN.sysfs()::equals)
                    .orElse(true));
  }
}
