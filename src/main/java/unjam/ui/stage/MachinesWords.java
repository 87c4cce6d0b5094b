package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.stage.MachinesLayout.Box;
import unjam.ui.stage.MachinesPicture.Said;
import unjam.ui.stage.MachinesPicture.Sleeper;
import unjam.ui.text.TextSize;
import unjam.ui.text.TextSize.Voice;
import unjam.ui.theme.Styles;

/** Puts the words of the two machines in their places; one that does not fit is not there. */
final class MachinesWords {

  private final TextLayer words;
  private final MachinesLayout at;
  private final MachinesPicture picture;
  private final StagePicture path;
  private final double mono;
  private final double label;
  private final double caption;

  MachinesWords(
      TextLayer words, MachinesLayout at, MachinesPicture picture, StagePicture path) {
    this.words = words;
    this.at = at;
    this.picture = picture;
    this.path = path;
    mono = at.grid().mono();
    label = at.grid().label();
    caption = at.grid().caption();
  }

  void say() {
    words.begin();
    if (picture.exists()) {
      title("initiator", picture.left().title(), picture.left().note(), at.left());
      title("target", picture.right().title(), picture.right().note(), at.right());
      lanes();
      for (int i = 0; i < picture.left().said().size(); i++) {
        said(i, picture.left().said().get(i));
      }
      for (int i = 0; i < picture.left().sessions().size(); i++) {
        session(i, picture.left().sessions().get(i));
      }
      links();
      if (!picture.left().climbs()) {
        steps();
      }
      threads();
      held();
      stores();
      if (at.logsFit()) {
        log("left", at.left(), picture.logs().left(), "");
        log("right", at.right(), picture.logs().right(), picture.logs().missing());
      }
    }
    words.end();
  }

  private static boolean fits(String text, double size, Voice voice, double room) {
    return TextSize.width(text, size, voice) <= room;
  }

  private void title(String id, String title, String note, Box panel) {
    double x = panel.x() + at.pad();
    words.put("machine-" + id, title, Anchor.LEFT, x, at.titleY(), Styles.TITLE);
    double after = x + TextSize.width(title, at.grid().title(), Voice.STRONG) + 14;
    if (fits(note, caption, Voice.SANS, panel.right() - at.pad() - after)) {
      words.put("machine-note-" + id, note, Anchor.LEFT, after, at.titleY(), Styles.CAPTION);
    }
  }

  private void lanes() {
    for (int i = 0; i < path.lanes().size(); i++) {
      StagePicture.Lane lane = path.lanes().get(i);
      MachinesPicture.UnitGate unit = picture.left().gates().get(i);
      double x = at.laneX(i);
      String id = lane.isBundle() ? "bundle-" + lane.host() : lane.name();
      String name = lane.isBundle() ? unit.name() : lane.name();
      words.put("m-disk-" + id, name, Anchor.MIDDLE, x, at.nameY(), Styles.NUMBER, Styles.LOUD);
      if (!lane.process().isEmpty()) {
        words.put(
            "m-process-" + id, lane.process(), Anchor.MIDDLE, x, at.processY() + mono * 0.36,
            Styles.NUMBER, Styles.LOUD);
      }
      if (at.unitNamesFit() && !lane.isBundle()) {
        double left = x - at.unitWidth() / 2 + at.unitHeight() * 0.95;
        words.put(
            "m-unit-" + id, unit.name(), Anchor.LEFT, left, at.unitY() + mono * 0.36,
            Styles.NUMBER);
      }
    }
  }

