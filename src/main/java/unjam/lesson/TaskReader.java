package unjam.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import unjam.catalog.Fields;
import unjam.catalog.Problems;
import unjam.catalog.Text;
import unjam.catalog.Tree;
import unjam.catalog.Values;
import unjam.engine.SimTime;

/** Reads what a step asks. */
final class TaskReader {

  /** The keys of a step that say what it asks; a step has one of them, or none: it tells. */
  static final List<String> KEYS =
      List.of(
          "watch", "flag", "order", "rank", "pick", "mark", "victims", "number", "blanks",
          "moves", "change", "drill");

  private static final int MOST_CASES = 50;
  private static final FactQuery NOTHING =
      new FactQuery(new FactFilter("io_ended", "", List.of()), 1, Optional.empty());

  private final Problems problems;

  TaskReader(Problems problems) {
    this.problems = problems;
  }

  Task read(Fields step) {
    List<String> there = KEYS.stream().filter(step::has).toList();
    if (there.size() > 1) {
      problems.add(
          step.at(), "a step asks one thing, found " + String.join(" and ", there));
    }
    Task task = new Task.Tell();
    for (String key : KEYS) {
      Optional<Tree> tree = step.tree(key);
      task = tree.isPresent() ? task(key, tree.get()) : task;
    }
    return task;
  }

  private Task task(String key, Tree tree) {
    Fields f = Fields.of(tree, key, problems);
    Task task =
        switch (key) {
          case "watch" -> new Task.Watch(query(f, "until"));
          case "flag" -> new Task.Flag(query(f, "of"), span(f));
          case "order" -> new Task.Order(cards(f));
          case "rank" -> new Task.Rank(
              words(f, "runs"), quantity(f, "by"), f.value("within", TaskReader::amount, 0L));
          case "pick" -> new Task.Pick(choices(f));
          case "mark" -> new Task.Mark(choices(f));
          case "victims" -> new Task.Victims(
              f.required("where", TaskReader::aboutDisk, "where: longest wait of $disk > 1s",
                  "never"));
          case "number" -> new Task.Number(
              quantity(f, "of"), f.value("within", TaskReader::amount, 0L));
          case "blanks" -> new Task.Blanks(blanks(f));
          case "moves" -> new Task.Moves(
              cards(f), f.value("misses", Values.count(0, MOST_CASES), 1));
          case "change" -> new Task.Change(claim(f, "goal"), words(f, "solution"));
          default -> new Task.Drill(
              words(f, "runs"), f.value("ask", Values.count(1, MOST_CASES), 1),
              f.value("pass", Values.count(1, MOST_CASES), 1), choices(f));
        };
    f.end();
    return task;
  }

  private static FactQuery query(Fields f, String key) {
    return f.required(key, Phrase::query, key + ": first timed_out", NOTHING);
  }

  private static Quantity quantity(Fields f, String key) {
    return f.required(
        key, Phrase::quantity, key + ": time of first timed_out",
        new Quantity.Given(new Measured.Count(0)));
  }

  private static Claim claim(Fields f, String key) {
    return f.required(
        key, Phrase::claim, key + ": longest wait of sdb < 1s", new Claim.Fixed(true));
  }

  private static long span(Fields f) {
    return f.value("within", text -> Values.time(text).nanos(), SimTime.NANOS_PER_SECOND);
  }

  private static long amount(String text) {
    return Measured.number(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a number, or a span with its unit, such as 500ms; found "
                        + Text.quoted(text)));
  }

  /** A claim about a disk, tried with a name in the disk's place. */
  private static String aboutDisk(String text) {
    if (!text.contains(Task.Victims.DISK)) {
      throw new IllegalArgumentException(
          Task.Victims.DISK + " has to stand where the disk's name belongs");
    }
    Phrase.claim(text.replace(Task.Victims.DISK, "sda"));
    return text;
  }

  private List<String> words(Fields f, String key) {
    List<String> words = new ArrayList<>();
    for (Tree each : f.list(key)) {
      String word = f.parsed(each, key, Values::text, "");
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private List<Task.Card> cards(Fields f) {
    List<Task.Card> cards = new ArrayList<>();
    f.requiredTree("cards", "cards: {expiry: first timed_out}")
        .ifPresent(
            tree -> {
              Fields each = Fields.of(tree, "cards", problems);
              each.entries()
                  .forEach(
                      entry ->
                          cards.add(
                              new Task.Card(
                                  entry.key(),
                                  each.required(
                                      entry.key(), Phrase::query, "first timed_out", NOTHING))));
            });
    return cards;
  }

  private List<Task.Choice> choices(Fields f) {
    List<Task.Choice> choices = new ArrayList<>();
    f.requiredTree("choices", "choices: {retried: there is queue_inserted, told: never}")
        .ifPresent(
            tree -> {
              Fields each = Fields.of(tree, "choices", problems);
              each.entries()
                  .forEach(
                      entry ->
                          choices.add(new Task.Choice(entry.key(), claim(each, entry.key()))));
            });
    return choices;
  }

  private List<Task.Blank> blanks(Fields f) {
    List<Task.Blank> blanks = new ArrayList<>();
    for (Tree.Entry entry : f.entries()) {
      f.tree(entry.key());
      Fields each = Fields.of(entry.value(), "gap " + entry.key(), problems);
      List<Quantity> instead = new ArrayList<>();
      for (Tree item : each.list("instead")) {
        instead.add(
            each.parsed(
                item, "instead", Phrase::quantity,
                new Quantity.Given(new Measured.Count(0))));
      }
      blanks.add(new Task.Blank(entry.key(), quantity(each, "truth"), instead));
      each.end();
    }
    return blanks;
  }

  /** The runs that a task is about beside the step's own. */
  static TreeSet<String> runs(Task task) {
    return switch (task) {
      case Task.Rank rank -> new TreeSet<>(rank.runs());
      case Task.Drill drill -> new TreeSet<>(drill.runs());
      default -> new TreeSet<>();
    };
  }
}
