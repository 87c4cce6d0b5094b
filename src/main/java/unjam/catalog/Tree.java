package unjam.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A YAML text with its meaning left open: scalars stay text as written, so that {@code off}, {@code
 * 010} and {@code 1:30} arrive unharmed, and every node knows its place.
 */
public sealed interface Tree {

  Place at();

  /** In words: what the author sees there. */
  String kind();

  /**
   * A single value.
   *
   * @param quoted whether it was written in quotes, or as a block
   */
  record Scalar(String text, boolean quoted, Place at) implements Tree {

    /** Nothing is written there, or one of YAML's words for nothing. */
    public boolean isEmpty() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String kind() {
      return isEmpty() ? "nothing" : "the single value \"" + Text.shortened(text) + "\"";
    }
  }

  /** A list. */
  record Sequence(List<Tree> items, Place at) implements Tree {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with their values, in the order written, no key twice. */
  record Mapping(List<Entry> entries, Place at) implements Tree {
    public Mapping {
      entries = List.copyOf(entries);
    }

    public Optional<Tree> get(String key) {
      return entries.stream()
          .filter(entry -> entry.key().equals(key))
          .map(Entry::value)
          .findFirst();
    }

    /** With this entry instead of the one of the same key, or after all others. */
    Mapping with(Entry added) {
      List<Entry> changed = new ArrayList<>();
      boolean replaced = false;
      for (Entry entry : entries) {
        boolean same = entry.key().equals(added.key());
        changed.add(same ? added : entry);
        replaced |= same;
      }
      if (!replaced) {
        changed.add(added);
      }
      return new Mapping(changed, at);
    }

    Mapping without(String key) {
      return new Mapping(
          entries.stream().filter(entry -> !entry.key().equals(key)).toList(), at);
    }

    /** With all entries of another mapping laid over the own ones. */
    Mapping overlaid(Mapping other) {
      Mapping result = this;
      for (Entry entry : other.entries) {
        result = result.with(entry);
      }
      return result;
    }

    @Override
    public String kind() {
      return "a mapping (keys with values)";
    }
  }

  /** One key of a mapping with its value. */
  record Entry(String key, Place keyAt, Tree value) {}
}
