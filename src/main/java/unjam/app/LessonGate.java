package unjam.app;

import java.util.Set;
import unjam.lesson.Control;
import unjam.scenario.Intervention;

/** What a lesson does not let happen; pure. */
final class LessonGate {

  private static final Set<Panel> OF_AN_ADMINISTRATOR =
      Set.of(Panel.LOG, Panel.PROCESSES, Panel.SYSFS);

  private LessonGate() {}

  static boolean refuses(Session session, Action action) {
    LessonDesk desk = session.lesson();
    if (desk == null) {
      return false;
    }
    boolean hidden = desk.isBlind() || desk.step().mirror();
    return switch (action) {
      case Action.Intervene done ->
          !done.interventions().stream().allMatch(each -> desk.allows(needed(each)));
      case Action.Change change -> !mayChange(desk);
      case Action.Undo undo -> !mayChange(desk) && !desk.allows(Control.FAULTS);
      case Action.Redo redo -> !mayChange(desk) && !desk.allows(Control.FAULTS);
      case Action.Try tried -> hidden;
      case Action.Compare compare -> hidden;
      case Action.Fork fork -> hidden;
      case Action.Sweeping sweeping -> hidden;
      case Action.SetDesk set ->
          desk.step().mirror() && shows(session.desk(), set.desk())
              || desk.isBlind() && tells(set.desk().view());
      default -> desk.isBlind() && movesThePlayhead(action);
    };
  }

  /** While a question is open the player stands where it was asked. */
  private static boolean movesThePlayhead(Action action) {
    return switch (action) {
      case Action.Play play -> true;
      case Action.TogglePlay toggle -> true;
      case Action.Replay replay -> true;
      case Action.Step step -> true;
      case Action.JumpTo jump -> true;
      case Action.GoTo go -> true;
      case Action.RunTo to -> true;
      case Action.RunOn on -> true;
      case Action.ToStart start -> true;
      case Action.ToEnd end -> true;
      default -> false;
    };
  }

  /** What is wrong with the machine is written there. */
  private static boolean tells(View view) {
    return view == View.SCENARIO || view == View.SWEEP;
  }

  private static boolean mayChange(LessonDesk desk) {
    return desk.allows(Control.POLICY) || desk.allows(Control.SCENARIO);
  }

  private static Control needed(Intervention intervention) {
    return switch (intervention) {
      case Intervention.FaultStarts starts -> Control.FAULTS;
      case Intervention.FaultEnds ends -> Control.FAULTS;
      case Intervention.KnobWritten written -> Control.POLICY;
      case Intervention.WorkloadStarts starts -> Control.SCENARIO;
      case Intervention.WorkloadStops stops -> Control.SCENARIO;
      case Intervention.TargetsAsked asked -> Control.SCENARIO;
    };
  }

  /** Something else would be seen than an administrator sees. */
  private static boolean shows(Desk before, Desk after) {
    boolean other = after.view() != before.view() && after.view() != View.STAGE;
    return other
        || after.panel() != before.panel() && !OF_AN_ADMINISTRATOR.contains(after.panel());
  }
}
