package unjam.ui.lesson;

import java.util.List;

/** What a step asks, as it stands at the moment. */
sealed interface Ask {

  /** Nothing: it tells. */
  record Nothing() implements Ask {}

  /** To let the run go on. */
  record Watch(boolean passed) implements Ask {}

  /**
   * To set the flag on the time line.
   *
   * @param said where it stands, in words
   * @param within what counts as right, in words; nothing once it is submitted
   */
  record Flag(String said, String within) implements Ask {}

  /** To choose one, or several. */
  record Options(List<Option> options, boolean several) implements Ask {
    public Options {
      options = List.copyOf(options);
    }
  }

  /** To sort; as they lie now. */
  record Cards(List<Option> cards, boolean open) implements Ask {
    public Cards {
      cards = List.copyOf(cards);
    }
  }

  /**
   * To say what comes next, again and again.
   *
   * @param offered what can be said now
   * @param made what was said, the first first
   * @param misses how many wrong moves are left
   */
  record Moves(List<Option> offered, List<Made> made, int misses) implements Ask {
    public Moves {
      offered = List.copyOf(offered);
      made = List.copyOf(made);
    }
  }

  /** A move that was made, and what is said to it if it was wrong. */
  record Made(String label, boolean right, String reply) {}

  /** To say a number. */
  record Number(boolean span, boolean open) implements Ask {}

  /** To fill gaps. */
  record Gaps(List<Gap> gaps, boolean open) implements Ask {
    public Gaps {
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * A gap.
   *
   * @param offered what can be put there
   * @param chosen what was, or nothing
   */
  record Gap(String id, List<String> offered, String chosen, Option.Mark mark) {
    public Gap {
      offered = List.copyOf(offered);
    }
  }

  /**
   * One case after the other.
   *
   * @param dots how each was answered
   * @param about what the case at hand is
   * @param before what is said to the last answer, or nothing
   */
  record Drill(List<Option.Mark> dots, String about, List<Option> options, String before)
      implements Ask {
    public Drill {
      dots = List.copyOf(dots);
      options = List.copyOf(options);
    }
  }

  /** To change something in the run. */
  record Change() implements Ask {}
}
