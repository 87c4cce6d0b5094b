package unjam.ui.stage;

import java.util.List;
import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.stage.StageLayout.Point;
import unjam.ui.stage.StagePicture.Lane;
import unjam.ui.text.TextSize;
import unjam.ui.text.TextSize.Voice;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** Puts the stage's words in their places; a word that does not fit its place is not there. */
final class StageWords {

  private static final String[] BANDS = {
    "band.application", "band.block", "band.midlayer", "band.driver", "band.disks"
  };

  private final TextLayer words;
  private final StageLayout at;
  private final StagePicture picture;
  private final Texts texts;
  private final boolean pointedAtGate;

  /**
   * @param pointedAtGate the pointer is on a gate: who waits behind it is named
   */
  StageWords(
      TextLayer words, StageLayout at, StagePicture picture, Texts texts,
      boolean pointedAtGate) {
    this.words = words;
    this.at = at;
    this.picture = picture;
    this.texts = texts;
    this.pointedAtGate = pointedAtGate;
  }

  void say() {
    words.begin();
    if (!picture.look().presenter()) {
      bands();
    }
    picture.stops().forEach(this::stop);
    boolean addresses = addressesFit();
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      disk(lane, picture.lanes().get(lane), addresses);
      ends(lane, picture.lanes().get(lane));
    }
    captions();
    picture.crowds().forEach(this::crowd);
    for (int i = 0; i < picture.gates().size(); i++) {
      gate(i, picture.gates().get(i));
    }
    picture.gates().stream()
        .filter(each -> !each.waiting().isEmpty())
        .findFirst()
        .ifPresent(this::waiting);
    words.end();
  }

  private double mono() {
    return at.grid().mono();
  }

  private static double width(String text, double size, Voice voice) {
    return TextSize.width(text, size, voice);
  }

  private static boolean fits(String text, double size, Voice voice, double room) {
    return width(text, size, voice) <= room;
  }

  private void bands() {
    for (int band = 0; band < BANDS.length; band++) {
      String[] lines = texts.of(BANDS[band]).split("\\|");
      double y = at.grid().bandTop(band) + 4 + at.grid().caption() * 1.2;
      for (int line = 0; line < lines.length; line++) {
        words.put(
            BANDS[band].replace('.', '-') + line, lines[line], Anchor.LEFT, at.bandX(),
            y + line * at.grid().line(), Styles.CAPTION);
      }
      if (BANDS[band].equals("band.driver") && at.grid().wide() && lines.length == 1) {
        words.put(
            "driver-name", picture.driver(), Anchor.LEFT, at.bandX(), y + at.grid().line(),
            Styles.CAPTION);
      }
    }
  }

  private void stop(StagePicture.StopName name) {
    Stop stop = name.stop();
    boolean runs = picture.running().filter(each -> each.stop() == stop).isPresent();
    boolean down = stop.side() == Stop.Side.DOWN;
    double room = down ? at.downRoom() : at.upRoom();
    boolean small = stop == Stop.QUEUE && !at.grid().wide();
    boolean shown =
        picture.look().functions() && !small && namesFit(stop.side())
            && fits(name.name(), mono(), Voice.MONO, room);
    if (!runs && !shown || !stop.isDrawn() && stop != Stop.GATE) {
      return;
    }
    double y = at.stopY(stop, 0) + mono() * 0.35;
    double x = down ? at.downNameX() : at.upNameX();
    double left = Math.min(x, at.grid().split() - 8 - width(name.name(), mono(), Voice.MONO));
    words.put(
        "stop-" + stop.name(), name.name(), Anchor.LEFT, left,
        stop == Stop.GATE ? y + mono() * 0.75 : y, Styles.FUNCTION,
        runs ? Styles.SUBJECT : isBeyondGate(stop) ? Styles.QUIET : Styles.PLAIN,
        left < x ? Styles.ON_PAPER : Styles.PLAIN);
    if (!name.note().isEmpty() && !runs && at.grid().wide()) {
      words.put(
          "note-" + stop.name(), name.note(), Anchor.LEFT, x, y + mono() * 1.25, Styles.CAPTION);
    }
  }

  /** Where only few names have room none is said: one alone would look like a mark. */
  private boolean namesFit(Stop.Side side) {
    double room = side == Stop.Side.DOWN ? at.downRoom() : at.upRoom();
    long all = picture.stops().stream().filter(each -> each.stop().side() == side).count();
    long fitting =
        picture.stops().stream()
            .filter(each -> each.stop().side() == side)
            .filter(each -> fits(each.name(), mono(), Voice.MONO, room))
            .count();
    return fitting * 2 >= all;
  }

  /** Nothing comes by there now. */
  private boolean isBeyondGate(Stop stop) {
    return stop != Stop.SUBMIT
        && stop != Stop.QUEUE
        && stop != Stop.GATE
        && picture.gates().stream().allMatch(StagePicture.Gate::shut);
  }

  private double nameX() {
    return at.capsuleLeft() + at.capsuleHeight() * 1.05;
  }

  private double noteX() {
    return at.capsuleRight() - at.capsuleHeight() * 0.45;
  }

  private boolean addressesFit() {
    return at.grid().wide()
        && picture.lanes().stream().allMatch(
            each ->
                TextSize.width(each.name() + "  " + each.address(), mono(), Voice.MONO)
                        + TextSize.width(each.note(), at.grid().body(), Voice.SANS) + 8
                    <= noteX() - nameX());
  }

  private void disk(int lane, Lane disk, boolean address) {
    String id = disk.isBundle() ? "bundle-" + disk.host() : disk.name();
    double y = at.rowY(lane) + mono() * 0.37;
    double left = nameX();
    if (disk.squares() > 0) {
      y = at.rowY(lane) - at.bodyHeight(lane) / 2 + 5 + mono();
      left = at.capsuleLeft() + 8;
    }
    words.put("disk-name-" + id, disk.name(), Anchor.LEFT, left, y, Styles.NUMBER, Styles.LOUD);
    double end = left + width(disk.name(), mono(), Voice.MONO);
    if (address) {
      words.put(
          "address-" + id, disk.address(), Anchor.LEFT,
          end + 2 * mono() * 0.6, y, Styles.NUMBER, Styles.QUIET);
    }
    double room = noteX() - end - 6;
    if (fits(disk.blocked(), mono(), Voice.MONO, room) && !disk.blocked().isEmpty()) {
      words.put("health-" + id, disk.blocked(), Anchor.RIGHT, noteX(), y, Styles.NUMBER);
    } else if (fits(disk.note(), at.grid().body(), Voice.SANS, room)) {
      words.put("health-" + id, disk.note(), Anchor.RIGHT, noteX(), y, Styles.BODY);
    }
  }

  /** Above the line: who waits, and how many answers came. */
  private void ends(int lane, Lane disk) {
    double top = at.grid().y(86);
    double row = at.grid().y(106) + mono() * 0.36;
    String id = disk.isBundle() ? "bundle-" + disk.host() : disk.name();
    if (!disk.process().isEmpty() && at.lettersFit(2)) {
      words.put("process-" + id, disk.process(), Anchor.MIDDLE, at.downX(lane), row,
          Styles.NUMBER, Styles.LOUD);
    }
    String name = shortName(disk);
    if (name.isEmpty()) {
      return;
    }
    words.put("reader-" + id, name, Anchor.MIDDLE, at.downX(lane), top, Styles.NUMBER,
        Styles.LOUD);
    words.put("up-" + id, name, Anchor.MIDDLE, at.upX(lane), top, Styles.NUMBER, Styles.QUIET);
    if (picture.look().queues() && at.laneNamesFit()) {
      words.put("answered-" + id, Integer.toString(disk.answered()), Anchor.MIDDLE,
          at.upX(lane), row, Styles.NUMBER);
    }
  }

  /** All disks are called sd and some letters; where there is little room those are enough. */
  private String shortName(Lane disk) {
    String name = disk.isBundle() ? "+" + disk.members().size() : disk.name();
    boolean letters = name.startsWith("sd") && !at.lettersFit(name.length() + 1);
    String said = letters ? name.substring(2) : name;
    return disk.isBundle() || at.lettersFit(said.length() + 1) ? said : "";
  }

  private void captions() {
    double head = at.grid().y(102);
    double note = at.grid().y(117);
    if (picture.look().presenter()) {
      caption("applications", picture.applications(), at.downNameX(), at.downRoom(),
          at.grid().y(106) + at.grid().label() * 0.36, note);
      return;
    }
    caption("applications", picture.applications(), at.downNameX(), at.downRoom(), head, note);
    caption("answers", picture.answers(), at.upNameX(), at.upRoom(), head, note);
  }

  private void caption(
      String id, StagePicture.Caption caption, double x, double room, double head, double note) {
    caption.heads().stream()
        .filter(each -> fits(each, at.grid().label(), Voice.STRONG, room))
        .findFirst()
        .ifPresent(each -> words.put(id, each, Anchor.LEFT, x, head, Styles.LABEL));
    caption.notes().stream()
        .filter(each -> picture.look().queues())
        .filter(each -> fits(each, at.grid().caption(), Voice.SANS, room))
        .findFirst()
        .ifPresent(each -> words.put(id + "-note", each, Anchor.LEFT, x, note, Styles.CAPTION));
  }

  private void crowd(StagePicture.Crowd crowd) {
    TrafficPainter.Box box = TrafficPainter.box(at, crowd);
    String number = Integer.toString(crowd.count());
    words.put(
        "crowd-" + crowd.lane() + "-" + crowd.at(), crowd.whole() ? number : "+" + number,
        Anchor.MIDDLE, box.x() + box.width() / 2, box.y() + 13, Styles.NUMBER, Styles.LOUD);
  }

  /** A gate's name in one line, or in two if it does not fit otherwise. */
  private String[] lines(StagePicture.Gate gate, double size) {
    return picture.gates().size() > 1 || fits(gate.title(), size, Voice.STRONG, at.downRoom())
        ? new String[] {gate.title()}
        : twoLines(gate, size);
  }

  /** An open gate needs no more than its host's state where even half a name is too long. */
  private String[] twoLines(StagePicture.Gate gate, double size) {
    String[] lines = gate.title().split(" ", 2);
    return gate.shut() || fits(lines[1], size, Voice.STRONG, at.downRoom() + 6)
        ? lines
        : texts.of("gate.open.short", "host" + gate.host(), "").split(" ", 2);
  }

  private double size(StagePicture.Gate gate) {
    return gate.shut() ? at.grid().title() : at.grid().label();
  }

  private double gateLine() {
    return at.grid().title() * (texts.isChinese() ? 1.45 : 1.3);
  }

  /** Height of the first line of all names of gates. */
  private double gateTop() {
    StagePicture.Gate first = picture.gates().getFirst();
    int above = picture.gates().size() + lines(first, size(first)).length - 2;
    return at.gateY() - 4 - above * gateLine();
  }

  /** With several hosts their names stand above each other, beside the gates. */
  private void gate(int index, StagePicture.Gate gate) {
    double size = size(gate);
    double y = gateTop() + index * gateLine();
    String style = gate.shut() ? Styles.TITLE : Styles.LABEL;
    String[] lines = lines(gate, size);
    if (lines.length == 2) {
      words.put("gate-second-" + gate.host(), lines[1], Anchor.LEFT, at.downNameX(),
          y + gateLine(), style, Styles.ON_PAPER);
    }
    words.put("gate-" + gate.host(), lines[0], Anchor.LEFT, at.downNameX(), y, style,
        Styles.ON_PAPER);
    beside(gate, y, size);
  }

  /** Counters of a gate: after its name, or in the place of the function below it. */
  private void beside(StagePicture.Gate gate, double y, double size) {
    boolean one = picture.gates().size() == 1;
    boolean runs = picture.running().filter(each -> each.stop() == Stop.GATE).isPresent();
    String said = gate.blocked().isEmpty() ? gate.budget() : gate.blocked();
    if (said.isEmpty() || one && runs) {
      return;
    }
    double x = at.downNameX();
    double low = y;
    if (!one) {
      x += TextSize.width(gate.title(), size, Voice.STRONG) + 10;
    } else {
      low = at.gateY() + mono() * 1.1;
      x += picture.look().functions() ? mono() * 0.6 * "scsi_queue_rq".length() + 12 : 0;
    }
    if (fits(said, mono(), Voice.MONO, at.downNameX() + at.downRoom() - x)) {
      words.put("budget-" + gate.host(), said, Anchor.LEFT, x, low, Styles.NUMBER, Styles.QUIET);
    }
  }

  private void waiting(StagePicture.Gate gate) {
    double y = gateTop() - gateLine();
    double note = y - at.grid().caption() * 1.15;
    double head = note - at.grid().label() * 1.35;
    if (head - at.grid().label() < at.grid().y(117)) {
      head = note; // with very large letters there is room for one line only
      note = Double.NaN;
    }
    String reason = pointedAtGate ? behind(gate.behind()) : gate.waitingNote();
    String brief = texts.of("gate.waiting.short", gate.behind().size());
    boolean whole = fits(gate.waiting(), at.grid().label(), Voice.STRONG, at.downRoom());
    String said = whole ? gate.waiting() : brief;
    words.put("waiting", said, Anchor.LEFT, at.downNameX(), head, Styles.LABEL,
        Styles.ON_PAPER);
    if (!Double.isNaN(note) && fits(reason, at.grid().caption(), Voice.SANS, at.downRoom())) {
      words.put("waiting-note", reason, Anchor.LEFT, at.downNameX(), note, Styles.CAPTION);
    }
  }

  /** As many names as there is room for, then how many more. */
  private String behind(List<String> names) {
    String said = "";
    for (int shown = 1; shown <= names.size(); shown++) {
      String all = String.join(texts.of("list.and_more"), names.subList(0, shown));
      String next =
          shown == names.size() ? all : texts.of("gate.behind", all, names.size() - shown);
      if (!fits(next, at.grid().caption(), Voice.SANS, at.downRoom())) {
        return said.isEmpty() ? next : said;
      }
      said = next;
    }
    return said;
  }

  /**
   * Where who runs is said.
   *
   * @param pillWidth how wide that is
   */
  Point pill(StagePicture.Running running, double pillWidth) {
    String name =
        picture.stops().stream()
            .filter(each -> each.stop() == running.stop())
            .map(StagePicture.StopName::name)
            .findFirst()
            .orElse("");
    return at.pill(running.stop(), width(name, mono(), Voice.MONO), pillWidth);
  }
}
