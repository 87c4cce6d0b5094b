package unjam.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.projection.EhStep;
import unjam.reading.ProcessLine.State;

/**
 * Who waits for whom at an instant.
 *
 * @param nodes who waits or is waited for; who waits longest first
 * @param edges from who waits to what it waits for
 * @param more how many more processes wait
 */
public record WaitGraph(List<Node> nodes, List<Edge> edges, int more) {

  public WaitGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** What can wait or be waited for. */
  public enum Kind {
    PROCESS,
    COMMAND,
    /** A shut gate; nothing passes. */
    GATE,
    ABORT_WORKER,
    ERROR_HANDLER,
    /** A callback of the driver that has not come back. */
    CALL,
    /** A pause of the kernel's own. */
    PAUSE,
    /** A lost session: somebody has to log in again. */
    SESSION,
    /** A thread of the machine at the other end. */
    TARGET_THREAD,
    /** What a backstore has. */
    BIO,
    DISK
  }

  /**
   * Who waits or is waited for.
   *
   * @param id unique in the graph
   * @param kind what it is
   * @param name as the kernel names it; empty if it has no name
   * @param where the kernel function in which it waits, or its state; empty if there is none
   * @param state its letter, if it is a thread or a process
   * @param step what the error handler has begun, for a call or a pause
   * @param sinceNanos since when, or -1 if that is not known
   * @param command id of the command that it is about, or -1
   * @param device index of the device that it is about, or -1
   */
  public record Node(
      String id,
      Kind kind,
      String name,
      String where,
      Optional<State> state,
      Optional<EhStep> step,
      long sinceNanos,
      int command,
      int device) {}

  /**
   * One waits for the other.
   *
   * @param from id of who waits
   * @param to id of what it waits for
   * @param owned the slow disk owns it: it ends only when that disk does something
   */
  public record Edge(String from, String to, boolean owned) {}

  public Optional<Node> node(String id) {
    return nodes.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** What a node waits for. */
  public List<String> waitsFor(String id) {
    return edges.stream().filter(each -> each.from().equals(id)).map(Edge::to).toList();
  }

  /** Everything that a node waits for in the end, itself not counted. */
  public List<String> inTheEnd(String id) {
    List<String> seen = new ArrayList<>(List.of(id));
    for (int i = 0; i < seen.size(); i++) {
      waitsFor(seen.get(i)).stream().filter(each -> !seen.contains(each)).forEach(seen::add);
    }
    return seen.subList(1, seen.size());
  }
}
