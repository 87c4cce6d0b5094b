package unjam.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.analysis.CommandDetail;
import unjam.analysis.Holdings;
import unjam.analysis.HoldingsReader;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.projection.CommandView;
import unjam.reading.ProcessTable;
import unjam.ui.inspector.CommandPicture.LifeLine;
import unjam.ui.inspector.CommandPicture.WhyLine;
import unjam.ui.text.Texts;

/** Everything about one command at the playhead. */
public final class CommandSheetViewModel {

  private final ReadOnlyObjectWrapper<CommandPicture> picture =
      new ReadOnlyObjectWrapper<>(CommandPicture.EMPTY);

  // What a playing run would otherwise make anew for each frame.
  private @Nullable OpenRun run;
  private @Nullable ProcessTable processes;
  private @Nullable Texts texts;
  private Optional<Subject> subject = Optional.empty();
  private @Nullable HoldingsReader had;
  private int hadOf = -1;
  private int lifeOf = -1;
  private List<LifeLine> life = List.of();
  private int whyOf = -1;
  private int whyAt = -1;
  private List<WhyLine> why = List.of();

  /**
   * Shows an instant.
   *
   * @param selection the command that a person follows, or -1
   */
  public void show(Frame frame, int selection, Texts words) {
    if (run != frame.run() || texts != words) {
      run = frame.run();
      processes = ProcessTable.of(frame.trace());
      texts = words;
      subject = Optional.empty();
      had = null;
      lifeOf = -1;
      whyOf = -1;
    }
    subject = Subject.of(frame, selection, subject);
    ProcessTable table = processes;
    picture.set(
        table == null
            ? CommandPicture.EMPTY
            : subject
                .map(each -> picture(frame, each, new CommandReader(frame, each, table, words),
                    words))
                .orElse(CommandPicture.EMPTY));
  }

  private CommandPicture picture(
      Frame frame, Subject now, CommandReader reader, Texts words) {
    CommandView view = now.view();
    Optional<CommandDetail> detail = reader.detail();
    if (view == null || detail.isEmpty()) {
      return new CommandPicture(
          reader.head(), List.of(), "", "", "", List.of(), reader.standing(Holdings.NONE),
          List.of(), List.of(), -1);
    }
    int seq = frame.at().seq();
    Holdings holdings = holdings(frame, now.command());
    HoldingReader holders = new HoldingReader(frame, view, holdings, words);
    LifeReader lives = new LifeReader(frame, words);
    tell(lives, now, view, seq, frame);
    return new CommandPicture(
        reader.head(),
        holders.holdings(),
        holders.briefly(),
        holders.idle(),
        holders.idleNote(),
        new FieldReader(
                frame.state(), view, detail.get(),
                now.over() ? now.life().status() : Optional.empty(), words)
            .fields(),
        reader.standing(holdings),
        why,
        life,
        LifeReader.at(life, seq));
  }

  private Holdings holdings(Frame frame, int command) {
    HoldingsReader reader = had;
    if (reader == null || hadOf != command) {
      reader =
          new HoldingsReader(frame.run().timeline(), frame.run().commands(), command);
      had = reader;
      hadOf = command;
    }
    return reader.until(frame.at().seq(), frame.nanos());
  }

  private void tell(LifeReader lives, Subject now, CommandView view, int seq, Frame frame) {
    if (lifeOf != now.command()) {
      lifeOf = now.command();
      life = lives.life(now.command());
    }
    int last = frame.run().commands().lastUntil(now.command(), seq);
    if (whyOf != now.command() || whyAt != last) {
      whyOf = now.command();
      whyAt = last;
      why = lives.why(view, last);
    }
  }

  public ReadOnlyObjectProperty<CommandPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }
}
