package unjam.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import unjam.app.LessonDesk;
import unjam.app.LessonRuns;
import unjam.engine.Prng;
import unjam.lesson.Answer;
import unjam.lesson.Judge;
import unjam.lesson.Task;
import unjam.lesson.Verdict;
import unjam.ui.lesson.Option.Mark;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Reads what a step asks, and what was said to it so far. */
final class AskReading {

  private final LessonDesk desk;
  private final Words words;
  private final Texts texts;

  AskReading(LessonDesk desk, Words words, Texts texts) {
    this.desk = desk;
    this.words = words;
    this.texts = texts;
  }

  /** What was said, as names; none if nothing was. */
  static List<String> names(LessonDesk desk) {
    return desk.said().orElse(null) instanceof Answer.Names(List<String> said)
        ? said
        : List.of();
  }

  /**
   * Reads it.
   *
   * @param passed whether what is watched for has happened
   */
  Ask read(boolean passed) {
    Optional<LessonRuns> runs = desk.made();
    if (runs.isEmpty()) {
      return new Ask.Nothing();
    }
    Judge judge = runs.get().judge();
    return switch (desk.step().task()) {
      case Task.Tell tell -> new Ask.Nothing();
      case Task.Watch watch -> new Ask.Watch(passed);
      case Task.Flag flag ->
          new Ask.Flag(
              flag(),
              open() ? texts.of("lesson.flag_within", TimeText.span(flag.within())) : "");
      case Task.Order order -> cards();
      case Task.Rank rank -> cards();
      case Task.Pick pick ->
          new Ask.Options(options(pick.choices().stream().map(Task.Choice::id).toList()), false);
      case Task.Mark mark ->
          new Ask.Options(options(mark.choices().stream().map(Task.Choice::id).toList()), true);
      case Task.Victims victims -> new Ask.Options(options(judge.disks()), true);
      case Task.Number number -> new Ask.Number(judge.isSpan(number.of()), open());
      case Task.Blanks blanks -> gaps(blanks, judge);
      case Task.Moves moves -> moves(moves, judge);
      case Task.Drill drill -> drill(drill, judge);
      case Task.Change change -> new Ask.Change();
    };
  }

  private boolean open() {
    return desk.verdict() == null;
  }

  private List<String> truth() {
    return desk.judged().map(Verdict::truth).orElse(null)
            instanceof Answer.Names(List<String> truth)
        ? truth
        : List.of();
  }

  private String flag() {
    return desk.said().orElse(null) instanceof Answer.Amount(long nanos)
        ? texts.of("lesson.my_flag", Amounts.seconds(nanos))
        : texts.of("lesson.no_flag");
  }

  private List<Option> options(List<String> ids) {
    List<String> said = names(desk);
    return ids.stream()
        .map(id -> option(id, said.contains(id), mark(id, said, truth())))
        .toList();
  }

  private Option option(String id, boolean chosen, Mark mark) {
    return new Option(
        id, words.label(id), chosen, mark, open(), desk.votes().getOrDefault(id, 0));
  }

  private Mark mark(String id, List<String> said, List<String> truth) {
    if (open()) {
      return Mark.NONE;
    }
    boolean right = truth.contains(id);
    return said.contains(id) ? right ? Mark.RIGHT : Mark.WRONG : right ? Mark.MISSED : Mark.NONE;
  }

  /** Reasons; what becomes of them is said together with the verdict. */
  List<Option> reasons() {
    return desk.step().why().stream()
        .flatMap(
            why ->
                why.reasons().stream()
                    .map(
                        id -> {
                          boolean chosen = id.equals(desk.reason());
                          List<String> said = desk.reason().isEmpty()
                              ? List.of() : List.of(desk.reason());
                          return option(id, chosen, mark(id, said, List.of(why.right())));
                        }))
        .toList();
  }

  /** Cards lie as they were put, at first in an order of the seed's. */
  static List<String> lying(LessonDesk desk) {
    List<String> said = names(desk);
    return said.isEmpty() ? shuffled(desk) : said;
  }

