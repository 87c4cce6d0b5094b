package unjam.app.tale;

import java.util.List;
import unjam.analysis.CostCard;
import unjam.analysis.CostReader;
import unjam.app.Findings;
import unjam.app.OpenRun;

/** Tells a run. How long that takes depends on what happens in it, not on how often. */
public final class TaleReader {

  private TaleReader() {}

  /** Reads a run. */
  public static Tale of(OpenRun run) {
    return of(
        run,
        run.found()
            .map(Findings::cost)
            .orElseGet(() -> CostReader.of(run.timeline(), run.passes())));
  }

  /** Reads a run of which it is known what it cost. */
  public static Tale of(OpenRun run, CostCard cost) {
    Cast cast = new Cast(run);
    List<Happening> happenings = Happenings.of(run, cast);
    BriefTale brief = new BriefTale(run, cast, cost);
    return new Tale(
        new OneSentence(run, cast, cost).told(),
        brief.told(happenings),
        new FullTale(run, cast).told(brief.opening(), happenings));
  }
}
