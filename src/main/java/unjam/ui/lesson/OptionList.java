package unjam.ui.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What can be chosen, below each other; a class's votes as bars between. */
final class OptionList extends VBox {

  private final String prefix;
  private final String kind;
  private final Consumer<String> chosen;
  private final Votes votes;
  private final Map<String, OptionRow> rows = new LinkedHashMap<>();
  private List<Option> shown = List.of();

  /**
   * @param prefix of the nodes' ids
   * @param kind style class: radio, check or move
   * @param chosen takes the id of what is chosen
   * @param votes counts a class's votes
   */
  OptionList(String prefix, String kind, Consumer<String> chosen, Votes votes) {
    this.prefix = prefix;
    this.kind = kind;
    this.chosen = chosen;
    this.votes = votes;
    getStyleClass().add("options");
  }

  void show(List<Option> options, int most) {
    boolean same =
        options.size() == shown.size()
            && java.util.stream.IntStream.range(0, options.size())
                .allMatch(
                    i ->
                        options.get(i).id().equals(shown.get(i).id())
                            && options.get(i).label().equals(shown.get(i).label()));
    shown = options;
    if (!same) {
      rows.clear();
      for (Option each : options) {
        rows.put(
            each.id(),
            new OptionRow(prefix + each.id(), kind, each, () -> chosen.accept(each.id())));
      }
    }
    List<Node> all = new ArrayList<>();
    for (Option each : options) {
      OptionRow row = rows.get(each.id());
      if (row != null) {
        row.show(each);
        all.add(row);
      }
      votes.bar(each, most).ifPresent(all::add);
    }
    if (!all.equals(getChildren())) {
      getChildren().setAll(all);
    }
  }
}
