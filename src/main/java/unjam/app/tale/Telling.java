package unjam.app.tale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unjam.app.Narration.Moment;
import unjam.app.Narration.Sentence;
import unjam.app.tale.Happening.Kind;
import unjam.app.tale.Tale.Line;

/** Happenings that are told together, as a line of a tale. */
final class Telling {

  /** Within this, in nanoseconds, one thing happens right after the other. */
  private static final long AT_ONCE = 100_000_000;

  /** Stands for the time of what happens right after something else. */
  static final Sentence THEN = Sentence.of("tell.then");

  private final Happening first;
  private final Set<String> subjects = new LinkedHashSet<>();

  /** How often it happens; what happens at once counts as one. */
  private int times = 1;

  private long last;

  private Telling(Happening first) {
    this.first = first;
    last = first.nanos();
    subjects.add(first.subject());
  }

  /** Puts those that are told alike together, in the order of the first of each. */
  static List<Telling> alike(List<Happening> happenings) {
    Map<String, Telling> found = new LinkedHashMap<>();
    for (Happening each : happenings) {
      String group = each.kind() + " " + each.group();
      Telling telling = found.get(group);
      if (telling == null) {
        found.put(group, new Telling(each));
      } else {
        telling.and(each);
      }
    }
    return List.copyOf(found.values());
  }

  private void and(Happening next) {
    subjects.add(next.subject());
    times += next.nanos() - last < AT_ONCE ? 0 : 1;
    last = next.nanos();
  }

  Happening first() {
    return first;
  }

  Kind kind() {
    return first.kind();
  }

  long nanos() {
    return first.nanos();
  }

  /** Whether its words end at a later instant than they begin. */
  boolean isRepeated() {
    return times > 1;
  }

  Set<String> subjects() {
    return subjects;
  }

  /**
   * The line.
   *
   * @param before instant at which the line before ends, or -1
   * @param more what is said after it
   */
  Line line(long before, List<Sentence> more) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(when(before));
    arguments.add(Cast.listing(subjects));
    arguments.add(subjects.size());
    arguments.addAll(first.more());
    List<Sentence> words = new ArrayList<>();
    words.add(new Sentence(first.key(), arguments));
    if (isRepeated()) {
      words.add(Sentence.of("tell.again", times - 1, new Moment(last)));
    }
    words.addAll(more);
    return new Line(first.seq(), first.nanos(), first.weight(), words);
  }

  private Sentence when(long before) {
    if (nanos() < AT_ONCE && before < 0) {
      return Sentence.of("tell.from_start");
    }
    return before >= 0 && nanos() - before < AT_ONCE
        ? THEN
        : Sentence.of("tell.at", new Moment(nanos()));
  }
}
