package unjam.app.tale;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import unjam.analysis.EhPass;
import unjam.analysis.Rung;
import unjam.analysis.RungTry;
import unjam.app.Narration.Phrases;
import unjam.app.Narration.Sentence;
import unjam.app.tale.Happening.Kind;

/** One recovery of a host: what was tried, and what came of it. */
final class Climb {

  /** More phrases than this nobody can follow. */
  private static final int MOST = 7;

  private static final String SUCCESS = "SUCCESS";

  /** How a try ended; the word is part of a key. */
  private enum End {
    FAILS,
    VAIN,
    HELPS,
    GAVE_UP,
    OPEN
  }

  /** Tries that ended alike, one after the other. */
  private record Same(List<Rung> rungs, End end, int times) {
    Same and(Rung rung) {
      List<Rung> more = new ArrayList<>(rungs);
      if (!more.contains(rung)) {
        more.add(rung);
      }
      return new Same(List.copyOf(more), end, times + 1);
    }
  }

  private final EhPass pass;
  private final Cast cast;

  Climb(EhPass pass, Cast cast) {
    this.pass = pass;
    this.cast = cast;
  }

  /** What libata does has no marks of its own. */
  List<Happening> steps() {
    List<Happening> steps = new ArrayList<>();
    for (RungTry each : pass.tries()) {
      if (each.rung().ofLibata()) {
        String rung = rung(each.rung());
        String end = end(each).name().toLowerCase(Locale.ROOT);
        steps.add(
            new Happening(
                Kind.TRY, end, rung + end, each.seq(), each.start(), -1, disk(each),
                List.of(Sentence.of("tell.rung." + rung), "")));
      }
    }
    return steps;
  }

  /** All of it in a line; empty if nothing was tried. */
  Optional<Happening> told() {
    List<Same> all = same();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Set<String> disks = new LinkedHashSet<>();
    pass.tries().forEach(each -> disks.add(disk(each)));
    Object who = Cast.listing(disks);
    List<Sentence> phrases = new ArrayList<>();
    for (Same each : all.subList(0, Math.min(MOST, all.size()))) {
      phrases.add(phrase(each, who));
    }
    if (all.size() > MOST) {
      phrases.add(Sentence.of("tell.phrase.more", all.size() - MOST));
    }
    RungTry first = pass.tries().getFirst();
    return Optional.of(
        new Happening(
            Kind.LADDER, "", all.toString(), first.seq(), first.start(), -1,
            "host" + pass.host(), List.of(who, new Phrases(phrases))));
  }

  private static Sentence phrase(Same same, Object disks) {
    String end = same.end().name().toLowerCase(Locale.ROOT);
    List<Sentence> names =
        same.rungs().stream().map(each -> Sentence.of("tell.rung." + rung(each))).toList();
    Object rungs =
        names.size() == 1
            ? names.getFirst()
            : Sentence.of(
                "tell.and", new Phrases(names.subList(0, names.size() - 1)), names.getLast());
    Sentence phrase = Sentence.of("tell.phrase." + end, rungs, disks, names.size());
    return same.times() == same.rungs().size()
        ? phrase
        : Sentence.of("tell.phrase.often", phrase, same.times());
  }

  private List<Same> same() {
    List<Same> all = new ArrayList<>();
    for (RungTry each : pass.tries()) {
      boolean silent = each.rung() == Rung.AUTOPSY || each.rung() == Rung.REVALIDATE;
      End end = end(each);
      if (silent && end != End.FAILS) {
        continue;
      }
      if (!all.isEmpty() && all.getLast().end() == end) {
        all.add(all.removeLast().and(each.rung()));
      } else {
        all.add(new Same(List.of(each.rung()), end, 1));
      }
    }
    return all;
  }

  private static End end(RungTry one) {
    return switch (one.rung()) {
      case OFFLINE, DISABLE -> End.GAVE_UP;
      case AUTOPSY -> End.HELPS;
      case LINK_RESET, REVALIDATE ->
          one.answerSeq() < 0 ? End.OPEN : one.worked() ? End.HELPS : End.FAILS;
      case START_UNIT -> one.cured() > 0 ? End.HELPS : End.VAIN;
      case LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET ->
          one.answer().isEmpty()
              ? End.OPEN
              : !one.answer().get().text().equals(SUCCESS)
                  ? End.FAILS
                  : one.cured() > 0 ? End.HELPS : End.VAIN;
    };
  }

  private static String rung(Rung rung) {
    return rung.name().toLowerCase(Locale.ROOT);
  }

  private String disk(RungTry one) {
    return one.device() < 0 ? "host" + pass.host() : cast.disk(one.device());
  }
}
