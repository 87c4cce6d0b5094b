package unjam.app;

/**
 * How the workplace is arranged. None of it changes what happened in the run.
 *
 * @param view what the middle of the window shows
 * @param panel what the panel on the right shows
 * @param detail how much the stage shows
 * @param presenter for the last row: large type, nothing but stage and time
 * @param rail whether the machine, its faults and its policy are shown in full at the left
 * @param inspector whether the panel on the right is open
 * @param hovered command under the pointer, or -1
 * @param time how time is shown
 */
public record Desk(
    View view,
    Panel panel,
    Detail detail,
    boolean presenter,
    boolean rail,
    boolean inspector,
    int hovered,
    TimeDesk time) {

  /** How a first start looks. */
  public static final Desk FIRST =
      new Desk(View.STAGE, Panel.LOG, Detail.FUNCTIONS, false, true, true, -1, TimeDesk.FIRST);

  public Desk with(View shown) {
    return new Desk(shown, panel, detail, presenter, rail, inspector, hovered, time);
  }

  /** Where there is nothing to compare with the stage is shown instead. */
  Desk withoutRivals() {
    return view == View.COMPARE ? with(View.STAGE) : this;
  }

  public Desk with(Panel shown) {
    return new Desk(view, shown, detail, presenter, rail, true, hovered, time);
  }

  public Desk with(Detail shown) {
    return new Desk(view, panel, shown, presenter, rail, inspector, hovered, time);
  }

  public Desk withPresenter(boolean on) {
    return new Desk(view, panel, detail, on, rail, inspector, hovered, time);
  }

  public Desk withRail(boolean open) {
    return new Desk(view, panel, detail, presenter, open, inspector, hovered, time);
  }

  public Desk withInspector(boolean open) {
    return new Desk(view, panel, detail, presenter, rail, open, hovered, time);
  }

  public Desk hovering(int command) {
    return command == hovered
        ? this
        : new Desk(view, panel, detail, presenter, rail, inspector, command, time);
  }

  public Desk with(TimeDesk shown) {
    return new Desk(view, panel, detail, presenter, rail, inspector, hovered, shown);
  }
}
