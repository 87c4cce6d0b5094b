package unjam.ui.radius;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import unjam.analysis.BlastRadius;
import unjam.analysis.BlastRadius.Level;
import unjam.analysis.BlastRadius.Part;
import unjam.analysis.BlastRadius.Standing;
import unjam.analysis.WaitGraph;
import unjam.analysis.WaitGraph.Node;
import unjam.ui.radius.RadiusPicture.Arrow;
import unjam.ui.radius.RadiusPicture.Column;
import unjam.ui.radius.RadiusPicture.Wire;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Puts who is hurt, and who waits for whom, into cards. */
final class RadiusReading {

  private final BlastRadius radius;
  private final WaitGraph graph;
  private final Texts texts;
  private final int most;
  private final double scale;

  /**
   * @param radius who is hurt
   * @param graph who waits for whom
   * @param texts the words
   * @param most how many parts of a level fit
   * @param scale of all text
   */
  RadiusReading(
      BlastRadius radius, WaitGraph graph, Texts texts, int most, double scale) {
    this.radius = radius;
    this.graph = graph;
    this.texts = texts;
    this.most = most;
    this.scale = scale;
  }

  RadiusPicture picture() {
    List<Column> columns = new ArrayList<>();
    Set<String> drawn = new HashSet<>();
    for (Level level : Level.values()) {
      List<Card> cards = cards(level);
      if (!cards.isEmpty()) {
        columns.add(new Column(texts.of("radius.level." + word(level)), cards));
      }
      cards.forEach(each -> drawn.add(each.id()));
    }
    List<Wire> wires = wires().stream()
        .filter(each -> drawn.contains(each.inner()) && drawn.contains(each.outer()))
        .toList();
    return new RadiusPicture(
        says(), columns, wires,
        graph.nodes().stream().map(this::card).toList(),
        graph.edges().stream()
            .map(each -> new Arrow(each.from(), each.to(), each.owned()))
            .toList(),
        graph.more() == 0 ? "" : texts.of("radius.waits.more", graph.more()), scale);
  }

