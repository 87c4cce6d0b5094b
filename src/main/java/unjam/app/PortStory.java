package unjam.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import unjam.app.Narration.Sentence;
import unjam.app.SessionStory.Told;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.StackState;
import unjam.scsi.SdevState;

/** What is said of devices that wait for their transport, or that their driver has given up. */
final class PortStory {

  private final StackState state;

  PortStory(StackState state) {
    this.state = state;
  }

  /** The transport holds back what its devices are asked. */
  Optional<Told> blocked() {
    List<String> held =
        state.devices().stream()
            .filter(each -> each.state() == SdevState.SDEV_BLOCK)
            .map(DeviceView::disk)
            .toList();
    Optional<Map.Entry<String, String>> port =
        state.hosts().stream()
            .flatMap(host -> host.ports().entrySet().stream())
            .filter(each -> each.getValue().equals("Blocked"))
            .findFirst();
    if (held.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Told(
            Sentence.of("story.port_blocked", new Narrator.Names(held)),
            Sentence.of("story.port_blocked.why", port.get().getKey())));
  }

  /** A device was removed. */
  Optional<Told> removed() {
    return state.devices().stream()
        .filter(device -> device.state() == SdevState.SDEV_DEL)
        .findFirst()
        .map(
            device ->
                new Told(
                    Sentence.of("story.removed", device.disk()),
                    Sentence.of("story.removed.why")));
  }

  /** libata has switched a disk off and sysfs does not tell. */
  Optional<Told> switchedOff() {
    return state.devices().stream()
        .filter(device -> device.state().online())
        .filter(
            device ->
                state.host(device.host())
                    .map(HostView::ports)
                    .filter(ports -> ports.containsValue("disabled"))
                    .isPresent())
        .findFirst()
        .map(
            device ->
                new Told(
                    Sentence.of("story.switched_off", device.disk()),
                    Sentence.of("story.disabled.why", device.disk())));
  }
}
