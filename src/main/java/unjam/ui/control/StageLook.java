package unjam.ui.control;

import unjam.app.Desk;
import unjam.app.Detail;
import unjam.app.Look;
import unjam.app.View;

/**
 * How much the stage shows, and how large.
 *
 * @param detail what is shown; already lowered where large letters need the room
 * @param scale size of all letters, 1 for their own
 * @param presenter few words and no panels: for the last row of a room, or beside others
 * @param card it is one of several beside each other
 */
public record StageLook(Detail detail, double scale, boolean presenter, boolean card) {

  /** From this size of letters on one level less is shown. */
  public static final double LESS_FROM = 1.3;

  /** A stage of its own. */
  public StageLook(Detail detail, double scale, boolean presenter) {
    this(detail, scale, presenter, false);
  }

  public static final StageLook PLAIN = new StageLook(Detail.FUNCTIONS, 1, false);

  /** What a person has chosen, as far as there is room for it. */
  public static StageLook of(Look look, Desk desk) {
    if (desk.presenter()) {
      return new StageLook(Detail.BOXES, 1, true, desk.view() == View.COMPARE);
    }
    return new StageLook(
        look.scale() >= LESS_FROM ? less(desk.detail()) : desk.detail(), look.scale(), false);
  }

  private static Detail less(Detail detail) {
    return switch (detail) {
      case BOXES, QUEUES -> Detail.BOXES;
      case FUNCTIONS -> Detail.QUEUES;
    };
  }

  /** The same as one of several parts beside each other. */
  public StageLook small() {
    return new StageLook(Detail.BOXES, scale, true, true);
  }

  /** Queues, timers, who waits and what may pass are shown. */
  public boolean queues() {
    return detail != Detail.BOXES;
  }

  /** The kernel's functions are named. */
  public boolean functions() {
    return detail == Detail.FUNCTIONS;
  }

  /** Room grows with the letters, but never shrinks. */
  public double room() {
    return Math.max(1, scale);
  }
}
