package unjam.ui.lesson;

import java.util.Locale;
import unjam.analysis.CostFigure;
import unjam.lesson.Measured;
import unjam.lesson.Quantity;
import unjam.lesson.Relation;
import unjam.lesson.Verdict.Unmet;
import unjam.ui.text.Texts;

/** Says what a goal compares, what it is in the learner's run, and what it has to be. */
final class UnmetText {

  private final Texts texts;

  UnmetText(Texts texts) {
    this.texts = texts;
  }

  String of(Unmet unmet) {
    String what = name(unmet.about());
    String wanted = texts.of(key(unmet.relation()), unmet.wanted().map(Measured::text).orElse("?"));
    return unmet
        .found()
        .map(found -> texts.of("lesson.unmet", what, found.text(), wanted))
        .orElseGet(() -> texts.of("lesson.unmet_none", what, wanted));
  }

  private String name(Quantity quantity) {
    return switch (quantity) {
      case Quantity.LongestWait(String disk) ->
          disk.isEmpty() ? texts.of("cost.longest") : texts.of("lesson.goal.wait", disk);
      case Quantity.Errors(String disk) ->
          disk.isEmpty() ? texts.of("cost.errors") : texts.of("lesson.goal.errors", disk);
      case Quantity.StateOf(String disk) -> texts.of("lesson.goal.state", disk);
      case Quantity.TimeOf(var fact) -> texts.of("lesson.goal.time", fact.filter().fact());
      case Quantity.CountOf(var facts) -> texts.of("lesson.goal.count", facts.fact());
      case Quantity.Between(var from, var to) ->
          texts.of("lesson.goal.between", from.filter().fact(), to.filter().fact());
      case Quantity.FieldOf(String field, var fact) -> field;
      case Quantity.Cost(CostFigure figure) -> name(figure);
      case Quantity.Sum sum -> texts.of("lesson.goal.value");
      case Quantity.Given given -> texts.of("lesson.goal.value");
    };
  }

  private String name(CostFigure figure) {
    return switch (figure) {
      case LONGEST, P99, TOTAL, ERRORS, UNANSWERED, ELSEWHERE, TIMEOUTS, RETRIES, ABORTS, RESETS,
          STOPPED, HURT, REPAIR, LATE, OWNED, OFFLINE, LINES ->
          texts.of("cost." + figure.name().toLowerCase(Locale.ROOT));
      case IOS, STOPS, HURT_FOR, LATE_BYTES, OWNED_FOR -> figure.column();
    };
  }

  private static String key(Relation relation) {
    return switch (relation) {
      case EQUAL -> "lesson.has_to.equal";
      case UNEQUAL -> "lesson.has_to.unequal";
      case LESS -> "lesson.has_to.less";
      case AT_MOST -> "lesson.has_to.at_most";
      case MORE -> "lesson.has_to.more";
      case AT_LEAST -> "lesson.has_to.at_least";
    };
  }
}
