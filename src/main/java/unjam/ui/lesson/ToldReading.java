package unjam.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.app.LessonDesk;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.lesson.Answer;
import unjam.lesson.Task;
import unjam.lesson.Verdict;
import unjam.ui.lesson.LessonPicture.Told;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Reads what there is to say to an answer. */
final class ToldReading {

  private static final String RIGHT = "right";
  private static final String WRONG = "wrong";

  private final Session session;
  private final LessonDesk desk;
  private final Words words;
  private final Texts texts;

  ToldReading(Session session, LessonDesk desk, Words words, Texts texts) {
    this.session = session;
    this.desk = desk;
    this.words = words;
    this.texts = texts;
  }

  Optional<Told> read() {
    return desk.judged()
        .map(
            verdict ->
                new Told(
                    verdict.right(), head(verdict), replies(verdict), truth(verdict),
                    link(verdict)));
  }

  private String head(Verdict verdict) {
    if (desk.step().task() instanceof Task.Drill && verdict.truth() instanceof Answer.Names all) {
      int asked = all.names().size();
      return texts.of("lesson.drilled", asked - verdict.off(), asked);
    }
    if (desk.step().task() instanceof Task.Flag && verdict.off() != 0) {
      return texts.of(
          verdict.right()
              ? "lesson.near" : verdict.off() < 0 ? "lesson.too_early" : "lesson.too_late",
          TimeText.span(Math.abs(verdict.off())));
    }
    boolean own = desk.step().task() instanceof Task.Change;
    return texts.of(
        verdict.right() ? "lesson.right" : own ? "lesson.not_yet" : "lesson.wrong");
  }

  /** To what was chosen first, then to the reason, then to all. */
  private List<String> replies(Verdict verdict) {
    List<String> replies = new ArrayList<>();
    switch (desk.step().task()) {
      case Task.Pick pick -> AskReading.names(desk).forEach(each -> reply(each, replies));
      case Task.Mark mark -> {
        for (String each : mark.choices().stream().map(Task.Choice::id).toList()) {
          if (differs(each, verdict)) {
            reply(each, replies);
          }
        }
      }
      case Task.Order order -> about(verdict, replies);
      case Task.Rank rank -> about(verdict, replies);
      default -> { }
    }
    desk.step().why().ifPresent(why -> reason(why.right(), replies));
    String all = words.said(verdict.right() ? RIGHT : WRONG);
    if (!all.isEmpty()) {
      replies.add(all);
    }
    return replies;
  }

  private void about(Verdict verdict, List<String> into) {
    if (!verdict.right()) {
      reply(verdict.about(), into);
    }
  }

  private void reason(String right, List<String> into) {
    if (desk.reason().isEmpty()) {
      into.add(texts.of("lesson.reason_none", words.label(right)));
      return;
    }
    String key = desk.reason().equals(right) ? "lesson.reason_right" : "lesson.reason_wrong";
    into.add((texts.of(key) + " " + words.reply(desk.reason())).strip());
  }

  private boolean differs(String id, Verdict verdict) {
    boolean said = AskReading.names(desk).contains(id);
    boolean fits = verdict.truth() instanceof Answer.Names all && all.names().contains(id);
    return said != fits;
  }

  private void reply(String id, List<String> into) {
    String reply = words.reply(id);
    if (!reply.isEmpty()) {
      into.add(reply);
    }
  }

  /** What is right; nothing where the marks at the choices say it already. */
  private List<String> truth(Verdict verdict) {
    List<String> lines = new ArrayList<>();
    verdict.unmet().map(each -> new UnmetText(texts).of(each)).ifPresent(lines::add);
    if (verdict.truth() instanceof Answer.Amount(long value)) {
      boolean span = isSpan();
      desk.said().ifPresent(
          said -> {
            if (said instanceof Answer.Amount(long mine)) {
              lines.add(texts.of("lesson.mine", text(mine, span)));
            }
          });
      lines.add(texts.of("lesson.truth", text(value, span)));
    } else if (!verdict.right() && verdict.truth() instanceof Answer.Names(List<String> names)) {
      switch (desk.step().task()) {
        case Task.Order order -> names.forEach(each -> lines.add(words.label(each)));
        case Task.Rank rank -> names.forEach(each -> lines.add(words.label(each)));
        case Task.Moves moves -> names.forEach(each -> lines.add(words.label(each)));
        case Task.Blanks blanks ->
            lines.add(texts.of("lesson.truth", String.join(", ", names)));
        default -> { }
      }
    }
    return lines;
  }

  private boolean isSpan() {
    return !(desk.step().task() instanceof Task.Number number)
        || desk.made().filter(runs -> runs.judge().isSpan(number.of())).isPresent();
  }

  private static String text(long value, boolean span) {
    return Amounts.text(value, span);
  }

  /** The event that shows it, by its instant and its function. */
  private String link(Verdict verdict) {
    Optional<OpenRun> run =
        session.open().filter(each -> verdict.leftAt() >= 0
            && !desk.isBlind() && verdict.leftAt() < each.trace().size());
    return run.map(
            each ->
                texts.of(
                    verdict.right() ? "lesson.shown_at" : "lesson.left_at",
                    String.format(
                        Locale.ROOT, "%.3f", each.trace().nanos(verdict.leftAt()) / 1e9),
                    each.trace().function(verdict.leftAt()).kernelName()))
        .orElse("");
  }
}
