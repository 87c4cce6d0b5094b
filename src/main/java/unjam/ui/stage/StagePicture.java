package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.control.StageLook;
import unjam.ui.control.TokenShape;

/**
 * What is on the stage at an instant, without any pixel: equal instants give equal pictures.
 *
 * @param look how much is shown, and how large
 * @param disks how many disks there are
 * @param lanes the lines, outermost first
 * @param tokens commands that are drawn one by one
 * @param crowds commands of which there is a number
 * @param gates one for each host that has a line
 * @param running who runs on the path, if somebody does
 * @param stops names of the stations
 * @param ehAsks the line that the error handler asks or resets, with what it sent
 * @param applications what is said beside the processes
 * @param answers what is said beside the counts of answers: their sum, and a note
 * @param driver name of the hosts' driver
 */
public record StagePicture(
    StageLook look,
    int disks,
    List<Lane> lanes,
    List<OnPath> tokens,
    List<Crowd> crowds,
    List<Gate> gates,
    Optional<Running> running,
    List<StopName> stops,
    Optional<EhAsks> ehAsks,
    Caption applications,
    Caption answers,
    String driver) {

  static final StagePicture EMPTY =
      new StagePicture(
          StageLook.PLAIN, 1, List.of(), List.of(), List.of(), List.of(), Optional.empty(),
          List.of(), Optional.empty(), Caption.NONE, Caption.NONE, "");

  public StagePicture {
    lanes = List.copyOf(lanes);
    tokens = List.copyOf(tokens);
    crowds = List.copyOf(crowds);
    gates = List.copyOf(gates);
    stops = List.copyOf(stops);
  }

  /** What the layout has to know about the lines. */
  List<Track> tracks() {
    return lanes.stream()
        .map(each -> new Track(each.host(), each.isBundle(), each.squares()))
        .toList();
  }

  /** Most commands that stand at one place, a number among them counted as one. */
  int slots() {
    int most = 1;
    for (OnPath each : tokens) {
      most = Math.max(most, each.rank() + 1);
    }
    for (Crowd each : crowds) {
      most = Math.max(most, each.rank() + 1);
    }
    return most;
  }

  /** All that the map without its commands and words depends on. */
  Object map() {
    List<Object> lines = new ArrayList<>();
    lanes.forEach(
        each ->
            lines.add(
                List.of(
                    each.host(), each.health(), each.subject(), each.members(),
                    each.blocked().isEmpty(), each.process())));
    List<Object> shut = new ArrayList<>();
    gates.forEach(each -> shut.add(List.of(each.host(), each.shut(), each.blocked().isEmpty())));
    List<Stop> named = stops.stream().map(StopName::stop).toList();
    return List.of(look, lines, shut, named, ehAsks, path());
  }

  /** The command whose way is lit, if one is selected. */
  Optional<OnPath> path() {
    return tokens.stream().filter(OnPath::subject).findFirst();
  }

  /** All that the commands and the mark of who runs depend on. */
  Object traffic() {
    Optional<Stop> runs = running.map(Running::stop);
    return List.of(look, tokens, crowds, runs, ehAsks, tracks());
  }

  /**
   * A line: one disk, or many that have nothing to tell.
   *
   * @param host number of its host
   * @param device index of the disk, or -1 for many
   * @param name such as {@code sda}, or how many there are
   * @param address such as {@code 0:0:0:0}
   * @param health how it is; of many the worst
   * @param note that in a word
   * @param process letter of the process that waits for it
   * @param answered IOs that ended well
   * @param failed IOs that ended with an error
   * @param subject the picture is about it
   * @param blocked the counter that keeps commands from the disk, in words; empty if none does
   * @param members the disks that share the line, worst first; empty for a disk of its own
   * @param drawnAll each of them is drawn as a square
   */
  public record Lane(
      int host, int device, String name, String address, Health health, String note,
      String process, int answered, int failed, boolean subject, String blocked,
      List<Member> members, boolean drawnAll) {
    public Lane {
      members = List.copyOf(members);
    }

    /** Disks that are drawn as squares. */
    int squares() {
      return drawnAll ? members.size() : 0;
    }

    /** Many disks share it. */
    boolean isBundle() {
      return !members.isEmpty();
    }
  }

  /** A disk that shares its line with others. */
  public record Member(int device, String name, Health health) {}

  /**
   * A command on the path.
   *
   * @param command its id
   * @param lane index of its line
   * @param at its place: a station's number, and how far to the next one
   * @param rank how many others stand at the same place before it
   * @param shape its silhouette
   * @param tag what is written inside
   * @param timeLeft part of its timeout that is left, 1 to 0
   * @param subject a person follows it
   * @param dimmed a person follows another one
   * @param lifted the pointer is on it, here or elsewhere
   * @param small one of so many that only its place is drawn
   */
  public record OnPath(
      int command, int lane, double at, int rank, TokenShape shape, String tag, double timeLeft,
      boolean subject, boolean dimmed, boolean lifted, boolean small) {}

  /**
   * Commands that stand at one place and are not drawn one by one.
   *
   * @param lane index of their line
   * @param at number of the station
   * @param rank how many are drawn before them
   * @param count how many they are
   * @param shares how many of them have which silhouette
   * @param whole nobody of this place is drawn alone: a capsule with a bar, else a stack
   */
  public record Crowd(
      int lane, int at, int rank, int count, List<Share> shares, boolean whole) {
    public Crowd {
      shares = List.copyOf(shares);
    }
  }

  /** So many commands of a crowd have this silhouette. */
  public record Share(TokenShape shape, int count) {}

  /**
   * A host's gate.
   *
   * @param host its number
   * @param shut nothing goes down
   * @param title its state in words
   * @param waiting how many commands wait above it, in words; empty if none do
   * @param waitingNote what that means for them
   * @param budget how many commands the host has, and may have
   * @param blocked the counter that keeps commands from the host, in words; empty if none does
   * @param behind the commands that wait, by name
   */
  public record Gate(
      int host, boolean shut, String title, String waiting, String waitingNote, String budget,
      String blocked, List<String> behind) {
    public Gate {
      behind = List.copyOf(behind);
    }
  }

  /** Who runs, at which station. */
  public record Running(Stop stop, Runner runner, String name) {}

  /** The name of a station in the trace's kernel. */
  public record StopName(Stop stop, String name, String note) {}

  /**
   * Two lines of words.
   *
   * @param heads the first line, in words that take less and less room
   * @param notes the second line, likewise
   */
  public record Caption(List<String> heads, List<String> notes) {
    static final Caption NONE = new Caption(List.of(), List.of());

    public Caption {
      heads = List.copyOf(heads);
      notes = List.copyOf(notes);
    }
  }

  /**
   * What the error handler has sent past the gate.
   *
   * @param lane index of the line of the disk it is about
   * @param device index of that disk
   * @param sent what it is, in a word
   * @param toDisk it goes to that disk; a reset of the host stops at the adapter
   */
  public record EhAsks(int lane, int device, String sent, boolean toDisk) {}
}
