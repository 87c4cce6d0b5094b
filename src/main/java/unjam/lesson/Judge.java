package unjam.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import unjam.lesson.Answer.Amount;
import unjam.lesson.Answer.Names;

/**
 * Holds answers against a run. What is right is never written down by an author: it is computed
 * from the trace.
 */
public final class Judge {

  private final RunFacts facts;
  private final Function<String, RunFacts> others;
  private final List<String> cases;

  /**
   * @param facts the run of the step
   * @param others the lesson's runs by name
   * @param cases the runs that a drill asks about
   */
  public Judge(RunFacts facts, Function<String, RunFacts> others, List<String> cases) {
    this.facts = facts;
    this.others = others;
    this.cases = List.copyOf(cases);
  }

  /**
   * The right answer.
   *
   * @throws IllegalArgumentException if the run does not have what the task is about
   */
  public Answer truth(Task task) {
    return switch (task) {
      case Task.Flag flag -> new Amount(facts.trace().nanos(event(flag.of())));
      case Task.Order order -> new Names(inOrder(order.cards()));
      case Task.Moves moves -> new Names(inOrder(moves.cards()));
      case Task.Rank rank -> new Names(ranked(rank));
      case Task.Pick pick -> new Names(List.of(only(facts, pick.choices())));
      case Task.Mark mark -> new Names(holding(facts, mark.choices()));
      case Task.Victims victims ->
          new Names(
              facts.disks().stream().filter(each -> facts.holds(victims.about(each))).toList());
      case Task.Number number -> new Amount(amount(number.of()));
      case Task.Blanks blanks ->
          new Names(blanks.blanks().stream().map(each -> text(each.truth())).toList());
      case Task.Drill drill ->
          new Names(
              cases.stream().map(each -> only(others.apply(each), drill.choices())).toList());
      case Task.Tell tell -> new Answer.Done();
      case Task.Watch watch -> new Answer.Done();
      case Task.Change change -> new Answer.Done();
    };
  }

  private int event(FactQuery fact) {
    return facts
        .find(fact)
        .orElseThrow(
            () -> new IllegalArgumentException("the run has no such " + fact.filter().fact()));
  }

  private List<String> inOrder(List<Task.Card> cards) {
    return cards.stream()
        .filter(each -> facts.find(each.fact()).isPresent())
        .sorted(Comparator.comparingInt(each -> event(each.fact())))
        .map(Task.Card::id)
        .toList();
  }

  private List<String> ranked(Task.Rank rank) {
    return rank.runs().stream()
        .sorted(Comparator.comparingLong(each -> amount(others.apply(each), rank.by())))
        .toList();
  }

  private static List<String> holding(RunFacts run, List<Task.Choice> choices) {
    return choices.stream().filter(each -> run.holds(each.claim())).map(Task.Choice::id).toList();
  }

  private static String only(RunFacts run, List<Task.Choice> choices) {
    List<String> holding = holding(run, choices);
    if (holding.size() != 1) {
      throw new IllegalArgumentException(
          "exactly one choice has to be true, but "
              + (holding.isEmpty() ? "none is" : String.join(" and ", holding) + " are"));
    }
    return holding.getFirst();
  }

  private long amount(Quantity quantity) {
    return amount(facts, quantity);
  }

  private static long amount(RunFacts run, Quantity quantity) {
    return run.measure(quantity)
        .flatMap(Measured::amount)
        .orElseThrow(
            () -> new IllegalArgumentException("the run does not have the quantity asked for"));
  }

  private String text(Quantity quantity) {
    return facts
        .measure(quantity)
        .map(Measured::text)
        .orElseThrow(
            () -> new IllegalArgumentException("the run does not have what belongs in the gap"));
  }

  /** What is offered for a gap, each once, the true one among them. */
  public List<String> offered(Task.Blank blank) {
    List<String> all = new ArrayList<>();
    all.add(text(blank.truth()));
    blank.instead().forEach(each -> facts.measure(each).map(Measured::text).ifPresent(all::add));
    return all.stream().distinct().sorted().toList();
  }

