package unjam.ui.radius;

import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.radius.RadiusLayout.Box;
import unjam.ui.text.TextSize;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** Says what stands on the cards. */
final class RadiusWords {

  private final TextLayer words;
  private final RadiusLayout at;
  private final RadiusPicture picture;
  private final Texts texts;

  RadiusWords(TextLayer words, RadiusLayout at, Texts texts) {
    this.words = words;
    this.at = at;
    this.texts = texts;
    picture = at.picture();
  }

  void say() {
    words.begin();
    double top = (at.wide() ? 52 : 36) * picture.scale();
    words.put("radius-says", picture.says(), Anchor.LEFT, at.side(), top, "ledger-title");
    words.put("radius-legend", texts.of("radius.legend"), Anchor.LEFT, at.side(),
        top + (at.wide() ? 34 : 24) * picture.scale(), Styles.BODY);
    for (int i = 0; i < picture.columns().size(); i++) {
      RadiusPicture.Column column = picture.columns().get(i);
      words.put("radius-level-" + i, column.head(), Anchor.LEFT, at.columnX(i), at.headY(),
          Styles.CAPTION);
      column.cards().forEach(this::card);
    }
    words.put("radius-waits", texts.of("radius.waits.title"), Anchor.LEFT, at.side(), at.titleY(),
        Styles.TITLE);
    String note = picture.waits().isEmpty() ? "radius.waits.none" : "radius.waits.legend";
    String said = texts.of(note);
    words.put("radius-waits-note",
        picture.more().isEmpty() ? said : said + " " + picture.more(), Anchor.LEFT, at.side(),
        at.titleY() + (at.wide() ? 24 : 18) * picture.scale(), Styles.BODY);
    picture.waits().forEach(this::card);
    words.end();
  }

  private void card(Card card) {
    Box box = at.box(card.id());
    boolean plain = card.look() == Card.Look.PLAIN || card.look() == Card.Look.SUBJECT;
    boolean tall = plain && at.isTall();
    boolean marked = !plain || !card.letter().isEmpty() && !tall;
    double left = box.x() + (marked ? (at.wide() ? 38 : 30) : (at.wide() ? 14 : 10));
    double right = box.right() - (at.wide() ? 12 : 8);
    double line = (at.wide() ? 19 : 15) * picture.scale();
    double upper =
        box.middle() - (at.wide() ? 4 : 3) * picture.scale() - (tall ? line / 2 : 0);
    String id = card.id().replace(' ', '-');
    if (plain && marked) {
      words.put(id + "-letter", card.letter(), Anchor.MIDDLE,
          box.x() + (at.wide() ? 19 : 15), box.middle() + 4, Styles.NUMBER, Styles.LOUD);
    }
    String title = fitting(card, right - left);
    words.put(id, title, Anchor.LEFT, left, upper,
        card.machine() ? Styles.NUMBER : Styles.LABEL, "radius-title");
    boolean said = !card.line().isEmpty() && left + lineWidth(card) <= right + 4;
    if (said) {
      words.put(id + "-line", card.line(), Anchor.LEFT, left, upper + line,
          card.code() ? Styles.FUNCTION : Styles.CAPTION, "radius-line");
    }
    if (tall) {
      String letter = card.letter().isEmpty() ? "" : card.letter() + " ";
      words.put(id + "-since", letter + card.since(), Anchor.LEFT, left,
          upper + (said ? 2 : 1) * line, Styles.NUMBER, "radius-since");
    } else if (left + width(title, card.machine()) + 10 + since(card) <= right) {
      words.put(id + "-since", card.since(), Anchor.RIGHT, right, upper, Styles.NUMBER,
          "radius-since");
    }
  }

  /** A worker that does not fit is named without its queue, as older kernels name it. */
  private String fitting(Card card, double room) {
    int plus = card.title().indexOf('+');
    return plus < 0 || width(card.title(), card.machine()) <= room
        ? card.title()
        : card.title().substring(0, plus);
  }

  private double width(String text, boolean machine) {
    return TextSize.width(
        text, (at.wide() ? 13.5 : 12) * picture.scale(),
        machine ? TextSize.Voice.MONO : TextSize.Voice.STRONG);
  }

  private double since(Card card) {
    return TextSize.width(
        card.since(), (at.wide() ? 12 : 10.5) * picture.scale(), TextSize.Voice.MONO);
  }

  private double lineWidth(Card card) {
    return TextSize.width(
        card.line(), (at.wide() ? 12 : 10.5) * picture.scale(),
        card.code() ? TextSize.Voice.MONO : TextSize.Voice.SANS);
  }
}
