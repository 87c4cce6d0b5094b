package unjam.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import unjam.app.Desk;
import unjam.app.Detail;
import unjam.app.Look;
import unjam.app.Panel;
import unjam.app.View;
import unjam.catalog.Problem;

/** How a picture of the window looks: its size, its colours, its words, what is open in it. */
final class PictureOptions {

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})x([0-9]{1,5})");
  private static final Pattern PERCENT = Pattern.compile("([0-9]{2,3}) ?%?");
  private static final int SMALLEST_WIDTH = 1280;
  private static final int SMALLEST_HEIGHT = 800;
  private static final int LARGEST = 8192;
  private static final String PRESENTER = "presenter";
  private static final String COMPARE = "compare";
  private static final String LEDGER = "ledger";
  private static final String SCENARIO = "scenario";
  private static final String SWEEP = "sweep";
  private static final String RADIUS = "radius";
  private static final String DRIVERS = "drivers";

  /** What is shown instead of the stage and its panels. */
  private static final List<String> WHOLE =
      List.of(PRESENTER, COMPARE, LEDGER, SCENARIO, SWEEP, RADIUS, DRIVERS);

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Width and height in pixels; ${DEFAULT-VALUE} if not given.")
  private String size = "1280x800";

  @Option(
      names = "--zoom",
      paramLabel = "PERCENT",
      description = "Pixels of the picture for one of the window, 100%% to 400%%.")
  private String zoom = "100%";

  @Option(names = "--theme", paramLabel = "THEME", description = "light or dark.")
  private String theme = "light";

  @Option(names = "--lang", paramLabel = "LANG", description = "en or zh_CN.")
  private String lang = "en";

  @Option(
      names = "--text",
      paramLabel = "PERCENT",
      description = "Size of the text: 90%%, 100%%, 115%%, 130%% or 150%%.")
  private String text = "100%";

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      description =
          "What the panel on the right shows (log, command, device, processes, sysfs, source, "
              + "events, figures, checks, words), or what the window shows (presenter, compare, "
              + "ledger, scenario, sweep, radius, drivers).")
  private String view = "log";

  @Option(
      names = "--detail",
      paramLabel = "LEVEL",
      description = "How much the stage shows: boxes, queues or functions.")
  private String detail = "functions";

  @Option(names = "--select", paramLabel = "N", description = "Follows the command of this id.")
  private @Nullable Integer selected;

  private int width = SMALLEST_WIDTH;
  private int height = SMALLEST_HEIGHT;
  private double factor = 1;
  private Look look = new Look(Look.Theme.LIGHT, Locale.ENGLISH);
  private Desk desk = Desk.FIRST;

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  double zoom() {
    return factor;
  }

  Look look() {
    return look;
  }

  Desk desk() {
    return desk;
  }

  /** Whether the run is shown beside the same under another policy. */
  boolean compares() {
    return view.equals(COMPARE);
  }

  /** Whether many runs with other settings are shown. */
  boolean sweeps() {
    return view.equals(SWEEP);
  }

  /** Id of the command that is followed, or -1. */
  int selected() {
    return selected == null ? -1 : selected;
  }

  /** Makes sense of all options; what makes none is a problem. */
  void check(List<Problem> problems) {
    size(problems);
    zoom(problems);
    look = look(problems);
    desk = desk(problems);
  }

  /**
   * A command that is to be followed is one of the run.
   *
   * @param commands how many there are in the run; their ids count from 0
   */
  void checkSelection(int commands, List<Problem> problems) {
    if (selected == null || selected >= 0 && selected < commands) {
      return;
    }
    String known =
        switch (commands) {
          case 0 -> "it has none";
          case 1 -> "it has only 0";
          default -> "it has 0 to " + (commands - 1) + ", in the order of their requests";
        };
    problems.add(
        new Problem("--select " + selected, 0, 0, "is no command of this run; " + known));
  }

  private void size(List<Problem> problems) {
    Matcher matcher = SIZE.matcher(size);
    if (matcher.matches()) {
      width = Integer.parseInt(matcher.group(1));
      height = Integer.parseInt(matcher.group(2));
    }
    if (!matcher.matches()
        || width < SMALLEST_WIDTH
        || height < SMALLEST_HEIGHT
        || width > LARGEST
        || height > LARGEST) {
      problems.add(
          new Problem(
              "--size " + size, 0, 0,
              "a size is width and height in pixels, such as 1920x1080, from 1280x800 to "
                  + LARGEST + "x" + LARGEST));
    }
  }

  private void zoom(List<Problem> problems) {
    Optional<Integer> percent = percent(zoom).filter(each -> each >= 100 && each <= 400);
    if (percent.isEmpty()) {
      problems.add(
          new Problem("--zoom " + zoom, 0, 0, "a zoom is a percentage from 100% to 400%"));
    }
    factor = percent.orElse(100) / 100.0;
  }

  private static Optional<Integer> percent(String said) {
    Matcher matcher = PERCENT.matcher(said);
    return matcher.matches()
        ? Optional.of(Integer.parseInt(matcher.group(1)))
        : Optional.empty();
  }

  private Look look(List<Problem> problems) {
    Look.Theme chosen =
        one("--theme", theme, Look.Theme.values(), List.of(), problems)
            .orElse(Look.Theme.LIGHT);
    Locale language = Locale.ENGLISH;
    switch (lang) {
      case "en" -> language = Locale.ENGLISH;
      case "zh_CN", "zh-CN" -> language = Locale.SIMPLIFIED_CHINESE;
      default -> problems.add(new Problem("--lang " + lang, 0, 0, "a language is en or zh_CN"));
    }
    Optional<Double> scale =
        percent(text).map(each -> each / 100.0).filter(Look.SCALES::contains);
    if (scale.isEmpty()) {
      problems.add(
          new Problem(
              "--text " + text, 0, 0, "a size of text is 90%, 100%, 115%, 130% or 150%"));
    }
    return new Look(chosen, language).withScale(scale.orElse(1.0));
  }

  private Desk desk(List<Problem> problems) {
    Detail level =
        one("--detail", detail, Detail.values(), List.of(), problems).orElse(Detail.FUNCTIONS);
    Desk first = Desk.FIRST.with(level);
    if (view.equals(PRESENTER)) {
      return first.withPresenter(true);
    }
    if (view.equals(COMPARE)) {
      return first;
    }
    if (view.equals(LEDGER)) {
      return first.with(View.LEDGER);
    }
    if (view.equals(SCENARIO)) {
      return first.with(View.SCENARIO);
    }
    if (view.equals(SWEEP)) {
      return first.with(View.SWEEP);
    }
    if (view.equals(RADIUS)) {
      return first.with(View.RADIUS);
    }
    if (view.equals(DRIVERS)) {
      return first.with(View.DRIVERS);
    }
    return one("--view", view, Panel.values(), WHOLE, problems)
        .map(first::with)
        .orElse(first);
  }

  /**
   * @param others words that are right too, but none of these
   */
  private static <E extends Enum<E>> Optional<E> one(
      String option, String said, E[] all, List<String> others, List<Problem> problems) {
    Function<E, String> word = each -> each.name().toLowerCase(Locale.ROOT);
    Optional<E> found =
        Arrays.stream(all).filter(each -> word.apply(each).equals(said)).findFirst();
    if (found.isEmpty()) {
      String known =
          Stream.concat(Arrays.stream(all).map(word), others.stream())
              .collect(Collectors.joining(", "));
      problems.add(new Problem(option + " " + said, 0, 0, "is none of: " + known));
    }
    return found;
  }
}
