package unjam.lesson;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A lesson as its author wrote it; immutable.
 *
 * @param name its folder's name
 * @param level how much of the stack it shows
 * @param minutes how long a learner takes, about
 * @param kernels versions in which everything that it says holds
 * @param tracks ways through the lessons that it is on
 * @param brief the short form for a class; empty if all of it is gone through
 * @param runs how its runs are made
 * @param values what its texts may name between braces
 * @param steps in order
 * @param texts its words by language
 */
public record Lesson(
    String name,
    Level level,
    int minutes,
    List<String> kernels,
    Set<Track> tracks,
    Optional<Brief> brief,
    SortedMap<String, RunRecipe> runs,
    SortedMap<String, Named> values,
    List<LessonStep> steps,
    SortedMap<String, LessonText> texts) {

  /** The languages that every lesson is written in. */
  public static final List<String> LANGUAGES = List.of("en", "zh_CN");

  public Lesson {
    kernels = List.copyOf(kernels);
    tracks = Set.copyOf(tracks);
    runs = new TreeMap<>(runs);
    values = new TreeMap<>(values);
    steps = List.copyOf(steps);
    texts = new TreeMap<>(texts);
  }

  /**
   * What a class goes through together; the rest is for afterwards.
   *
   * @param minutes how long that takes, about
   * @param steps names of the steps
   */
  public record Brief(int minutes, List<String> steps) {
    public Brief {
      steps = List.copyOf(steps);
    }
  }

  /** How long it takes on a way through the lessons, in minutes; about. */
  public int minutes(Track track) {
    return brief.filter(each -> track == Track.CLASS).map(Brief::minutes).orElse(minutes);
  }

  /** Whether a class goes through a step together. */
  public boolean inClass(LessonStep step) {
    return brief.map(each -> each.steps().contains(step.id())).orElse(true);
  }

  /** A quantity of one of the runs. */
  public record Named(String run, Quantity of) {}

  /** Its words in a language. */
  public LessonText text(String language) {
    LessonText found = texts.get(language);
    return found == null ? texts.firstEntry().getValue() : found;
  }

  /** The kernel version of its runs: the one that is wished for, if it has that. */
  public String kernel(String wished) {
    return kernels.contains(wished) ? wished : kernels.getLast();
  }

  /** Whether it differs from another one in its words at most. */
  public boolean saysTheSameAs(Lesson other) {
    return new Lesson(
            other.name, other.level, other.minutes, other.kernels, other.tracks, other.brief,
            other.runs, other.values, other.steps, texts)
        .equals(this);
  }

  public Optional<LessonStep> step(String id) {
    return steps.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Names of the runs that a step needs beside its own. */
  public SortedSet<String> runsOf(LessonStep step) {
    return TaskReader.runs(step.task());
  }

  /** Its number among the lessons, as its name begins; nothing if it does not. */
  public String number() {
    int dash = name.indexOf('-');
    return dash > 0 ? name.substring(0, dash) : "";
  }
}
