package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unjam.app.Action;
import unjam.ui.control.Surroundings;
import unjam.ui.inspector.CommandPicture.LifeLine;
import unjam.ui.inspector.CommandPicture.WhyLine;
import unjam.ui.theme.Styles;

/** Everything about one command, below each other. */
public final class CommandSheetView extends StackPane {

  /** Of a long chain, this many from the end are shown, and its root. */
  private static final int WHY_SHOWN = 6;

  /** Of a long life, this many lines before the one that is lit, and after it. */
  private static final int BEFORE = 7;

  private static final int AFTER = 5;

  private final Surroundings surroundings;
  private final Label nothing = new Label();
  private final Sheet sheet = new Sheet("command-sheet");
  private final CommandHead head;
  private final Button birth = new Button();
  private final RowList<HoldingRow> holders;
  private final Button holdersMore = link("holders-more");
  private final Label idle = new Label();
  private final Label idleNote = new Label();
  private final RowList<FieldRow> fields = new RowList<>("sheet-fields", FieldRow::new);
  private final Label place = new Label();
  private final RowList<StackRow> stacks;
  private final RowList<StepRow> whyEnd;
  private final Button whyMore = link("why-more");
  private final RowList<StepRow> whyRoot;
  private final Button earlier = link("life-earlier");
  private final RowList<StepRow> life;
  private final Button later = link("life-later");
  private final List<Region> ofALife = new ArrayList<>();
  private CommandPicture picture = CommandPicture.EMPTY;
  private boolean allHolders;
  private boolean wholeChain;
  private boolean wholeLife;

  /**
   * @param model what to show
   * @param surroundings words, colours, and where actions go
   */
  public CommandSheetView(CommandSheetViewModel model, Surroundings surroundings) {
    this.surroundings = surroundings;
    var palette = surroundings.palette();
    head = new CommandHead(surroundings);
    holders = new RowList<>("sheet-holders", () -> new HoldingRow(palette));
    stacks = new RowList<>("sheet-stacks", () -> new StackRow(palette));
    whyEnd = new RowList<>("events-told", () -> new StepRow(palette));
    whyRoot = new RowList<>("events-told", () -> new StepRow(palette));
    life = new RowList<>("events-told", () -> new StepRow(palette));
    getStyleClass().add("command-panel");
    build();
    model.pictureProperty().subscribe(this::show);
  }

  private static Button link(String id) {
    Button link = new Button();
    link.setId(id);
    link.getStyleClass().setAll("link");
    return link;
  }

  private void build() {
    nothing.setId("command-nothing");
    nothing.setWrapText(true);
    nothing.getStyleClass().add(Styles.LABEL);
    nothing.textProperty().bind(surroundings.say("command.nothing"));
    birth.setId("command-birth");
    birth.textProperty().bind(surroundings.say("command.to_its_birth"));
    birth.setOnAction(
        event -> surroundings.send(new Action.JumpTo(picture.head().birth())));
    idle.setId("command-idle");
    idle.setWrapText(true);
    idle.getStyleClass().add("claim");
    idleNote.setWrapText(true);
    idleNote.getStyleClass().add(Styles.BODY);
    VBox share = new VBox(idle, idleNote);
    share.getStyleClass().add("share");
    place.setId("command-place");
    place.setWrapText(true);
    place.getStyleClass().add("claim");
    holdersMore.setOnAction(event -> again(() -> allHolders = true));
    whyMore.setOnAction(event -> again(() -> wholeChain = true));
    earlier.setOnAction(event -> again(() -> wholeLife = true));
    later.setOnAction(event -> again(() -> wholeLife = true));
    sheet.add(new VBox(head, birth));
    section("command.holders", holders, holdersMore, share);
    section("command.fields", fields);
    section("command.place", place, stacks);
    section("command.why", whyEnd, whyMore, whyRoot);
    section("command.life", earlier, life, later);
    getChildren().addAll(nothing, sheet);
  }

  private void again(Runnable change) {
    change.run();
    show(picture);
  }

  private void section(String key, Region... content) {
    Label heading = new Label();
    heading.setId(key.replace('.', '-') + "-head");
    heading.textProperty().bind(surroundings.say(key));
    VBox section = Sheet.section(heading, content);
    ofALife.add(section);
    sheet.add(section);
  }

  private void show(CommandPicture now) {
    if (now.head().command() != picture.head().command()) {
      allHolders = false;
      wholeChain = false;
      wholeLife = false;
      sheet.setVvalue(0);
    }
    picture = now;
    boolean any = now.head().command() >= 0;
    Sheet.show(nothing, !any);
    Sheet.show(sheet, any);
    head.show(now.head());
    Sheet.show(birth, now.head().birth() >= 0);
    ofALife.forEach(each -> Sheet.show(each, now.isAlive()));
    showHolders(now);
    idle.setText(now.idle());
    idleNote.setText(now.idleNote());
    fields.show(now.fields(), FieldRow::show);
    place.setText(now.standing().place());
    stacks.show(now.standing().stacks(), StackRow::show);
    Sheet.show(stacks, !now.standing().stacks().isEmpty());
    showWhy(now.why());
    showLife(now);
  }

  private void showHolders(CommandPicture now) {
    boolean folded = !allHolders && !now.briefly().isEmpty();
    holders.show(
        now.holdings().stream().filter(each -> !folded || !each.brief()).toList(),
        HoldingRow::show);
    Sheet.show(holdersMore, folded);
    holdersMore.setText(now.briefly());
  }

  private void showWhy(List<WhyLine> why) {
    int shown = wholeChain ? why.size() : Math.min(why.size(), WHY_SHOWN);
    // What a reason is told of must not be folded away.
    while (shown > 0 && shown < why.size() && why.get(shown - 1).leap()) {
      shown++;
    }
    boolean folded = shown + 2 < why.size();
    List<WhyLine> end = folded ? why.subList(0, shown) : why;
    whyEnd.show(end, (row, line) -> show(row, line, line == why.getFirst()));
    whyRoot.show(
        folded ? why.subList(why.size() - 1, why.size()) : List.of(),
        (row, line) -> show(row, line, false));
    more(whyMore, "why.more", folded ? why.size() - shown - 1 : 0);
  }

  private void show(StepRow row, WhyLine line, boolean first) {
    row.show(line, first);
    row.onAct(() -> surroundings.send(new Action.JumpTo(line.nanos())));
  }

  private void showLife(CommandPicture now) {
    List<LifeLine> all = now.life();
    int from = wholeLife ? 0 : Math.clamp(now.now() - BEFORE, 0, all.size());
    int to = wholeLife ? all.size() : Math.clamp(now.now() + 1L + AFTER, 0, all.size());
    life.show(
        all.subList(from, to),
        (row, line) -> {
          int at = all.indexOf(line);
          row.show(line, at == now.now(), at > now.now());
          row.onAct(() -> surroundings.send(new Action.JumpTo(line.nanos())));
        });
    more(earlier, "life.earlier", from);
    more(later, "life.later", all.size() - to);
  }

  private void more(Button link, String key, int count) {
    Sheet.show(link, count > 0);
    link.setText(surroundings.texts().getValue().of(key, count));
  }
}