  /** What there is to say to an answer. */
  public Verdict verdict(Task task, Answer answer) {
    Answer truth = truth(task);
    if (task instanceof Task.Change change) {
      return new Verdict(
          facts.holds(change.goal()), 0, evidence(change.goal()).orElse(-1), "", truth,
          facts.unmet(change.goal()));
    }
    if (answer instanceof Amount(long said) && truth instanceof Amount(long value)) {
      return measured(task, said, value);
    }
    if (answer instanceof Names(List<String> said) && truth instanceof Names(List<String> right)) {
      return named(task, said, right);
    }
    return new Verdict(answer.equals(truth), 0, -1, "", truth);
  }

  private Verdict measured(Task task, long said, long value) {
    long off = said - value;
    return switch (task) {
      case Task.Flag flag ->
          new Verdict(
              Math.abs(off) <= flag.within(), off, event(flag.of()), "", new Amount(value));
      case Task.Number number ->
          new Verdict(
              Math.abs(off) <= number.within(), off, evidence(number.of()).orElse(-1), "",
              new Amount(value));
      default -> throw new IllegalArgumentException("the task asks for no number");
    };
  }

  private Verdict named(Task task, List<String> said, List<String> right) {
    Names truth = new Names(right);
    return switch (task) {
      case Task.Order order -> ordered(order.cards(), said, right, said.equals(right));
      case Task.Moves moves -> moved(moves, said, right);
      case Task.Mark mark -> chosen(mark.choices(), said, right);
      case Task.Victims victims -> victims(victims, said, right);
      case Task.Rank rank -> ranks(rank, said, right);
      case Task.Pick pick -> {
        Claim claim = Task.claim(pick.choices(), right.getFirst()).orElseThrow();
        yield new Verdict(
            said.equals(right), 0, evidence(claim).orElse(-1), right.getFirst(), truth);
      }
      case Task.Drill drill -> {
        long hits = hits(said, right);
        yield new Verdict(hits >= drill.pass(), right.size() - hits, -1, "", truth);
      }
      case Task.Blanks blanks -> {
        int wrong = differs(said, right);
        Optional<Quantity> about =
            wrong < right.size()
                ? Optional.of(blanks.blanks().get(wrong).truth())
                : Optional.empty();
        yield new Verdict(
            said.equals(right), 0, about.map(each -> evidence(each).orElse(-1)).orElse(-1),
            wrong < right.size() ? blanks.blanks().get(wrong).id() : "", truth);
      }
      default -> {
        int wrong = differs(said, right);
        yield new Verdict(
            said.equals(right), 0, -1, wrong < right.size() ? right.get(wrong) : "", truth);
      }
    };
  }

  private static long hits(List<String> said, List<String> right) {
    long hits = 0;
    for (int i = 0; i < Math.min(said.size(), right.size()); i++) {
      hits += said.get(i).equals(right.get(i)) ? 1 : 0;
    }
    return hits;
  }

  /** The index of the first difference, or how many there are in both. */
  private static int differs(List<String> said, List<String> right) {
    int at = 0;
    while (at < said.size() && at < right.size() && said.get(at).equals(right.get(at))) {
      at++;
    }
    return at;
  }

  private Verdict ordered(
      List<Task.Card> cards, List<String> said, List<String> right, boolean good) {
    int at = differs(said, right);
    if (at >= right.size()) {
      return new Verdict(good, 0, -1, "", new Names(right));
    }
    String due = right.get(at);
    return new Verdict(good, 0, event(card(cards, due)), due, new Names(right));
  }

  /** Runs that are as good as equal may stand in any order. */
  private Verdict ranks(Task.Rank rank, List<String> said, List<String> right) {
    int at = 0;
    while (at < Math.min(said.size(), right.size())
        && Math.abs(amount(rank, said.get(at)) - amount(rank, right.get(at))) <= rank.within()) {
      at++;
    }
    boolean good =
        at == right.size() && said.size() == right.size() && difference(said, right).isEmpty();
    return new Verdict(good, 0, -1, at < right.size() ? right.get(at) : "", new Names(right));
  }

  private long amount(Task.Rank rank, String run) {
    return amount(others.apply(run), rank.by());
  }

  private static FactQuery card(List<Task.Card> cards, String id) {
    return cards.stream()
        .filter(each -> each.id().equals(id))
        .map(Task.Card::fact)
        .findFirst()
        .orElseThrow();
  }