  private static List<String> shuffled(LessonDesk desk) {
    List<String> left = new ArrayList<>(desk.step().task().wordings());
    Prng chance = new Prng(desk.progress().seed()).stream("cards of " + desk.step().id());
    List<String> shuffled = new ArrayList<>();
    while (!left.isEmpty()) {
      shuffled.add(left.remove((int) chance.nextLong(left.size())));
    }
    return shuffled;
  }

  private Ask cards() {
    List<String> lying = lying(desk);
    List<String> truth = truth();
    List<Option> cards = new ArrayList<>();
    for (int i = 0; i < lying.size(); i++) {
      String id = lying.get(i);
      boolean right = i < truth.size() && truth.get(i).equals(id);
      cards.add(option(id, false, open() ? Mark.NONE : right ? Mark.RIGHT : Mark.WRONG));
    }
    return new Ask.Cards(cards, open());
  }

  private Ask gaps(Task.Blanks blanks, Judge judge) {
    List<String> said = names(desk);
    List<String> truth = truth();
    List<Ask.Gap> gaps = new ArrayList<>();
    for (int i = 0; i < blanks.blanks().size(); i++) {
      String chosen = i < said.size() ? said.get(i) : "";
      boolean right = i < truth.size() && truth.get(i).equals(chosen);
      gaps.add(
          new Ask.Gap(
              blanks.blanks().get(i).id(), judge.offered(blanks.blanks().get(i)), chosen,
              open() ? Mark.NONE : right ? Mark.RIGHT : Mark.WRONG));
    }
    return new Ask.Gaps(gaps, open());
  }

  /** What was tried in vain since the last right move is not offered until the next one. */
  private Ask moves(Task.Moves moves, Judge judge) {
    List<String> said = names(desk);
    List<Boolean> good = judge.moves(moves, said);
    List<Ask.Made> made = new ArrayList<>();
    List<String> used = new ArrayList<>();
    List<String> vain = new ArrayList<>();
    int misses = 0;
    for (int i = 0; i < said.size(); i++) {
      String id = said.get(i);
      made.add(new Ask.Made(words.label(id), good.get(i), good.get(i) ? "" : words.reply(id)));
      if (good.get(i)) {
        used.add(id);
        vain.clear();
      } else {
        vain.add(id);
        misses++;
      }
    }
    List<Option> offered =
        desk.step().task().wordings().stream()
            .filter(id -> !used.contains(id))
            .map(
                id ->
                    new Option(
                        id, words.label(id), false, vain.contains(id) ? Mark.WRONG : Mark.NONE,
                        open() && !vain.contains(id), desk.votes().getOrDefault(id, 0)))
            .toList();
    return new Ask.Moves(
        open() ? offered : List.of(), made, Math.max(0, moves.misses() - misses));
  }

  private Ask drill(Task.Drill drill, Judge judge) {
    List<String> said = names(desk);
    List<String> truth =
        judge.truth(drill) instanceof Answer.Names(List<String> right) ? right : List.of();
    List<Mark> dots = new ArrayList<>();
    for (int i = 0; i < judge.cases().size(); i++) {
      dots.add(
          i >= said.size()
              ? Mark.NONE : said.get(i).equals(truth.get(i)) ? Mark.RIGHT : Mark.WRONG);
    }
    boolean done = said.size() >= judge.cases().size();
    Function<Task.Choice, Option> option =
        each ->
            new Option(
                each.id(), words.label(each.id()), false, Mark.NONE, open() && !done,
                desk.votes().getOrDefault(each.id(), 0));
    List<Option> options = done ? List.of() : drill.choices().stream().map(option).toList();
    String about = done ? "" : words.label(judge.cases().get(said.size()));
    return new Ask.Drill(dots, about, options, before(said, truth));
  }

  /** The right one's words are said to who has missed it. */
  private String before(List<String> said, List<String> truth) {
    if (said.isEmpty()) {
      return "";
    }
    int last = said.size() - 1;
    boolean right = said.get(last).equals(truth.get(last));
    String reply = words.reply(said.get(last));
    String head =
        right
            ? texts.of("lesson.case_right")
            : texts.of("lesson.case_wrong", words.label(truth.get(last)));
    return reply.isEmpty() || right ? head : head + " " + reply;
  }
}
