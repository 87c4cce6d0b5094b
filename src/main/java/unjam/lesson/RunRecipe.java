package unjam.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import unjam.catalog.Catalog;
import unjam.catalog.Read;
import unjam.catalog.ScenarioReader;
import unjam.engine.Prng;
import unjam.scenario.Scenario;

/**
 * How one of a lesson's runs is made. What varies is chosen by a seed, so that two learners get
 * different numbers and one gets the same again.
 *
 * @param name its name in the lesson
 * @param situations scenarios, one of which is chosen
 * @param settings changes as {@code KEY=VALUE}
 * @param vary keys with the values of which one is chosen
 * @param line where it stands in the lesson's file
 */
public record RunRecipe(
    String name,
    List<Situation> situations,
    List<String> settings,
    SortedMap<String, List<String>> vary,
    int line) {

  /** More are not looked through. */
  public static final int MOST_VARIANTS = 64;

  public RunRecipe {
    situations = List.copyOf(situations);
    settings = List.copyOf(settings);
    vary = new TreeMap<>(vary);
  }

  /**
   * A scenario as text.
   *
   * @param file where it stands
   */
  public record Situation(String file, String text) {}

  /** One choice of everything that varies. */
  public record Variant(Situation situation, List<String> settings) {
    public Variant {
      settings = List.copyOf(settings);
    }

    /**
     * The scenario.
     *
     * @param more further changes
     */
    public Read<Scenario> scenario(Catalog catalog, List<String> more) {
      List<String> all = new ArrayList<>(settings);
      all.addAll(more);
      return new ScenarioReader(catalog).readText(situation.file(), situation.text(), all);
    }
  }

  /** The one that a seed chooses. */
  public Variant variant(long seed) {
    List<Variant> all = variants();
    return all.get((int) new Prng(seed).stream(name).nextLong(all.size()));
  }

  /** All that there are, at most {@link #MOST_VARIANTS}. */
  public List<Variant> variants() {
    List<Variant> all = new ArrayList<>();
    for (Situation each : situations) {
      all.add(new Variant(each, settings));
    }
    for (Map.Entry<String, List<String>> each : vary.entrySet()) {
      List<Variant> more = new ArrayList<>();
      for (Variant before : all) {
        for (String value : each.getValue()) {
          List<String> with = new ArrayList<>(before.settings());
          with.add(each.getKey() + "=" + value);
          more.add(new Variant(before.situation(), with));
        }
      }
      all = more;
    }
    return List.copyOf(all.subList(0, Math.min(all.size(), MOST_VARIANTS)));
  }
}
