package unjam.analysis;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unjam.analysis.WaitGraph.Edge;
import unjam.analysis.WaitGraph.Kind;
import unjam.analysis.WaitGraph.Node;
import unjam.reading.ProcessLine.State;

/** A graph of who waits for whom while it is made. */
final class WaitDraft {

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Set<Edge> edges = new LinkedHashSet<>();

  boolean has(String id) {
    return nodes.containsKey(id);
  }

  Set<String> ids() {
    return nodes.keySet();
  }

  String put(Node node) {
    nodes.putIfAbsent(node.id(), node);
    return node.id();
  }

  void waits(String from, String to) {
    edges.add(new Edge(from, to, false));
  }

  /**
   * Something waits for a disk.
   *
   * @param owned only the disk can end it
   */
  void waitsForDisk(String from, String to, boolean owned) {
    edges.add(new Edge(from, to, owned));
  }

  /** A process or a thread of a kernel. */
  static Node thread(
      String id, Kind kind, String name, State letter, String where, long since) {
    return new Node(
        id, kind, name, where, Optional.of(letter), Optional.empty(), since, -1, -1);
  }

  WaitGraph done(int more) {
    return new WaitGraph(List.copyOf(nodes.values()), List.copyOf(edges), more);
  }
}
