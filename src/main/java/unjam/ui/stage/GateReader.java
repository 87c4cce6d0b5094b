package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.app.Frame;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.reading.BlockedCounters;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.trace.BlockFact;
import unjam.ui.control.CommandWords;
import unjam.ui.control.StageLook;
import unjam.ui.stage.StagePicture.Gate;
import unjam.ui.text.Texts;

/** Reads a host's gate: whether it is shut, who waits above it, and why. */
final class GateReader {

  private final Frame frame;
  private final Census census;
  private final Texts texts;
  private final CommandWords words;

  GateReader(Frame frame, Census census, Texts texts) {
    this.frame = frame;
    this.census = census;
    this.texts = texts;
    words = new CommandWords(frame, texts);
  }

  Gate gate(HostView host, StageLook look) {
    List<CommandView> waiting = new ArrayList<>();
    Optional<BlockFact.Gate> why = Optional.empty();
    for (DeviceView device : frame.state().devices()) {
      if (device.host() == host.number()) {
        List<CommandView> own = census.waiting(device.index());
        waiting.addAll(own);
        why = why.or(() -> own.isEmpty() ? Optional.empty() : device.heldBy());
      }
    }
    boolean shut = host.state().inRecovery();
    boolean held = shut || why.isPresent();
    boolean said = look.queues() || shut;
    return new Gate(
        host.number(),
        shut,
        texts.of(title(shut), "host" + host.number(), host.state().shortName()),
        waiting.isEmpty() || !held || !said
            ? ""
            : texts.of(look.queues() ? "gate.waiting" : "gate.waiting.short", waiting.size()),
        waiting.isEmpty() || !held || !look.queues() ? "" : reason(shut, why),
        look.queues()
            ? texts.of(
                "gate.budget", Integer.toString(host.busy()), Integer.toString(host.canQueue()))
            : "",
        blocked(host),
        waiting.stream().map(words::brief).toList());
  }

  /** Beside several gates there is room for a few words only. */
  private String title(boolean shut) {
    boolean one = frame.state().hosts().size() == 1;
    return shut ? "gate.shut" : one ? "gate.open" : "gate.open.short";
  }

  private String reason(boolean shut, Optional<BlockFact.Gate> why) {
    return shut
        ? texts.of("gate.waiting.note")
        : why.map(each -> texts.of("gate.why." + each.name().toLowerCase(Locale.ROOT))).orElse("");
  }

  /** The counter that keeps commands from the host, if it does. */
  private String blocked(HostView host) {
    int tries =
        frame.run().scenario().machine().hosts().stream()
            .filter(each -> each.number() == host.number())
            .map(Machine.Host::driver)
            .mapToInt(LldProfile::maxHostBlocked)
            .findFirst()
            .orElse(0);
    boolean held =
        frame.state().devices().stream()
            .anyMatch(each -> each.host() == host.number() && each.heldBy().isPresent());
    int counter =
        held ? BlockedCounters.host(frame.trace(), frame.at().seq(), host, tries) : 0;
    return counter == 0 ? "" : "host_blocked " + counter;
  }
}
