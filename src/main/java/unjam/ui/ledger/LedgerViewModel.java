package unjam.ui.ledger;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.analysis.Ledger;
import unjam.analysis.LedgerReader;
import unjam.app.Focus;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.projection.IoOutcome;
import unjam.scsi.Errno;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** The wait of one application as a sum: that of the command that is followed, or the longest. */
public final class LedgerViewModel {

  private final ReadOnlyObjectWrapper<LedgerPicture> picture =
      new ReadOnlyObjectWrapper<>(LedgerPicture.EMPTY);
  private @Nullable OpenRun known;
  private @Nullable Texts words;
  private int shown = -1;
  private LedgerPicture whole = LedgerPicture.EMPTY;

  /** Shows an instant. */
  public void show(Session session, Frame frame, Texts texts) {
    int io = io(session, frame);
    if (known == null || known.timeline() != frame.run().timeline() || io != shown
        || texts != words) {
      known = frame.run();
      words = texts;
      shown = io;
      whole =
          ledger(frame.run(), io).map(each -> read(each, frame, texts)).orElse(LedgerPicture.EMPTY);
    }
    picture.set(whole.at(frame.nanos(), standing(frame.nanos(), texts)));
  }

  /** The IO of the command that is followed, or -1 for the longest wait of the run. */
  private static int io(Session session, Frame frame) {
    int command = session.selection() >= 0 ? Focus.of(frame, session.selection()).command() : -1;
    return command < 0 ? -1 : frame.trace().ioOf(command);
  }

  private static Optional<Ledger> ledger(OpenRun run, int io) {
    return io >= 0
        ? LedgerReader.of(run.timeline(), io)
        : LedgerReader.ofLongest(run.timeline());
  }

  private static LedgerPicture read(Ledger ledger, Frame frame, Texts texts) {
    List<LedgerRow> rows = new LedgerRows(texts, ledger).of(ledger);
    long drawn = rows.stream().mapToLong(each -> each.to() - each.from()).sum();
    IoOutcome io = frame.run().timeline().ios().of(ledger.io());
    String disk = frame.state().device(io.device()).map(each -> each.disk()).orElse("");
    return new LedgerPicture(
        texts.of("ledger.asks", io.name(), disk), "", rows, ledger.waited() - drawn,
        ledger.from(), ledger.to(), told(io, texts), frame.nanos(),
        LedgerTries.of(frame, rows));
  }

  private static String told(IoOutcome io, Texts texts) {
    if (!io.ended()) {
      return texts.of("ledger.untold");
    }
    return io.errno() == Errno.OK
        ? texts.of("ledger.told")
        : texts.of("ledger.told_error", io.errno().name());
  }

  private String standing(long nanos, Texts texts) {
    if (nanos < whole.from()) {
      return texts.of("ledger.before");
    }
    return whole.rows().stream()
        .filter(each -> each.isAt(nanos))
        .findFirst()
        .map(
            each ->
                texts.of("ledger.since", each.name(), TimeText.span(nanos - each.from())))
        .orElseGet(() -> texts.of(nanos >= whole.to() ? "ledger.after" : "ledger.between"));
  }

  ReadOnlyObjectProperty<LedgerPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }
}
