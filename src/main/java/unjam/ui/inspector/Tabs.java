package unjam.ui.inspector;

import java.util.List;
import unjam.app.Panel;
import unjam.ui.control.Surroundings;

/** Which tab shows what. */
final class Tabs {

  /** What there is, in the order of the tabs. */
  static final List<Panel> SHOWN =
      List.of(
          Panel.LOG, Panel.COMMAND, Panel.DEVICE, Panel.PROCESSES, Panel.SYSFS, Panel.SOURCE,
          Panel.EVENTS, Panel.FIGURES, Panel.CHECKS, Panel.WORDS);

  private Tabs() {}

  static Tab of(Panel panel, Surroundings surroundings) {
    return switch (panel) {
      case COMMAND -> new CommandTab(surroundings);
      case DEVICE -> new DeviceTab(surroundings);
      case PROCESSES -> new ProcessesTab(surroundings);
      case SYSFS -> new SysfsTab(surroundings);
      case SOURCE -> new SourceTab(surroundings);
      case EVENTS -> new EventsTab(surroundings);
      case FIGURES -> new FiguresTab(surroundings);
      case CHECKS -> new ChecksTab(surroundings);
      case WORDS -> new WordsTab(surroundings);
      case LOG -> new LogTab(surroundings);
    };
  }
}
