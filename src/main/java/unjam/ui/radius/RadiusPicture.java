package unjam.ui.radius;

import java.util.List;

/**
 * What the view shows at an instant.
 *
 * @param says who is hurt, in a sentence
 * @param columns how far it reaches, from the inside to the outside
 * @param wires which part is inside which
 * @param waits who waits or is waited for
 * @param arrows from who waits to what it waits for
 * @param more what is not drawn, in words; empty if nothing
 * @param scale of all text
 */
record RadiusPicture(
    String says,
    List<Column> columns,
    List<Wire> wires,
    List<Card> waits,
    List<Arrow> arrows,
    String more,
    double scale) {

  static final RadiusPicture EMPTY =
      new RadiusPicture("", List.of(), List.of(), List.of(), List.of(), "", 1);

  RadiusPicture {
    columns = List.copyOf(columns);
    wires = List.copyOf(wires);
    waits = List.copyOf(waits);
    arrows = List.copyOf(arrows);
  }

  /**
   * A level.
   *
   * @param head what its parts are
   * @param cards its parts
   */
  record Column(String head, List<Card> cards) {
    Column {
      cards = List.copyOf(cards);
    }
  }

  /**
   * A part is inside another.
   *
   * @param hurt both are hurt
   */
  record Wire(String inner, String outer, boolean hurt) {}

  /**
   * One waits for the other.
   *
   * @param owned only a disk that something is wrong with can end it
   */
  record Arrow(String from, String to, boolean owned) {}
}
