package unjam.perf;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** SSJ's simulator with its default event list, stepped from outside. */
final class SsjLoop extends Simulator {

  SsjLoop() {
    super(new SplayTree());
    init();
  }

  void runNext() {
    Event next = removeFirstEvent();
    next.actions();
  }
}