  /** Wrong moves are said once each and then left out; what counts is how many there were. */
  private Verdict moved(Task.Moves moves, List<String> said, List<String> right) {
    int at = 0;
    int misses = 0;
    for (String each : said) {
      if (at < right.size() && each.equals(right.get(at))) {
        at++;
      } else {
        misses++;
      }
    }
    String due = at < right.size() ? right.get(at) : "";
    int seq = due.isEmpty() ? -1 : event(card(moves.cards(), due));
    boolean good = at == right.size() && misses <= moves.misses();
    return new Verdict(good, misses, seq, due, new Names(right));
  }

  private Verdict chosen(List<Task.Choice> choices, List<String> said, List<String> right) {
    TreeSet<String> wrong = difference(said, right);
    Optional<Task.Choice> first =
        choices.stream().filter(each -> wrong.contains(each.id())).findFirst();
    return new Verdict(
        wrong.isEmpty(), wrong.size(),
        first.map(each -> evidence(each.claim()).orElse(-1)).orElse(-1),
        first.map(Task.Choice::id).orElse(""), new Names(right));
  }

  private Verdict victims(Task.Victims victims, List<String> said, List<String> right) {
    TreeSet<String> wrong = difference(said, right);
    String first = wrong.isEmpty() ? "" : wrong.first();
    int seq = first.isEmpty() ? -1 : evidence(victims.about(first)).orElse(-1);
    return new Verdict(wrong.isEmpty(), wrong.size(), seq, first, new Names(right));
  }

  private static TreeSet<String> difference(List<String> one, List<String> other) {
    TreeSet<String> all = new TreeSet<>(one);
    all.addAll(other);
    all.removeIf(each -> one.contains(each) && other.contains(each));
    return all;
  }

  private OptionalInt evidence(Claim claim) {
    return facts.evidence(claim);
  }

  private OptionalInt evidence(Quantity quantity) {
    return facts.evidence(quantity);
  }

  /** The index of a disk of the step's run, -1 if there is none of that name. */
  public int device(String disk) {
    return facts.device(disk);
  }

  /** Names of the disks of the step's run. */
  public List<String> disks() {
    return facts.disks();
  }

  /** The runs that a drill asks about, in order. */
  public List<String> cases() {
    return cases;
  }

  /** The event that shows something that was named; empty if no event does. */
  public OptionalInt evidence(Task task, String named) {
    return switch (task) {
      case Task.Pick pick ->
          Task.claim(pick.choices(), named).map(this::evidence).orElse(OptionalInt.empty());
      case Task.Mark mark ->
          Task.claim(mark.choices(), named).map(this::evidence).orElse(OptionalInt.empty());
      case Task.Victims victims -> evidence(victims.about(named));
      default -> OptionalInt.empty();
    };
  }

  /** Which of some moves were right when they were made. */
  public List<Boolean> moves(Task.Moves moves, List<String> said) {
    List<String> right = inOrder(moves.cards());
    List<Boolean> good = new ArrayList<>();
    int at = 0;
    for (String each : said) {
      boolean hit = at < right.size() && each.equals(right.get(at));
      good.add(hit);
      at += hit ? 1 : 0;
    }
    return good;
  }

  /** Whether there is nothing left to be said one by one: moves, or the cases of a drill. */
  public boolean isOver(Task task, List<String> said) {
    return switch (task) {
      case Task.Moves moves -> {
        List<Boolean> good = moves(moves, said);
        long hits = good.stream().filter(each -> each).count();
        yield hits == inOrder(moves.cards()).size() || good.size() - hits > moves.misses();
      }
      case Task.Drill drill -> said.size() >= cases.size();
      default -> false;
    };
  }

  /** The event of a fact of the step's run; empty if it has none. */
  public OptionalInt find(FactQuery fact) {
    return facts.find(fact);
  }

  /** Whether a quantity is a span or an instant, in nanoseconds. */
  public boolean isSpan(Quantity quantity) {
    return facts.measure(quantity).filter(each -> each instanceof Measured.Span).isPresent();
  }

  /** Runs that a lesson has, by name. */
  public static Function<String, RunFacts> among(Map<String, RunFacts> runs) {
    return name -> {
      RunFacts run = runs.get(name);
      if (run == null) {
        throw new IllegalArgumentException("there is no run " + name);
      }
      return run;
    };
  }
}
