package unjam.ui.scenario;

import java.util.List;
import unjam.scsi.Knob;

/**
 * The settings in force as the panel on the left shows them.
 *
 * @param scope whose they are, in words
 * @param scopeIsFree whether it could be another part of the machine
 * @param leaning which way the settings lean
 * @param rows the settings
 * @param sentence what they equal
 * @param refusal what the kernel has refused at this instant, or empty
 */
record PolicyPicture(
    String scope,
    boolean scopeIsFree,
    Leaning leaning,
    List<KnobRow> rows,
    String sentence,
    String refusal) {

  static final PolicyPicture EMPTY = new PolicyPicture("", false, Leaning.OWN, List.of(), "", "");

  PolicyPicture {
    rows = List.copyOf(rows);
  }

  /** What the stack does when an answer does not come. */
  enum Leaning {
    RETRY_HARD,
    FAIL_FAST,
    /** Neither of the two, or a bundle that somebody has kept. */
    OWN
  }

  /**
   * One setting.
   *
   * @param knob which
   * @param name as the kernel calls it
   * @param value what its files hold, with a unit if it has one
   * @param text what sysfs would take to leave it as it is; empty if it differs between disks
   */
  record KnobRow(Knob knob, String name, String value, String text) {}
}
