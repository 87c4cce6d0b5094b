package unjam.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.projection.DeviceView;
import unjam.projection.StackState;
import unjam.reading.ProcessLine;
import unjam.reading.ProcessTable;
import unjam.trace.Trace;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.text.Texts;

/**
 * One disk and its host at the playhead: the disk that a person chose here, else that of the
 * command in the picture.
 */
public final class DeviceSheetViewModel {

  private final ReadOnlyObjectWrapper<DevicePicture> picture =
      new ReadOnlyObjectWrapper<>(DevicePicture.EMPTY);
  private @Nullable OpenRun run;
  private @Nullable ProcessTable processes;
  private @Nullable Frame frame;
  private @Nullable Texts texts;
  private int selection = -1;
  private int chosen = -1;

  /**
   * Shows an instant.
   *
   * @param followed the command that a person follows, or -1
   */
  public void show(Frame now, int followed, Texts words) {
    if (run != now.run()) {
      run = now.run();
      processes = ProcessTable.of(now.trace());
      chosen = -1;
    }
    if (followed != selection) {
      selection = followed;
      chosen = -1;
    }
    frame = now;
    texts = words;
    show();
  }

  /** A person chooses a disk; -1 goes back to that of the picture. */
  void choose(int device) {
    chosen = device;
    show();
  }

  private void show() {
    if (frame != null && texts != null && processes != null) {
      picture.set(picture(frame, texts, processes.at(frame.state(), frame.somebodyRuns())));
    }
  }

  private DevicePicture picture(Frame now, Texts words, List<ProcessLine> lines) {
    StackState state = now.state();
    Optional<DeviceView> found = state.device(chosen).or(() -> subject(now));
    if (found.isEmpty()) {
      return DevicePicture.EMPTY;
    }
    DeviceView device = found.get();
    DeviceReader disk = new DeviceReader(now, device, selection, words);
    Optional<HostReader> host =
        state.host(device.host()).map(each -> new HostReader(state, each, words));
    return new DevicePicture(
        device.index(),
        Health.of(state, device),
        device.disk(),
        disk.note(),
        DeviceReader.words(state, device, words),
        chosen >= 0,
        disk.queue(),
        disk.counters(),
        disk.knobs(),
        host.map(HostReader::title).orElse(""),
        host.map(HostReader::fields).orElse(List.of()),
        host.map(HostReader::hooks).orElse(List.of()),
        host.flatMap(each -> each.thread(lines)),
        disk.commands(),
        disk.more(),
        disk.others());
  }

  private Optional<DeviceView> subject(Frame now) {
    Trace trace = now.trace();
    StackState state = now.state();
    boolean known = selection >= 0 && selection < trace.commands();
    int ofCommand =
        known && now.run().commands().count(selection) > 0
            ? trace.device(now.run().commands().seq(selection, 0))
            : Focus.of(now, selection).device();
    return state.device(ofCommand).or(() -> state.devices().stream().findFirst());
  }

  public ReadOnlyObjectProperty<DevicePicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }
}
