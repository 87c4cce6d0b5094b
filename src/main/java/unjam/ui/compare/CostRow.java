package unjam.ui.compare;

import java.util.List;

/**
 * A line of the cost card.
 *
 * @param id of the line, for whoever looks for it
 * @param name what is counted
 * @param values one for each future, from left to right; empty where it is not known yet
 * @param differs whether they are not all the same
 */
record CostRow(String id, String name, List<String> values, boolean differs) {

  CostRow {
    values = List.copyOf(values);
  }
}
