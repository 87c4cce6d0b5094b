package unjam.kernel.core;

import java.util.ArrayList;
import java.util.List;

/** Those who wait for a line of the kernel log; each is told once. */
public final class PrintkListeners {

  private record Listener(String text, Runnable action) {}

  private final List<Listener> waiting = new ArrayList<>();

  /**
   * Runs {@code action} when a line that contains {@code text} is printed for the first time from
   * now on.
   */
  public void onLine(String text, Runnable action) {
    waiting.add(new Listener(text, action));
  }

  void heard(String line) {
    if (waiting.isEmpty()) {
      return;
    }
    List<Listener> matching =
        waiting.stream().filter(listener -> line.contains(listener.text())).toList();
    waiting.removeAll(matching);
    matching.forEach(listener -> listener.action().run());
  }
}
