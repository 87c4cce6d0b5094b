package unjam.ui.ladder;

import java.util.List;
import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.text.TextSize;
import unjam.ui.text.TextSize.Voice;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** Puts the words of the error handler's half in their places; what does not fit is not there. */
final class LadderWords {

  private final TextLayer words;
  private final LadderLayout at;
  private final LadderPicture picture;
  private final Texts texts;

  LadderWords(TextLayer words, LadderLayout at, LadderPicture picture, Texts texts) {
    this.words = words;
    this.at = at;
    this.picture = picture;
    this.texts = texts;
  }

  void say() {
    words.begin();
    heads();
    for (int i = 0; !picture.look().presenter() && i < picture.steps().size(); i++) {
      step(i, picture.steps().get(i));
    }
    for (int i = 0; i < picture.rungs().size(); i++) {
      rung(i, picture.rungs().get(i));
    }
    picture.lit().ifPresent(this::lit);
    if (!picture.look().presenter()) {
      picture.asks().ifPresent(this::asks);
    }
    words.end();
  }

  private static boolean fits(String text, double size, Voice voice, double room) {
    return TextSize.width(text, size, voice) <= room;
  }

  private void heads() {
    double size = at.grid().caption();
    boolean alone = picture.isIdle() && !picture.look().presenter();
    double room = (alone ? at.hitsX() : at.left()) - at.stepX();
    if (!picture.look().presenter()
        && fits(picture.heads().steps(), size, Voice.STRONG, room)) {
      words.put("steps-head", picture.heads().steps(), Anchor.LEFT, at.stepX() - 12, at.headY(),
          Styles.CAPTION, Styles.HEAD);
    }
    boolean whole =
        picture.look().functions()
            && fits(picture.heads().ladder(), size, Voice.STRONG, at.hitsX() - at.left() - 8);
    if (!alone) {
      words.put("ladder-head", whole ? picture.heads().ladder() : picture.heads().shortLadder(),
          Anchor.LEFT, at.left() - 2, at.headY(), Styles.CAPTION, Styles.HEAD);
    }
    words.put("hits-head", texts.of("ladder.hits"), Anchor.LEFT, at.hitsX(), at.headY(),
        Styles.CAPTION, Styles.HEAD);
    letters(picture.letters());
  }

  private void letters(List<String> letters) {
    int disks = letters.size();
    double pitch = at.hitPitch(disks);
    if (disks > LadderView.MOST_SQUARES || at.hitsInRow(disks) < disks
        || letters.stream().anyMatch(
            each -> !fits(each, at.grid().caption(), Voice.MONO, pitch - 1))) {
      return;
    }
    for (int i = 0; i < disks; i++) {
      words.put(
          "hit-letter-" + i, letters.get(i), Anchor.MIDDLE,
          at.hitsX() + i * pitch + at.square(disks) / 2, at.lettersY(), Styles.NUMBER,
          Styles.QUIET);
    }
  }

  private void step(int index, LadderPicture.Step step) {
    double x = at.stepTextX();
    double room = at.stepRoom();
    double y = at.stepY(index) - 2;
    double line = at.grid().line();
    boolean idle = step.phase() == LadderPicture.Phase.IDLE;
    double gap = step.token().isPresent() ? 18 : 0;
    words.put("step-" + index, step.title(), Anchor.LEFT, x, y,
        idle && index > 0 ? Styles.BODY : Styles.LABEL);
    double title = TextSize.width(step.title(), at.grid().label(), Voice.STRONG);
    double when = TextSize.width(step.when(), at.grid().mono(), Voice.MONO);
    boolean beside = at.grid().wide() && title + when + 10 <= room - gap;
    int lines = 1;
    if (beside && !step.when().isEmpty()) {
      words.put("step-when-" + index, step.when(), Anchor.RIGHT, x + room - gap, y,
          Styles.NUMBER);
    }
    if (picture.look().functions()
        && fits(step.function(), at.grid().mono(), Voice.MONO, room)) {
      words.put("step-fn-" + index, step.function(), Anchor.LEFT, x, y + line, Styles.FUNCTION,
          idle ? Styles.QUIET : Styles.PLAIN);
      lines++;
    }
    if (!beside && !step.when().isEmpty() && lines < at.stepLines()) {
      words.put("step-when-" + index, step.when(), Anchor.LEFT, x, y + lines * line,
          Styles.NUMBER);
      lines++;
    }
    for (int i = 0; picture.look().queues() && i < step.notes().size(); i++) {
      if (lines < at.stepLines()
          && fits(step.notes().get(i), at.grid().caption(), Voice.SANS, room)) {
        words.put("step-note-" + index + "-" + i, step.notes().get(i), Anchor.LEFT, x,
            y + lines * line, Styles.CAPTION);
        lines++;
      }
    }
  }

