package unjam.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.engine.SimTime;
import unjam.scenario.When;

/**
 * Reads instants: {@code 5s}, {@code {after: r1, plus: 90ms}} or {@code {after_message: "text",
 * plus: 1ms}}; keeps the streams that they name, to be checked when all streams are known.
 */
final class WhenReader {

  /** A stream's label where an instant names it. */
  record Mention(String stream, Place at) {}

  private final Problems problems;
  private final List<Mention> mentions = new ArrayList<>();

  WhenReader(Problems problems) {
    this.problems = problems;
  }

  /** Every stream named so far. */
  List<Mention> mentions() {
    return mentions;
  }

  Optional<When> optional(Fields f, String key) {
    return f.tree(key).map(tree -> when(tree, key));
  }

  When required(Fields f, String key, String example) {
    return f.requiredTree(key, example)
        .map(tree -> when(tree, key))
        .orElse(new When.At(SimTime.ZERO));
  }

  private When when(Tree tree, String key) {
    if (tree instanceof Tree.Mapping) {
      return relative(Fields.of(tree, key, problems), key);
    }
    Fields one = Fields.of(new Tree.Mapping(List.of(), tree.at()), key, problems);
    return new When.At(one.parsed(tree, key, Values::time, SimTime.ZERO));
  }

  private When relative(Fields f, String key) {
    Optional<String> stream = f.value("after", Values::label);
    Optional<String> message = f.value("after_message", Values::text);
    SimTime plus = f.value("plus", Values::time, SimTime.ZERO);
    f.end();
    if (f.has("after") == f.has("after_message")) {
      problems.add(
          f.at(),
          key + " is a time, or {after: STREAM, plus: TIME}, or {after_message: TEXT, plus: TIME};"
              + " give one of after and after_message");
    }
    if (message.isPresent()) {
      return new When.AfterKernelMessage(message.get(), plus);
    }
    stream.ifPresent(label -> mentions.add(new Mention(label, f.at("after"))));
    return new When.AfterStream(stream.orElse("?"), plus);
  }
}