  private static String word(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT);
  }

  private String says() {
    List<Part> luns = radius.of(Level.LUN);
    List<String> sick =
        luns.stream()
            .filter(each -> each.standing() == Standing.BY_FAULT)
            .map(Part::name)
            .toList();
    long disks = radius.count(Level.LUN, Standing.BY_RULE);
    long services = radius.count(Level.SERVICE, Standing.BY_RULE);
    if (sick.isEmpty() && disks == 0) {
      return texts.of("radius.says.nobody");
    }
    String names = String.join(texts.of("list.and_more"), sick.stream().limit(4).toList());
    if (disks == 0) {
      return texts.of("radius.says.fault", names, sick.size());
    }
    return sick.isEmpty()
        ? texts.of("radius.says.rule", disks, services)
        : texts.of("radius.says.both", names, sick.size(), disks, services);
  }

  /** If there are too many, those that are hurt come first, and the rest is counted. */
  private List<Card> cards(Level level) {
    List<Part> all = radius.of(level);
    if (all.size() <= most) {
      return all.stream().map(this::card).toList();
    }
    List<Part> first =
        all.stream()
            .sorted(Comparator.comparingInt(RadiusReading::rank))
            .limit(most - 1L)
            .toList();
    List<Card> cards = new ArrayList<>(first.stream().map(this::card).toList());
    List<Part> rest = all.stream().filter(each -> !first.contains(each)).toList();
    long hurt = rest.stream().filter(each -> !each.isFree()).count();
    Card.Look worst =
        rest.stream()
            .min(Comparator.comparingInt(RadiusReading::rank))
            .map(RadiusReading::look)
            .orElse(Card.Look.FREE);
    cards.add(
        new Card(
            "more:" + level, texts.of("radius.more", all.size() - first.size()), false,
            hurt == 0 ? texts.of("radius.more.free") : texts.of("radius.more.hurt", hurt), false,
            "", "", worst, texts.of("radius.about.more"),
            -1, -1));
    return cards;
  }

  private static int rank(Part part) {
    return switch (part.standing()) {
      case BY_FAULT -> 0;
      case BY_RULE -> 1;
      case FREE -> 2;
    };
  }

  private static Card.Look look(Part part) {
    return switch (part.standing()) {
      case FREE -> Card.Look.FREE;
      case BY_FAULT -> Card.Look.FAULT;
      case BY_RULE -> Card.Look.RULE;
    };
  }

  private static String id(Part part) {
    return "part:" + part.level() + ":" + part.name();
  }

  private Card card(Part part) {
    boolean node = part.level() == Level.NODE;
    return new Card(
        id(part), node ? texts.of("radius.node") : part.name(), !node,
        texts.of("radius.reason." + word(part.reason()), part.hurt()), false,
        since(part.sinceNanos()), "", look(part),
        texts.of("radius.about." + word(part.standing())), -1,
        part.level() == Level.LUN ? part.number() : -1);
  }

  private static String since(long nanos) {
    return nanos < 0 ? "" : TimeText.instant(nanos);
  }

  private List<Wire> wires() {
    List<Wire> wires = new ArrayList<>();
    for (Part outer : radius.parts()) {
      for (int each : outer.inside()) {
        Part inner = radius.parts().get(each);
        boolean hurt =
            !(inner.isFree() && inner.hurt() == 0) && !(outer.isFree() && outer.hurt() == 0);
        wires.add(new Wire(id(inner), id(outer), hurt));
      }
    }
    return wires;
  }

  private Card card(Node node) {
    boolean owned =
        graph.edges().stream().anyMatch(each -> each.owned() && each.to().equals(node.id()));
    String line = line(node, owned);
    boolean code = line.isEmpty();
    return new Card(
        node.id(), title(node), isNamed(node), code ? node.where() : line, code,
        since(node.sinceNanos()), node.state().map(Enum::name).orElse(""),
        owned ? Card.Look.SUBJECT : Card.Look.PLAIN, texts.of("radius.kind." + word(node.kind())),
        node.command(), node.device());
  }

  private boolean isAwaited(Node node) {
    return graph.edges().stream().anyMatch(each -> each.to().equals(node.id()));
  }

  private static boolean isNamed(Node node) {
    return switch (node.kind()) {
      case PROCESS, COMMAND, ABORT_WORKER, ERROR_HANDLER, SESSION, TARGET_THREAD, DISK ->
          node.step().isEmpty();
      case GATE, CALL, PAUSE, BIO -> false;
    };
  }

  private String title(Node node) {
    String step = node.step().map(each -> texts.of("radius.step." + word(each))).orElse("");
    return switch (node.kind()) {
      case PROCESS, ABORT_WORKER, ERROR_HANDLER, TARGET_THREAD, SESSION, DISK -> node.name();
      case COMMAND -> step.isEmpty() ? node.name() : step;
      case GATE -> texts.of("radius.gate", node.name());
      case CALL, PAUSE -> step;
      case BIO -> texts.of("radius.bio", node.name());
    };
  }

  /** Empty where the kernel's own word says it. */
  private String line(Node node, boolean owned) {
    return switch (node.kind()) {
      case PROCESS -> texts.of("radius.line.process");
      case COMMAND ->
          node.step().isPresent()
              ? texts.of("radius.line.own", node.name())
              : isAwaited(node) ? "" : texts.of("radius.line.orphan");
      case GATE, ABORT_WORKER, TARGET_THREAD, SESSION -> "";
      case ERROR_HANDLER -> texts.of("radius.line.eh");
      case CALL -> texts.of("radius.line.call", node.where());
      case PAUSE -> texts.of("radius.line.pause");
      case BIO -> texts.of("radius.line.bio");
      case DISK ->
          texts.of(
              node.id().startsWith("store")
                  ? "radius.line.store"
                  : owned ? "radius.line.slow" : "radius.line.disk");
    };
  }
}