  private void said(int row, Said said) {
    double room = at.saidRoom(row);
    double x = at.saidX(row);
    List<String> lines = broken(said.head(), room);
    double step = label * 1.25;
    double y = at.saidY(row) - (lines.size() - 1) * step / 2;
    for (int i = 0; i < lines.size(); i++) {
      words.put(
          "m-said-" + row + (i == 0 ? "" : "-" + i), lines.get(i), Anchor.LEFT, x, y + i * step,
          Styles.LABEL);
    }
    Voice voice = said.machine() ? Voice.MONO : Voice.SANS;
    double size = said.machine() ? mono : caption;
    if (!said.note().isEmpty() && fits(said.note(), size, voice, room)) {
      words.put(
          "m-note-" + row, said.note(), Anchor.LEFT, x,
          y + (lines.size() - 1) * step + mono * 1.3,
          said.machine() ? Styles.FUNCTION : Styles.CAPTION);
    }
  }

  /** In as few lines as it takes; nothing if a word of it does not fit. */
  private List<String> broken(String text, double room) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String part : text.split("(?<=[ \\-\uff1a])")) {
      if (fits((line + part).strip(), label, Voice.STRONG, room)) {
        line += part;
      } else {
        lines.add(line.strip());
        line = part;
      }
    }
    lines.add(line.strip());
    boolean all =
        lines.size() <= 3
            && lines.stream()
                .allMatch(each -> !each.isEmpty() && fits(each, label, Voice.STRONG, room));
    return all ? lines : List.of();
  }

  private void session(int index, MachinesPicture.Session session) {
    Box box = at.session(index);
    double y = box.y() + label * 1.55;
    double left = box.x() + 12;
    double right = box.right() - 12;
    String id = session.name();
    words.put("m-" + id, session.name(), Anchor.LEFT, left, y, Styles.FUNCTION, Styles.LOUD);
    double half = TextSize.width(session.name(), mono, Voice.MONO) + 10;
    double low = y + mono * 1.55;
    boolean beside = fits(session.state(), mono, Voice.MONO, right - left - half);
    boolean runs = session.left() >= 0;
    if (beside || !runs) {
      words.put("m-state-" + id, session.state(), Anchor.RIGHT, right, beside ? y : low,
          Styles.FUNCTION, tone(session));
    }
    double room = right - left - TextSize.width(session.number(), mono, Voice.MONO);
    if ((beside || runs) && !session.number().isEmpty() && room >= 0) {
      words.put("m-number-" + id, session.number(), Anchor.RIGHT, right, low, Styles.NUMBER,
          Styles.LOUD);
      if (fits(session.timer(), caption, Voice.SANS, room - 8)) {
        words.put("m-timer-" + id, session.timer(), Anchor.LEFT, left, low, Styles.CAPTION);
      }
    }
  }

  /** The last lines, as many as there is room for, and the line that is missing. */
  private void log(
      String id, Box panel, List<MachinesPicture.Printed> lines, String missing) {
    double x = panel.x() + at.pad();
    double y = at.logY();
    double when = TextSize.width("000.000", mono, Voice.MONO) + 12;
    double room = panel.right() - at.pad() - x - when;
    if (lines.stream().noneMatch(each -> fits(each.line(), mono, Voice.MONO, room))) {
      return;
    }
    words.put(
        "m-log-" + id, picture.logs().head(), Anchor.LEFT, x, y, Styles.CAPTION, Styles.HEAD);
    int most = (int) ((panel.bottom() - 8 - y) / at.line());
    int shown = Math.min(lines.size(), most - (missing.isEmpty() ? 0 : 1));
    for (int i = 0; i < shown; i++) {
      MachinesPicture.Printed line = lines.get(lines.size() - shown + i);
      y += at.line();
      if (fits(line.line(), mono, Voice.MONO, room)) {
        words.put("m-log-when-" + id + i, line.when(), Anchor.LEFT, x, y, Styles.NUMBER,
            Styles.QUIET);
        words.put("m-log-" + id + i, line.line(), Anchor.LEFT, x + when, y, Styles.FUNCTION);
      } else {
        y -= at.line();
      }
    }
    if (!missing.isEmpty() && fits(missing, caption, Voice.SANS, panel.right() - x - when)) {
      words.put(
          "m-log-missing", missing, Anchor.LEFT, x + when, y + at.line(), Styles.CAPTION);
    }
  }

  private static String tone(MachinesPicture.Session session) {
    return session.tone() == MachinesPicture.Tone.LOGGED_IN ? Styles.PLAIN : "lost";
  }

  private void links() {
    if (picture.links().isEmpty()) {
      return;
    }
    double above = at.crossY(0) - (at.grid().wide() ? 20 : 13);
    words.put("m-tcp", "TCP", Anchor.MIDDLE, at.crossX(), above, Styles.FUNCTION, Styles.LOUD);
    double y = at.crossY(picture.links().size() - 1) + caption + (at.grid().wide() ? 18 : 11);
    MachinesPicture.Link told =
        picture.links().stream()
            .filter(each -> each.way() != MachinesPicture.Way.UP)
            .findFirst()
            .orElse(picture.links().getFirst());
    for (int i = 0; i < told.lines().size(); i++) {
      String line = told.lines().get(i);
      if (y <= at.grid().height() - 6 && fits(line, caption, Voice.SANS, at.gap() - 4)) {
        words.put(
            "m-link-" + i, line, Anchor.MIDDLE, at.crossX(), y, Styles.CAPTION);
        y += caption * 1.3;
      }
    }
  }

  private void steps() {
    Box column = at.column();
    words.put(
        "m-steps", picture.left().head(), Anchor.LEFT, column.x(), column.y() + label * 0.5,
        Styles.CAPTION, Styles.HEAD);
    List<MachinesPicture.Step> steps = MachinesPainter.shownSteps(at, picture);
    double x = at.stepX() + (at.grid().wide() ? 18 : 13);
    for (int i = 0; i < steps.size(); i++) {
      MachinesPicture.Step step = steps.get(i);
      double y = at.stepY(i) + label * 0.1;
      words.put(
          "m-step-" + i, step.what(), Anchor.LEFT, x, y, Styles.LABEL);
      words.put(
          "m-when-" + i, step.when() + " s", Anchor.LEFT, x, y + mono * 1.28, Styles.NUMBER,
          Styles.QUIET);
    }
  }

  private void threads() {
    for (int i = 0; i < picture.right().threads().size(); i++) {
      if (at.fits(i)) {
        thread(i, picture.right().threads().get(i));
      }
    }
  }

  private void thread(int index, Sleeper thread) {
    Box box = at.thread(index);
    double side = MachinesPainter.letterSide(at);
    double y = box.y() + at.headHeight() / 2 + mono * 0.36;
    double x = box.x() + 9 + side + 9;
    double right = box.right() - 10;
    String id = thread.id();
    words.put("m-letter-" + id, thread.letter(), Anchor.MIDDLE, box.x() + 9 + side / 2, y,
        Styles.NUMBER, thread.stuck() ? Styles.SUBJECT : Styles.QUIET);
    double since = thread.stuck() ? TextSize.width(thread.since(), mono, Voice.MONO) + 12 : 0;
    String name =
        fits(thread.name(), mono, Voice.MONO, right - since - x)
            ? thread.name()
            : thread.name().replaceFirst("/.*", "");
    words.put("m-name-" + id, name, Anchor.LEFT, x, y, Styles.FUNCTION,
        thread.stuck() ? Styles.LOUD : Styles.QUIET);
    double end = x + TextSize.width(name, mono, Voice.MONO) + 12;
    if (thread.stuck() && end + since - 12 <= right) {
      words.put("m-since-" + id, thread.since(), Anchor.RIGHT, right, y, Styles.NUMBER,
          Styles.SUBJECT);
      right -= since;
    }
    boolean brief = at.stackLines(index) == 0;
    if ((!thread.stuck() || brief) && fits(thread.what(), caption, Voice.SANS, right - end)) {
      words.put("m-what-" + id, thread.what(), Anchor.RIGHT, right, y, Styles.CAPTION);
    }
    for (int i = 0; i < at.stackLines(index); i++) {
      double low = box.y() + at.headHeight() + mono * 0.75 + i * at.line();
      double left = box.x() + (at.grid().wide() ? 9 + side + 9 : 10);
      String function = thread.stack().get(i);
      if (fits(function, mono, Voice.MONO, box.right() - 4 - left)) {
        words.put("m-stack-" + id + "-" + i, function, Anchor.LEFT, left, low, Styles.FUNCTION,
            !thread.stuck() ? Styles.QUIET : i == 0 ? Styles.LOUD : Styles.PLAIN);
      }
    }
  }

  private void held() {
    for (int i = 0; i < picture.right().held().size(); i++) {
      if (at.heldFits(i)) {
        held(i, picture.right().held().get(i));
      }
    }
  }

  private void held(int index, MachinesPicture.Held held) {
    Box box = at.held(index);
    String id = held.id();
    double radius = MachinesPainter.tokenRadius(at);
    double x = box.x() + 2 * radius + 22;
    double y = box.y() + label * 1.35;
    double room = box.right() - 8 - x;
    if (fits(held.title(), mono, Voice.MONO, room)) {
      words.put("m-title-" + id, held.title(), Anchor.LEFT, x, y, Styles.FUNCTION, Styles.LOUD);
    }
    String reference =
        held.references().stream()
            .filter(each -> fits(each, caption, Voice.SANS, room))
            .findFirst()
            .orElse("");
    double left = reference.isEmpty() ? box.x() + 10 : x;
    y += mono * 1.35;
    words.put("m-reference-" + id, reference, Anchor.LEFT, left, y, Styles.CAPTION);
    double in = fits(held.note(), caption, Voice.SANS, room) ? x : box.x() + 10;
    if (!held.note().isEmpty() && fits(held.note(), caption, Voice.SANS, box.right() - 6 - in)) {
      words.put(
          "m-recall-" + id, held.note(), Anchor.LEFT, in, y + mono * 1.35, Styles.CAPTION);
    }
    bio(index, held);
  }

  private void bio(int index, MachinesPicture.Held held) {
    String id = held.id();
    Box bio = at.bio(index);
    double between = (at.held(index).bottom() + bio.y()) / 2 + caption * 0.2;
    words.put(
        "m-waits-" + id, picture.right().waits(), Anchor.LEFT, bio.center() + 10, between,
        Styles.CAPTION, "waits");
    double in = bio.x() + (at.grid().wide() ? 18 : 10);
    double first = bio.y() + label * 1.45;
    words.put("m-bio-" + id, held.bio(), Anchor.LEFT, in, first, Styles.LABEL);
    String since =
        fits(held.since(), mono, Voice.MONO, bio.right() - 6 - in) ? held.since() : held.age();
    if (fits(since, mono, Voice.MONO, bio.right() - 6 - in)) {
      words.put(
          "m-age-" + id, since, Anchor.LEFT, in, first + mono * 1.5, Styles.NUMBER,
          Styles.SUBJECT);
    }
  }

  private void stores() {
    for (int i = 0; i < picture.right().stores().size(); i++) {
      MachinesPicture.Store store = picture.right().stores().get(i);
      Box box = at.store(i);
      double y = box.middle() + mono * 0.36;
      double x = box.x() + box.h() * 1.1;
      words.put("m-" + store.id(), store.name(), Anchor.LEFT, x, y, Styles.CAPTION);
      double room =
          box.right() - 12 - x - TextSize.width(store.name(), caption, Voice.SANS) - 6;
      if (fits(store.state(), caption, Voice.SANS, room)) {
        words.put(
            "m-store-state-" + store.device(), store.state(), Anchor.RIGHT, box.right() - 12, y,
            Styles.CAPTION);
      }
    }
    if (!picture.right().more().isEmpty() && !picture.right().held().isEmpty()) {
      Box last = at.bio(picture.right().held().size() - 1);
      words.put(
          "m-more", picture.right().more(), Anchor.LEFT, last.x(), last.bottom() + mono * 1.4,
          Styles.CAPTION);
    }
  }
}