  private void rung(int index, LadderPicture.RungView rung) {
    if (rung.hits().size() > LadderView.MOST_SQUARES) {
      words.put("hits-" + rung.rung(),
          texts.of("ladder.hurt", rung.hurt().size(), rung.hits().size()), Anchor.LEFT,
          at.hitsX(), LadderPainter.hitsY(at, index, rung) + 4, Styles.NUMBER);
    }
    if (rung.status() == LadderPicture.Status.LIT) {
      return;
    }
    double size = at.grid().label();
    double x = at.left() + (at.grid().wide() ? 12 : 10);
    boolean faint =
        switch (rung.status()) {
          case MISSING, SKIPPED -> true;
          case TO_COME, LIT, WORKED, FAILED -> false;
        };
    if (faint && at.isTight()) {
      return;
    }
    boolean function = picture.look().functions() && at.functionsFit()
        && rung.status() != LadderPicture.Status.SKIPPED;
    double bar = at.rungY(index);
    double above = picture.look().presenter() ? 0.38 : 0.5;
    double y = function ? bar - at.grid().mono() * 1.75 : bar - size * above;
    boolean below = index < litIndex();
    double end = below ? at.trackX() - 8 : at.right() - (at.grid().wide() ? 12 : 10);
    words.put("rung-" + rung.rung(), rung.name(), Anchor.LEFT, x, y,
        faint || at.pitch() < size * 1.5 ? Styles.CAPTION : Styles.RUNG);
    if (function && fits(rung.function(), at.grid().mono(), Voice.MONO, at.right() - x - 4)) {
      words.put("rung-fn-" + rung.rung(), rung.function(), Anchor.LEFT, x,
          bar - at.grid().mono() * 0.5, Styles.FUNCTION, Styles.QUIET);
    }
    double name = TextSize.width(rung.name(), size, Voice.STRONG);
    if (!rung.note().isEmpty() && picture.look().queues()
        && fits(rung.note(), at.grid().caption(), Voice.SANS, end - x - name - 8)) {
      words.put("rung-note-" + rung.rung(), rung.note(), Anchor.RIGHT, end, y, Styles.CAPTION);
    }
  }

  private int litIndex() {
    for (int i = 0; i < picture.rungs().size(); i++) {
      if (picture.rungs().get(i).status() == LadderPicture.Status.LIT) {
        return i;
      }
    }
    return -1;
  }

  private void lit(LadderPicture.Lit lit) {
    double x = at.left() - at.boxMargin() + 16;
    double right = at.right() + at.boxMargin() - 14;
    double y = at.boxTop();
    double h = at.boxHeight() * (at.isBoxBrief() ? 1.5 : 1);
    double room = right - x - 18;
    String name = litName();
    double title = TextSize.width(name, at.grid().title() * 1.13, Voice.STRONG);
    double time = TextSize.width(lit.time(), at.grid().mono() * 1.17, Voice.MONO);
    words.put("lit", name, Anchor.LEFT, x, y + h * 0.4, Styles.RUNG_TITLE);
    if (title + time + 8 <= right - x) {
      words.put("lit-time", lit.time(), Anchor.RIGHT, right, y + h * 0.4, Styles.NUMBER,
          Styles.SUBJECT);
    }
    if (at.isBoxBrief()) {
      return;
    }
    if (picture.look().presenter()) {
      String one = lit.asked().map(LadderPicture.Asked::note).orElse(lit.reset());
      if (fits(one, at.grid().body(), Voice.SANS, room)) {
        words.put("lit-reset", one, Anchor.LEFT, x, y + h * 0.72, Styles.BODY);
      }
      return;
    }
    if (fits(lit.reset(), at.grid().body(), Voice.SANS, room)) {
      words.put("lit-reset", lit.reset(), Anchor.LEFT, x + 18, y + h * 0.61, Styles.BODY);
    }
    lit.asked().ifPresent(each -> asked(each, x + 18, y + h * 0.815, room));
  }

  private String litName() {
    return picture.rungs().stream()
        .filter(each -> each.status() == LadderPicture.Status.LIT)
        .map(LadderPicture.RungView::name)
        .findFirst()
        .orElse("");
  }

  /** The whole name of the command if there is room, else the brief one. */
  private void asked(LadderPicture.Asked asked, double x, double y, double room) {
    double note = TextSize.width(asked.note(), at.grid().body(), Voice.SANS);
    double mono = at.grid().mono();
    double whole = TextSize.width(asked.command(), mono, Voice.MONO);
    String command = whole + 8 + note <= room ? asked.command() : asked.brief();
    double width = TextSize.width(command, mono, Voice.MONO);
    if (!command.isEmpty()) {
      words.put("lit-command", command, Anchor.LEFT, x, y, Styles.FUNCTION, Styles.LOUD);
    }
    if (width + 8 + note <= room) {
      words.put("lit-asked", asked.note(), Anchor.LEFT, command.isEmpty() ? x : x + width + 8, y,
          Styles.BODY);
    }
  }

  /** How the error handler's own command gets by the gate. */
  private void asks(LadderPicture.Asks asks) {
    double y = at.grid().ehTrack();
    double x = at.callX();
    double mono = at.grid().mono();
    double before = at.trackX() - 12 - x;
    if (picture.look().functions() && fits(asks.function(), mono, Voice.MONO, before - 12)) {
      words.put("asks-fn", asks.function(), Anchor.LEFT, x + 10, y - 7, Styles.FUNCTION,
          Styles.SUBJECT);
    }
    if (picture.look().queues()
        && fits(asks.note(), at.grid().body(), Voice.SANS, at.grid().width() - x - 8)) {
      words.put("asks-note", asks.note(), Anchor.LEFT, x, y + at.grid().body() * 1.6,
          Styles.BODY);
    }
  }
}
