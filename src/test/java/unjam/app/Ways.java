package unjam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import unjam.analysis.Mark;
import unjam.app.Action.Grain;
import unjam.app.Action.Step;
import unjam.catalog.Catalog;
import unjam.engine.Prng;
import unjam.engine.SimTime;
import unjam.playback.Cursor;
import unjam.playback.Pace;
import unjam.playback.Playback;
import unjam.trace.Trace;

/**
 * Every way in which a person gets to a place of a run, as actions.
 *
 * <p>A place is an instant and the last event that has happened. Jumping to an instant stands after
 * everything that happens at it, and so does playing; stepping also stands between two events of
 * one instant, and never between two instants.
 */
public final class Ways {

  private static final Map<String, OpenRun> KEPT = new TreeMap<>();
  private static final Pace AS_ON_THE_WALL = new Pace.Constant(SimTime.NANOS_PER_SECOND);

  private final OpenRun run;
  private final Trace trace;
  private final Prng chance;

  public Ways(OpenRun run, long seed) {
    this.run = run;
    trace = run.trace();
    chance = new Prng(seed).stream(run.title());
  }

  /** A scenario of the catalog, run once for all tests of a class. */
  public static OpenRun run(String scenario) {
    return KEPT.computeIfAbsent(
        scenario,
        name ->
            SimulationService.openNow(Catalog.ofClassPath(), name).orElseThrow());
  }

  /** Instants where pictures might differ: at events, beside them, at marks, and anywhere. */
  public List<Long> instants(int count) {
    TreeSet<Long> instants = new TreeSet<>();
    List<Mark> marks = run.marks().all();
    while (instants.size() < count) {
      long event = trace.nanos((int) chance.nextLong(trace.size()));
      instants.add(event);
      instants.add(Math.max(0, event - 1));
      instants.add(chance.nextLong(trace.endNanos()));
      if (!marks.isEmpty()) {
        instants.add(marks.get((int) chance.nextLong(marks.size())).nanos());
      }
    }
    return List.copyOf(instants);
  }

  /** Just opened and paused. */
  public Session opened() {
    return Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH))
        .after(new Action.RunFinished(0, run), new Action.Pause());
  }

  public List<Action> jump(long instant) {
    return List.of(new Action.JumpTo(instant));
  }

  /** Plays at the automatic pace as far as it does not overshoot, and then as on the wall. */
  public List<Action> play(long instant) {
    List<Action> all = new ArrayList<>();
    all.add(new Action.ToStart());
    all.add(new Action.Play());
    Playback now = Playback.at(run.steps().start()).started();
    while (true) {
      long wall = 1 + chance.nextLong(Playback.LONGEST_TICK);
      Playback next = now.ticked(wall, run.pace(), trace);
      if (next.at().nanos() > instant || !next.playing()) {
        break;
      }
      all.add(new Action.Tick(wall));
      now = next;
    }
    all.add(new Action.SetPace(AS_ON_THE_WALL));
    for (long left = instant - now.at().nanos(); left > 0; ) {
      long wall = Math.min(left, 1 + chance.nextLong(Playback.LONGEST_TICK));
      all.add(new Action.Tick(wall));
      left -= wall;
    }
    all.add(new Action.Pause());
    all.add(new Action.SetPace(Pace.AUTOMATIC));
    return all;
  }

  /** Steps event by event from the start until a place. */
  public List<Action> step(Cursor to) {
    List<Action> all = new ArrayList<>();
    all.add(new Action.ToStart());
    for (int seq = run.steps().start().seq(); seq < to.seq(); seq++) {
      all.add(new Step(Grain.EVENT, true));
    }
    return all;
  }

  /** Steps back event by event until a place, from so many events later. */
  public List<Action> stepBack(Cursor to, int later) {
    int from = Math.min(trace.size() - 1, to.seq() + later);
    List<Action> all = new ArrayList<>();
    all.add(new Action.GoTo(Cursor.after(trace, from)));
    for (int seq = from; seq > to.seq(); seq--) {
      all.add(new Step(Grain.EVENT, false));
    }
    return all;
  }

  /** Here and there, and nothing stays of it: other grains, other commands, other windows. */
  public List<Action> wander() {
    List<Action> all = new ArrayList<>();
    Grain[] grains = Grain.values();
    for (int i = 0; i < 12; i++) {
      all.add(new Action.JumpTo(chance.nextLong(trace.endNanos() + 1)));
      all.add(new Action.Select((int) chance.nextLong(trace.commands() + 1) - 1));
      all.add(new Step(grains[(int) chance.nextLong(grains.length)], chance.nextLong(2) == 0));
      all.add(new Action.Hover((int) chance.nextLong(trace.commands())));
      long from = chance.nextLong(trace.endNanos());
      TimeWindow window = TimeWindow.between(from, from + 3_000_000_000L, trace.endNanos());
      all.add(new Action.SetDesk(Desk.FIRST.with(TimeDesk.FIRST.with(window))));
      all.add(new Action.RunOn(chance.nextLong(2) == 0));
      all.add(new Action.SetDesk(Desk.FIRST.with(Panel.values()[i % Panel.values().length])));
    }
    all.add(new Action.Select(-1));
    all.add(new Action.SetDesk(Desk.FIRST));
    return all;
  }
}
