package unjam.catalog;

import java.util.ArrayList;
import java.util.List;
import unjam.engine.SimTime;

/** Builds a mapping to be written, key by key, in the order of the calls. */
final class Nodes {

  private static final Place NOWHERE = Place.whole("");
  private static final String[] UNITS = {"TiB", "GiB", "MiB", "KiB"};

  private final List<Tree.Entry> entries = new ArrayList<>();

  Nodes put(String key, Tree value) {
    entries.add(new Tree.Entry(key, NOWHERE, value));
    return this;
  }

  Nodes put(String key, String word) {
    return put(key, scalar(word));
  }

  Nodes put(String key, long number) {
    return put(key, String.valueOf(number));
  }

  Nodes put(String key, boolean flag) {
    return put(key, String.valueOf(flag));
  }

  Nodes put(String key, SimTime time) {
    return put(key, span(time.nanos()));
  }

  Nodes seconds(String key, int seconds) {
    return put(key, seconds + "s");
  }

  Nodes quoted(String key, String text) {
    return put(key, new Tree.Scalar(text, true, NOWHERE));
  }

  Nodes put(String key, List<? extends Tree> items) {
    return put(key, list(items));
  }

  Tree.Mapping end() {
    return new Tree.Mapping(entries, NOWHERE);
  }

  static Tree scalar(String word) {
    return new Tree.Scalar(word, false, NOWHERE);
  }

  static Tree list(List<? extends Tree> items) {
    return new Tree.Sequence(List.copyOf(items), NOWHERE);
  }

  static Tree words(List<String> words) {
    return list(words.stream().map(Nodes::scalar).toList());
  }

  /** A span with its unit and without a blank. */
  static String span(long nanos) {
    return SimTime.ofNanos(nanos).toString().replace(" ", "");
  }

  /** Bytes in the largest unit that divides them. */
  static String size(long bytes) {
    for (int i = 0; i < UNITS.length; i++) {
      long unit = 1L << 10 * (UNITS.length - i);
      if (bytes != 0 && bytes % unit == 0) {
        return bytes / unit + UNITS[i];
      }
    }
    return String.valueOf(bytes);
  }
}
