package unjam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unjam.analysis.CostCard;
import unjam.app.Narrator.Word;
import unjam.scsi.Knob;
import unjam.scsi.Scope;

/**
 * The runs that are compared, from left to right: what was kept at a fork, the run that is worked
 * on, and what another policy would have made of it. Immutable.
 *
 * @param all at least the run that is worked on
 * @param own its place among them
 */
public record Futures(List<Future> all, int own) {

  public Futures {
    all = List.copyOf(all);
  }

  /**
   * One of them.
   *
   * @param name its name
   * @param run what happened
   * @param rival its place among the session's rivals, or -1 for the run that is worked on
   */
  public record Future(Word name, OpenRun run, int rival) {

    /** What it cost, once it is known. */
    public Optional<CostCard> cost() {
      return run.found().map(Findings::cost);
    }

    /** The settings at an instant, each with its value, or with an ellipsis if disks differ. */
    String value(Knob knob, long nanos) {
      PolicyBoard board =
          PolicyBoard.of(run.timeline().at(nanos), new Scope.Machine());
      List<String> values = board.values(knob);
      return values.size() == 1 ? values.getFirst() : String.join("/", values);
    }
  }

  /** Everything that is compared in a session; empty if nothing is open. */
  public static Optional<Futures> of(Session session) {
    return session.open().map(run -> of(session, run));
  }

  private static Futures of(Session session, OpenRun run) {
    List<Future> left = new ArrayList<>();
    List<Future> right = new ArrayList<>();
    Word own = new Word("future.own");
    for (int i = 0; i < session.rivals().size(); i++) {
      Rival rival = session.rivals().get(i);
      switch (rival.kind()) {
        case FORK -> left.add(new Future(new Word("future.fork"), rival.run(), i));
        case SETTING ->
            right.add(
                new Future(new Word("future.setting", rival.policy()), rival.run(), i));
        case POLICY -> {
          right.add(new Future(key(rival.policy()), rival.run(), i));
          own = left.isEmpty() && !rival.own().isEmpty() ? key(rival.own()) : own;
        }
      }
    }
    int place = left.size();
    left.add(new Future(own, run, -1));
    left.addAll(right);
    return new Futures(left, place);
  }

  private static Word key(String policy) {
    return new Word("future." + policy.replace('-', '_'));
  }

  /** Whether these are the very same runs with the same names; cheap, unlike comparing runs. */
  public boolean same(Futures other) {
    return all.size() == other.all.size()
        && IntStream.range(0, all.size())
            .allMatch(
                i ->
                    all.get(i).run() == other.all.get(i).run()
                        && all.get(i).name().equals(other.all.get(i).name()));
  }

  /** Settings that are not the same everywhere at an instant, those asked for most first. */
  public List<Knob> differing(long nanos) {
    return PolicyBoard.KNOBS.stream()
        .filter(
            knob ->
                all.stream().map(each -> each.value(knob, nanos)).distinct().count() > 1)
        .toList();
  }

  /** A setting's value in one of them at an instant. */
  public String value(int future, Knob knob, long nanos) {
    return all.get(future).value(knob, nanos);
  }

  /** The end of the longest, in nanoseconds. */
  public long endNanos() {
    return all.stream().mapToLong(each -> each.run().trace().endNanos()).max().orElse(0);
  }
}
