package unjam.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a step asks of the learner. */
public sealed interface Task {

  /** To read. */
  record Tell() implements Task {}

  /** To let the run go on until a fact. */
  record Watch(FactQuery until) implements Task {}

  /**
   * To set a flag at the instant of a fact.
   *
   * @param within how far from it is near enough, in nanoseconds
   */
  record Flag(FactQuery of, long within) implements Task {}

  /** To put cards into the order in which their facts happen. */
  record Order(List<Card> cards) implements Task {
    public Order {
      cards = List.copyOf(cards);
    }
  }

  /**
   * To put runs into the order of a quantity, the smallest first.
   *
   * @param runs names of runs of the lesson
   * @param within runs that differ by no more may stand in any order, in the quantity's unit
   */
  record Rank(List<String> runs, Quantity by, long within) implements Task {
    public Rank {
      runs = List.copyOf(runs);
    }
  }

  /** To choose the one that is true. */
  record Pick(List<Choice> choices) implements Task {
    public Pick {
      choices = List.copyOf(choices);
    }
  }

  /** To choose all that are true. */
  record Mark(List<Choice> choices) implements Task {
    public Mark {
      choices = List.copyOf(choices);
    }
  }

  /**
   * To choose the disks of which something is true.
   *
   * @param where a claim in which {@link #DISK} stands for the disk's name
   */
  record Victims(String where) implements Task {

    /** Stands for a disk's name. */
    public static final String DISK = "$disk";

    /** The claim about one disk. */
    Claim about(String disk) {
      return Phrase.claim(where.replace(DISK, disk));
    }
  }

  /**
   * To say a number or a span.
   *
   * @param within how far from it is near enough, in its unit
   */
  record Number(Quantity of, long within) implements Task {}

  /** To complete a sentence with what the run has shown. */
  record Blanks(List<Blank> blanks) implements Task {
    public Blanks {
      blanks = List.copyOf(blanks);
    }
  }

  /**
   * To be the error handler: to say step by step what comes next.
   *
   * @param cards facts; those that the run does not have are wrong at any time
   * @param misses how many wrong moves are allowed
   */
  record Moves(List<Card> cards, int misses) implements Task {
    public Moves {
      cards = List.copyOf(cards);
    }
  }

  /**
   * To change something so that a claim holds.
   *
   * @param goal what has to hold in the learner's run
   * @param solution settings that reach it
   */
  record Change(Claim goal, List<String> solution) implements Task {
    public Change {
      solution = List.copyOf(solution);
    }
  }

  /**
   * To choose the one that is true, for several runs.
   *
   * @param runs those that may be asked about
   * @param ask how many are
   * @param pass how many have to be right
   */
  record Drill(List<String> runs, int ask, int pass, List<Choice> choices) implements Task {
    public Drill {
      runs = List.copyOf(runs);
      choices = List.copyOf(choices);
    }
  }

  /** A fact with a name of its own. */
  record Card(String id, FactQuery fact) {}

  /** A claim with a name of its own. */
  record Choice(String id, Claim claim) {}

  /**
   * A gap in a sentence.
   *
   * @param truth what belongs there
   * @param instead what else is offered
   */
  record Blank(String id, Quantity truth, List<Quantity> instead) {
    public Blank {
      instead = List.copyOf(instead);
    }
  }

  /** Whether an answer is expected. */
  default boolean asks() {
    return switch (this) {
      case Tell tell -> false;
      case Watch watch -> false;
      case Change change -> false;
      case Flag flag -> true;
      case Order order -> true;
      case Rank rank -> true;
      case Pick pick -> true;
      case Mark mark -> true;
      case Victims victims -> true;
      case Number number -> true;
      case Blanks blanks -> true;
      case Moves moves -> true;
      case Drill drill -> true;
    };
  }

  /** What of it has words of its own in the lesson's text. */
  default List<String> wordings() {
    return switch (this) {
      case Tell tell -> List.of();
      case Watch watch -> List.of();
      case Change change -> List.of();
      case Flag flag -> List.of();
      case Victims victims -> List.of();
      case Number number -> List.of();
      case Blanks blanks -> List.of();
      case Order order -> order.cards().stream().map(Card::id).toList();
      case Rank rank -> rank.runs();
      case Pick pick -> pick.choices().stream().map(Choice::id).toList();
      case Mark mark -> mark.choices().stream().map(Choice::id).toList();
      case Moves moves -> moves.cards().stream().map(Card::id).toList();
      case Drill drill ->
          Stream.concat(
                  drill.choices().stream().map(Choice::id), drill.runs().stream())
              .toList();
    };
  }

  /** The claim of a choice that is offered. */
  static Optional<Claim> claim(List<Choice> choices, String id) {
    return choices.stream().filter(each -> each.id().equals(id)).map(Choice::claim).findFirst();
  }
}
