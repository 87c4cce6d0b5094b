package unjam.ui.scenario;

import java.util.List;
import unjam.app.FaultBook.Status;
import unjam.app.FaultKind;

/**
 * Faults as the panel on the left shows them.
 *
 * @param rules those that the run knows
 * @param offered those that can be put somewhere
 */
record FaultPicture(List<RuleRow> rules, List<Offer> offered) {

  static final FaultPicture EMPTY = new FaultPicture(List.of(), List.of());

  FaultPicture {
    rules = List.copyOf(rules);
    offered = List.copyOf(offered);
  }

  /**
   * One fault.
   *
   * @param id its name in the scenario
   * @param title what goes wrong, and how often
   * @param detail where, and what else is to be said
   * @param status whether it can hit
   * @param byHand somebody has put it there while playing
   */
  record RuleRow(String id, String title, String detail, Status status, boolean byHand) {}

  /**
   * A kind of fault.
   *
   * @param kind which
   * @param words what it is called
   */
  record Offer(FaultKind kind, String words) {}
}
