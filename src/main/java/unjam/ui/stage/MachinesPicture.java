package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import unjam.ui.control.Explanation;
import unjam.ui.control.StageLook;
import unjam.ui.control.TokenShape;

/**
 * Two machines at an instant, without any pixel: on the left who waits for an answer, on the right
 * who owes it, and the link between them. The lines of the disks are those of the stage's picture.
 *
 * @param look how much is shown, and how large
 * @param left the initiator
 * @param links one for each session
 * @param right the target
 * @param logs what either kernel printed last
 * @param notes what its things are, for whoever asks
 */
record MachinesPicture(
    StageLook look, Initiator left, List<Link> links, Target right, Logs logs,
    List<Note> notes) {

  /** There is no other machine. */
  static final MachinesPicture NONE =
      new MachinesPicture(
          StageLook.PLAIN,
          new Initiator("", "", List.of(), List.of(), List.of(), "", List.of(), false),
          List.of(),
          new Target("", "", List.of(), List.of(), List.of(), List.of(), "", ""),
          Logs.NONE, List.of());

  MachinesPicture {
    links = List.copyOf(links);
    notes = List.copyOf(notes);
  }

  boolean exists() {
    return !left.sessions().isEmpty();
  }

  /** All that is painted by hand depends on. */
  Object painted() {
    List<Object> marks = new ArrayList<>(List.of(look, left.gates(), left.climbs()));
    left.steps().forEach(each -> marks.add(each.now()));
    left.sessions().forEach(
        each -> marks.add(List.of(each.host(), each.tone(), Math.round(each.left() * 200))));
    links.forEach(each -> marks.add(List.of(each.host(), each.way())));
    right.threads().forEach(each -> marks.add(List.of(each.id(), each.stuck(), each.lines())));
    right.held().forEach(each -> marks.add(List.of(each.id(), each.shape(), each.tag())));
    right.stores().forEach(each -> marks.add(List.of(each.id(), each.holds())));
    marks.add(right.arrows());
    return marks;
  }

  /** What is said beside something: a line, and a quieter one. */
  record Said(String head, String note, boolean machine) {
    static final Said NOTHING = new Said("", "", false);
  }

  /**
   * The machine that asks.
   *
   * @param title its name
   * @param note what it runs
   * @param said about the applications, the units, the command, the host and the session
   * @param gates the gate of each unit, in the order of the stage's lines
   * @param sessions one for each host
   * @param head what stands above the steps
   * @param steps how it came to this, the last one lowest
   * @param climbs the error handler is awake: its ladder has the place of the steps
   */
  record Initiator(
      String title, String note, List<Said> said, List<UnitGate> gates, List<Session> sessions,
      String head, List<Step> steps, boolean climbs) {
    Initiator {
      said = List.copyOf(said);
      gates = List.copyOf(gates);
      sessions = List.copyOf(sessions);
      steps = List.copyOf(steps);
    }
  }

  /** How a unit lets commands pass; the shape says it, the word repeats it. */
  enum Passing {
    RUNNING,
    BLOCKED,
    UNPLUGGED,
    OFFLINE
  }

  /**
   * A unit's gate.
   *
   * @param device index of the device, or -1 for many
   * @param name such as {@code LUN0}
   * @param state the kernel's word
   */
  record UnitGate(int device, String name, Passing passing, String state) {}

  /** How a session is. */
  enum Tone {
    LOGGED_IN,
    FAILED,
    FREE
  }

  /**
   * A session, as the initiator knows it.
   *
   * @param host number of its host
   * @param name as the kernel log has it
   * @param state the kernel's word
   * @param timer what runs, in words; empty if nothing does
   * @param number how far it is
   * @param left part of the time that is left, 1 to 0, or -1 when nothing runs
   */
  record Session(
      int host, String name, String state, Tone tone, String timer, String number, double left) {}

  /** Something that has happened on the way to now. */
  record Step(String what, String when, boolean now) {}

  /** How the way between the machines is. */
  enum Way {
    UP,
    STOPPED,
    /** A fault of the network. */
    CUT,
    /** There is a new connection, and a login under way. */
    LOGIN
  }

  /**
   * The connection of a host's session.
   *
   * @param lines what is said below it
   */
  record Link(int host, Way way, List<String> lines) {
    Link {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The machine that answers.
   *
   * @param title its name
   * @param note what it has
   * @param threads those in D first
   * @param held commands that somebody waits for, with what their backstore has
   * @param stores the backstores
   * @param arrows who waits for whom
   * @param more what is not drawn, in words; empty if all is
   * @param waits what stands beside an arrow
   */
  record Target(
      String title, String note, List<Sleeper> threads, List<Held> held, List<Store> stores,
      List<Arrow> arrows, String more, String waits) {
    Target {
      threads = List.copyOf(threads);
      held = List.copyOf(held);
      stores = List.copyOf(stores);
      arrows = List.copyOf(arrows);
    }

    /** Which of the threads it is, or -1. */
    int thread(String id) {
      return threads.stream().map(Sleeper::id).toList().indexOf(id);
    }

    /** Which of the commands it is, or -1. */
    int command(String id) {
      return held.stream().map(Held::id).toList().indexOf(id);
    }
  }

  /**
   * A thread of the target.
   *
   * @param id unique in the picture
   * @param letter of its state
   * @param name as {@code ps} shows it
   * @param since for how long it has been in D; empty if it is not
   * @param what in words: what it cannot do, or that it waits for work
   * @param stack where it sleeps, innermost first
   * @param stuck nobody can wake it
   */
  record Sleeper(
      String id, String letter, String name, String since, String what, List<String> stack,
      boolean stuck) {
    Sleeper {
      stack = List.copyOf(stack);
    }

    /** Lines of its stack that say something: how every kernel thread begins does not. */
    int lines() {
      return Math.max(0, stack.size() - 2);
    }
  }

  /**
   * A command on the target, and the bio that its backstore has.
   *
   * @param id unique in the picture
   * @param command the initiator's command, or -1 if that is gone there
   * @param device index of its device
   * @param shape how it stands with the initiator
   * @param tag what is written in its token
   * @param title what it is
   * @param references who still has it, in words that take less and less room
   * @param note why nobody can take it back
   * @param bio what the backstore has
   * @param since since when, and for how long
   * @param age for how long
   * @param held the backstore keeps it
   */
  record Held(
      String id, int command, int device, TokenShape shape, String tag, String title,
      List<String> references, String note, String bio, String since, String age,
      boolean held) {
    Held {
      references = List.copyOf(references);
    }
  }

  /** A backstore: its name, how it is, whether it keeps a request. */
  record Store(String id, int device, String name, String state, boolean holds) {}

  /**
   * One waits for the other.
   *
   * @param from who waits
   * @param to whom it waits for
   */
  record Arrow(String from, String to) {}

  /**
   * The kernel logs of the two machines.
   *
   * @param head what stands above either
   * @param left the last lines of the initiator's
   * @param right the last lines of the target's
   * @param missing a line of the target's that one would expect and that is not there, in words
   */
  record Logs(String head, List<Printed> left, List<Printed> right, String missing) {
    static final Logs NONE = new Logs("", List.of(), List.of(), "");

    Logs {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }

  /** A line of a kernel log, and when it was printed. */
  record Printed(String when, String line) {}

  /** What one of its things is, for whoever asks. */
  record Note(String id, String name, Explanation what) {}
}
