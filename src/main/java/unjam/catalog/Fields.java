package unjam.catalog;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The keys of one mapping, taken one after the other. What nobody asked for when {@link #end} is
 * called is an unknown key; a value that is wrong becomes a problem and a stand-in, so that reading
 * goes on and finds the next problem.
 */
public final class Fields {

  private final Tree.Mapping mapping;
  private final String what;
  private final Problems problems;
  private final TreeSet<String> known = new TreeSet<>();
  /** Nothing was there to read: one problem says so, missing keys would only repeat it. */
  private final boolean absent;

  private Fields(Tree.Mapping mapping, String what, Problems problems, boolean absent) {
    this.mapping = mapping;
    this.what = what;
    this.problems = problems;
    this.absent = absent;
  }

  /**
   * The keys of a node, which should be a mapping.
   *
   * @param what the node's name in messages, such as "disk"
   */
  public static Fields of(Tree tree, String what, Problems problems) {
    return switch (tree) {
      case Tree.Mapping mapping -> new Fields(mapping, what, problems, false);
      case Tree.Scalar scalar when scalar.isEmpty() ->
          new Fields(new Tree.Mapping(List.of(), scalar.at()), what, problems, false);
      case Tree.Scalar scalar -> wrong(scalar, what, problems);
      case Tree.Sequence sequence -> wrong(sequence, what, problems);
    };
  }

  private static Fields wrong(Tree tree, String what, Problems problems) {
    problems.add(tree.at(), what + " is a mapping (keys with values), found " + tree.kind());
    return new Fields(new Tree.Mapping(List.of(), tree.at()), what, problems, true);
  }

  public Problems problems() {
    return problems;
  }

  /** Where the mapping starts. */
  public Place at() {
    return mapping.at();
  }

  /** Where the value of a key stands, or where the mapping starts. */
  public Place at(String key) {
    return mapping.get(key).map(Tree::at).orElse(mapping.at());
  }

  public boolean has(String key) {
    return mapping.get(key).isPresent();
  }

  /** The mapping without these keys, which count as asked for. */
  Tree.Mapping without(List<String> keys) {
    knows(keys);
    Tree.Mapping rest = mapping;
    for (String key : keys) {
      rest = rest.without(key);
    }
    return rest;
  }

  /** The keys written, in order. */
  public List<Tree.Entry> entries() {
    return mapping.entries();
  }

  /** The value of a key that may be left out. */
  public Optional<Tree> tree(String key) {
    known.add(key);
    return mapping.get(key);
  }

  /** The value of a key that must be there. */
  public Optional<Tree> requiredTree(String key, String example) {
    Optional<Tree> tree = tree(key);
    if (tree.isEmpty()) {
      missing(key, example);
    }
    return tree;
  }

  /** A list that may be left out, and is then empty. */
  public List<Tree> list(String key) {
    return switch (tree(key).orElse(new Tree.Sequence(List.of(), at()))) {
      case Tree.Sequence sequence -> sequence.items();
      case Tree.Scalar scalar when scalar.isEmpty() -> List.of();
      case Tree other -> {
        problems.add(other.at(), key + " is a list, found " + other.kind());
        yield List.of();
      }
    };
  }

  /** A single value that may be left out. */
  public <T> T value(String key, Function<String, T> parse, T otherwise) {
    return tree(key).map(tree -> parsed(tree, key, parse, otherwise)).orElse(otherwise);
  }

  /** A single value that may be left out, empty then. */
  public <T> Optional<T> value(String key, Function<String, T> parse) {
    return tree(key)
        .flatMap(tree -> parsed(tree, key, parse.andThen(Optional::of), Optional.empty()));
  }

  /**
   * A single value that must be there.
   *
   * @param example how it could look
   * @param standIn what to go on with when it is missing or wrong
   */
  public <T> T required(String key, Function<String, T> parse, String example, T standIn) {
    return requiredTree(key, example)
        .map(tree -> parsed(tree, key, parse, standIn))
        .orElse(standIn);
  }

  public void missing(String key, String example) {
    if (!absent) {
      problems.add(at(), what + " lacks the key \"" + key + "\", for example " + example);
    }
  }

  /** Says that the value of a key is wrong. */
  public void wrong(String key, String message) {
    problems.add(at(key), key + ": " + message);
  }

  /** A scalar's meaning, or a problem and the stand-in. */
  public <T> T parsed(Tree tree, String key, Function<String, T> parse, T standIn) {
    if (!(tree instanceof Tree.Scalar scalar)) {
      problems.add(tree.at(), key + " is a single value, found " + tree.kind());
      return standIn;
    }
    if (scalar.isEmpty()) {
      problems.add(tree.at(), key + " has no value; write one, or leave the key out");
      return standIn;
    }
    try {
      return parse.apply(scalar.text());
    } catch (IllegalArgumentException e) {
      problems.add(tree.at(), key + ": " + e.getMessage());
      return standIn;
    }
  }

  /** Names a key that is not there but could be, so that it is not called unknown. */
  Fields knows(List<String> keys) {
    known.addAll(keys);
    return this;
  }

  /** Every key has been asked for; the others are unknown. */
  public void end() {
    for (Tree.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        problems.add(
            entry.keyAt(),
            "unknown key " + Text.quoted(entry.key()) + " in " + what + "; "
                + Text.suggestion(entry.key(), known, "keys"));
      }
    }
  }
}
