package unjam.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import unjam.app.Document;
import unjam.app.Frame;
import unjam.app.PolicyBoard;
import unjam.app.Session;
import unjam.app.Survey;
import unjam.app.Sweep;
import unjam.app.SweepWish;
import unjam.scenario.Scenario;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.ui.text.Texts;

/** A sweep as far as it has come, and the one combination that is looked at. */
public final class SweepViewModel {

  private final ReadOnlyObjectWrapper<SweepPicture> picture =
      new ReadOnlyObjectWrapper<>(SweepPicture.EMPTY);
  private final ReadOnlyObjectWrapper<SweepDetail> detail =
      new ReadOnlyObjectWrapper<>(SweepDetail.NONE);
  private List<Object> known = List.of();
  private SweepReading reading =
      new SweepReading(Survey.NONE, List.of(), false, Texts.in(Locale.ENGLISH));
  private int pointed = -1;

  /** Shows what is known now. */
  public void show(Session session, Frame frame, Texts texts) {
    Survey survey = session.survey();
    Scenario now = session.work().map(Document::scenario).orElse(frame.run().scenario());
    List<Object> asked = List.of(survey, frame.run().timeline(), now, texts);
    if (same(asked)) {
      return;
    }
    known = asked;
    reading = new SweepReading(survey, own(survey, frame), survey.isAbout(now), texts);
    SweepPicture read = reading.picture();
    picture.set(read);
    detail.set(
        reading.detail(pointed >= 0 && pointed < read.cells().size() ? pointed : first(read)));
  }

  /** Whether nothing is another object than last time; comparing runs would be dear. */
  private boolean same(List<Object> asked) {
    for (int i = 0; i < asked.size(); i++) {
      if (known.size() != asked.size() || known.get(i) != asked.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The one that is like the run, else the one with the greatest value. */
  private static int first(SweepPicture read) {
    return read.cells().stream()
        .filter(SweepCell::own)
        .findFirst()
        .map(SweepCell::index)
        .orElse(read.cells().isEmpty() ? -1 : 0);
  }

  /** The values that the run has at its beginning. */
  private static List<String> own(Survey survey, Frame frame) {
    PolicyBoard board = PolicyBoard.of(frame.run().timeline().at(0), new Scope.Machine());
    List<String> own = new ArrayList<>();
    for (Sweep.Axis each : SweepReading.axes(survey)) {
      own.add(Knob.of(each.key()).flatMap(board::value).orElse(""));
    }
    return own;
  }

  /** A person looks at a combination. */
  void point(int cell) {
    pointed = cell;
    detail.set(reading.detail(cell));
  }

  /** What the form shows first. */
  SweepWish wish() {
    return picture.get().wish();
  }

  ReadOnlyObjectProperty<SweepPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<SweepDetail> detailProperty() {
    return detail.getReadOnlyProperty();
  }
}
