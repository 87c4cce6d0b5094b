package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.control.TokenShape;

/**
 * What is on the stage at an instant, without any pixel: equal instants give equal pictures.
 *
 * @param lanes one for each disk
 * @param tokens commands on the path
 * @param gates one for each host
 * @param running who runs on the path, if somebody does
 * @param stops names of the stations
 * @param ehAsks lane of the disk that the error handler asks or resets, with what it sent
 */
public record StagePicture(
    List<Lane> lanes,
    List<OnPath> tokens,
    List<Gate> gates,
    Optional<Running> running,
    List<StopName> stops,
    Optional<EhAsks> ehAsks) {

  /** Commands that are drawn at one place; of the others there is a number. */
  public static final int MOST_AT_ONE_PLACE = 4;

  static final StagePicture EMPTY =
      new StagePicture(
          List.of(), List.of(), List.of(), Optional.empty(), List.of(), Optional.empty());

  public StagePicture {
    lanes = List.copyOf(lanes);
    tokens = List.copyOf(tokens);
    gates = List.copyOf(gates);
    stops = List.copyOf(stops);
  }

  /** All that the map without its commands and words depends on. */
  Object map() {
    List<Object> disks = new ArrayList<>();
    lanes.forEach(each -> disks.add(List.of(each.host(), each.health(), each.subject())));
    List<Integer> lit =
        tokens.stream().filter(OnPath::subject).map(OnPath::lane).distinct().toList();
    List<Object> shut = new ArrayList<>();
    gates.forEach(each -> shut.add(List.of(each.host(), each.shut())));
    Optional<Stop> runs = running.map(Running::stop);
    List<Stop> named = stops.stream().map(StopName::stop).toList();
    return List.of(disks, lit, shut, runs, named, ehAsks);
  }

  /** All that the commands depend on. */
  Object traffic() {
    return List.of(tokens, ehAsks, lanes.size());
  }

  /**
   * One disk and the line through it.
   *
   * @param host number of its host
   * @param name such as {@code sda}
   * @param address such as {@code 0:0:0:0}
   * @param health how it is
   * @param note that in a word
   * @param process letter of the process that reads from it
   * @param answered IOs that ended well
   * @param failed IOs that ended with an error
   * @param subject the picture is about it
   */
  public record Lane(
      int host, String name, String address, Health health, String note, String process,
      int answered, int failed, boolean subject) {}

  /**
   * A command on the path.
   *
   * @param command its id
   * @param lane index of its lane
   * @param at its place: a station's number, and how far to the next one
   * @param rank how many others stand at the same place before it
   * @param shape its silhouette
   * @param tag what is written inside
   * @param timeLeft part of its timeout that is left, 1 to 0
   * @param subject the picture is about it
   * @param dimmed the picture is about another one
   */
  public record OnPath(
      int command, int lane, double at, int rank, TokenShape shape, String tag, double timeLeft,
      boolean subject, boolean dimmed) {}

  /**
   * A host's gate.
   *
   * @param host its number
   * @param shut nothing goes down
   * @param title its state in words
   * @param waiting how many commands wait above it, in words; empty if none do
   * @param waitingNote what that means for them
   */
  public record Gate(
      int host, boolean shut, String title, String waiting, String waitingNote) {}

  /** Who runs, at which station. */
  public record Running(Stop stop, Runner runner, String name) {}

  /** The name of a station in the trace's kernel. */
  public record StopName(Stop stop, String name, String note) {}

  /**
   * What the error handler has sent past the gate.
   *
   * @param lane of the disk it is about
   * @param sent what it is, in a word
   * @param toDisk it goes to that disk; a reset of the host stops at the adapter
   */
  public record EhAsks(int lane, String sent, boolean toDisk) {}
}
