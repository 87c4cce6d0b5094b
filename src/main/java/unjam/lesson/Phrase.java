package unjam.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import unjam.analysis.CostFigure;
import unjam.catalog.Text;
import unjam.trace.FactFields;

/**
 * Reads what an author says about facts, word by word:
 *
 * <pre>
 * FACTS    = FACT [on DISK] [where FIELD RELATION VALUE {and FIELD RELATION VALUE}]
 * QUERY    = (first | last | nth N) FACTS [after QUERY]
 * QUANTITY = TERM {(+ | -) TERM}
 * TERM     = time of QUERY | count of FACTS | from QUERY to QUERY | field FIELD of QUERY
 *          | longest wait [of DISK] | errors [of DISK] | cost FIGURE | state of DISK | VALUE
 * CLAIM    = QUANTITY RELATION QUANTITY | there is FACTS | there is no FACTS
 *          | QUERY before QUERY | always | never
 * CLAIMS   = CLAIM {and CLAIM}
 * </pre>
 *
 * <p>Everything throws {@link IllegalArgumentException} with what would be right.
 */
final class Phrase {

  private static final Set<String> PICKS = new TreeSet<>(List.of("first", "last", "nth"));

  private final List<String> words;
  private int at;

  private Phrase(String text) {
    words = Stream.of(text.strip().split("\\s+")).filter(each -> !each.isEmpty()).toList();
  }

  static FactQuery query(String text) {
    return whole(text, Phrase::query);
  }

  static Quantity quantity(String text) {
    return whole(text, Phrase::quantity);
  }

  static Claim claim(String text) {
    return whole(text, Phrase::claims);
  }

  private static <T> T whole(String text, Function<Phrase, T> read) {
    Phrase phrase = new Phrase(text);
    T value = read.apply(phrase);
    if (phrase.more()) {
      throw new IllegalArgumentException(
          "nothing is understood from " + Text.quoted(phrase.rest()) + " on");
    }
    return value;
  }

  private boolean more() {
    return at < words.size();
  }

  private String rest() {
    return String.join(" ", words.subList(at, words.size()));
  }

  private boolean sees(String word) {
    return more() && words.get(at).equals(word);
  }

  private boolean take(String word) {
    if (sees(word)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String word) {
    if (!take(word)) {
      throw new IllegalArgumentException(
          Text.quoted(word) + " is expected "
              + (more() ? "before " + Text.quoted(rest()) : "at the end"));
    }
  }

  private String next(String what) {
    if (!more()) {
      throw new IllegalArgumentException(what + " is missing at the end");
    }
    return words.get(at++);
  }

  private FactQuery query() {
    String which = next("\"first\", \"last\" or \"nth 2\"");
    int number =
        switch (which) {
          case "first" -> 1;
          case "last" -> FactQuery.LAST;
          case "nth" -> ordinal(next("a number"));
          default -> throw new IllegalArgumentException(
              "a fact begins with \"first\", \"last\" or \"nth 2\", found " + Text.quoted(which));
        };
    FactFilter facts = facts();
    return new FactQuery(facts, number, take("after") ? Optional.of(query()) : Optional.empty());
  }

  private static int ordinal(String word) {
    return Measured.number(word)
        .filter(each -> each > 0 && each < Integer.MAX_VALUE)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"nth\" is followed by 1 or more, found " + Text.quoted(word)))
        .intValue();
  }

  private FactFilter facts() {
    String fact = next("the name of a fact");
    List<String> fields = FactFields.known().get(fact);
    if (fields == null) {
      throw new IllegalArgumentException(
          "there is no fact " + Text.quoted(fact) + "; "
              + Text.suggestion(fact, FactFields.known().keySet(), "facts"));
    }
    String disk = take("on") ? next("the name of a disk") : "";
    List<FactFilter.Guard> guards = new ArrayList<>();
    if (take("where")) {
      do {
        guards.add(guard(fact, fields));
      } while (sees("and") && isField(fields, at + 1) && take("and"));
    }
    return new FactFilter(fact, disk, guards);
  }

  private boolean isField(List<String> fields, int index) {
    return index < words.size()
        && (fields.contains(words.get(index)) || FactFilter.isSpecial(words.get(index)))
        && index + 1 < words.size()
        && Relation.of(words.get(index + 1)).isPresent();
  }

  private FactFilter.Guard guard(String fact, List<String> fields) {
    String field = next("a field of " + fact);
    if (!fields.contains(field) && !FactFilter.isSpecial(field)) {
      throw new IllegalArgumentException(noField(fact, field, fields));
    }
    Relation relation = relation();
    String value = next("a value");
    FactValues.check(fact, field, value);
    return new FactFilter.Guard(field, relation, value);
  }

  private static String noField(String fact, String field, List<String> fields) {
    return "the fact " + fact + " has no field " + Text.quoted(field) + "; "
        + Text.suggestion(field, fields, "fields");
  }

  private Relation relation() {
    String sign = next("one of == != < <= > >=");
    return Relation.of(sign)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "one of == != < <= > >= is expected, found " + Text.quoted(sign)));
  }

  private Quantity quantity() {
    Quantity sum = term();
    while (sees("+") || sees("-")) {
      boolean plus = take("+");
      if (!plus) {
        at++;
      }
      sum = new Quantity.Sum(sum, plus, term());
    }
    return sum;
  }

  private Quantity term() {
    String word = next("a quantity");
    return switch (word) {
      case "time" -> {
        expect("of");
        yield new Quantity.TimeOf(query());
      }
      case "count" -> {
        expect("of");
        yield new Quantity.CountOf(facts());
      }
      case "from" -> {
        FactQuery from = query();
        expect("to");
        yield new Quantity.Between(from, query());
      }
      case "field" -> field();
      case "longest" -> {
        expect("wait");
        yield new Quantity.LongestWait(disk());
      }
      case "errors" -> new Quantity.Errors(disk());
      case "cost" -> new Quantity.Cost(figure(next("a figure of the cost card")));
      case "state" -> {
        expect("of");
        yield new Quantity.StateOf(next("the name of a disk"));
      }
      default -> new Quantity.Given(given(word));
    };
  }

  private Quantity field() {
    String field = next("the name of a field");
    expect("of");
    FactQuery fact = query();
    List<String> fields = FactFields.known().getOrDefault(fact.filter().fact(), List.of());
    if (!fields.contains(field) && !FactFilter.isSpecial(field)) {
      throw new IllegalArgumentException(noField(fact.filter().fact(), field, fields));
    }
    return new Quantity.FieldOf(field, fact);
  }

  private String disk() {
    return take("of") ? next("the name of a disk") : "";
  }

  private static CostFigure figure(String column) {
    return Stream.of(CostFigure.values())
        .filter(each -> each.column().equals(column))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the cost card has no figure " + Text.quoted(column) + "; "
                        + Text.suggestion(
                            column,
                            Stream.of(CostFigure.values()).map(CostFigure::column).toList(),
                            "figures")));
  }

  /** A number, a span with its unit, or a word in capitals. */
  private static Measured given(String word) {
    Optional<Long> number = Measured.number(word);
    if (number.isPresent()) {
      return Measured.WHOLE.matcher(word).matches()
          ? new Measured.Count(number.get())
          : new Measured.Span(number.get());
    }
    if (!word.equals(word.toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          Text.quoted(word) + " is no quantity; write for example \"time of first timed_out\","
              + " \"count of eh_woken\", \"longest wait of sda\", \"cost resets\", 30s or 5");
    }
    return new Measured.Word(word);
  }

  private Claim claims() {
    List<Claim> all = new ArrayList<>();
    do {
      all.add(claim());
    } while (take("and"));
    return all.size() == 1 ? all.getFirst() : new Claim.All(all);
  }

  private Claim claim() {
    if (take("always")) {
      return new Claim.Fixed(true);
    }
    if (take("never")) {
      return new Claim.Fixed(false);
    }
    if (take("there")) {
      expect("is");
      boolean wanted = !take("no");
      return new Claim.Exists(facts(), wanted);
    }
    if (more() && PICKS.contains(words.get(at))) {
      FactQuery one = query();
      expect("before");
      return new Claim.Before(one, query());
    }
    Quantity left = quantity();
    Relation relation = relation();
    return new Claim.Compared(left, relation, quantity());
  }
}
