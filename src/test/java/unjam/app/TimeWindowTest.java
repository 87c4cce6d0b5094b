package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import unjam.app.TimeWindow.Fixed;

class TimeWindowTest {

  private static final long END = 10_000_000;

  @Test
  void theInstantUnderThePointerStaysThere() {
    Fixed wide = new Fixed(1_000_000, 5_000_000);
    Fixed near = TimeWindow.zoomed(wide, 2_000_000, 0.5, END);

    assertThat(near).isEqualTo(new Fixed(1_500_000, 3_500_000));
    assertThat(TimeWindow.zoomed(near, 2_000_000, 2, END)).isEqualTo(wide);
  }

  @Test
  void noWindowLeavesItsRun() {
    Fixed late = new Fixed(8_000_000, 9_000_000);

    assertThat(TimeWindow.moved(late, 5_000_000, END)).isEqualTo(new Fixed(9_000_000, END));
    assertThat(TimeWindow.moved(late, -9_000_000, END)).isEqualTo(new Fixed(0, 1_000_000));
    assertThat(TimeWindow.zoomed(late, 8_500_000, 1_000, END)).isEqualTo(new Fixed(0, END));
    assertThat(TimeWindow.zoomed(late, 8_500_000, 1e-9, END).length())
        .isEqualTo(TimeWindow.SHORTEST);
    assertThat(TimeWindow.between(9_000_000, 3_000_000, END))
        .isEqualTo(new Fixed(3_000_000, 9_000_000));
    assertThat(TimeWindow.between(END, END, END).to()).isEqualTo(END);
    assertThatThrownBy(() -> new Fixed(5, 5)).hasMessageContaining("window");
  }

  @Test
  void aWindowThatShowsThePlayheadTurnsItsPageAndOneThatDoesNotStays() {
    Fixed window = new Fixed(2_000_000, 3_000_000);

    assertThat(window.after(2_900_000, 2_950_000, END)).isEqualTo(window);
    assertThat(window.after(2_950_000, 3_000_100, END)).isEqualTo(new Fixed(3_000_000, 4_000_000));
    assertThat(window.after(2_100_000, 1_900_000, END)).isEqualTo(new Fixed(1_000_000, 2_000_000));
    assertThat(window.after(2_100_000, 9_999_000, END)).isEqualTo(new Fixed(9_000_000, END));
    assertThat(window.after(500, 700, END)).isEqualTo(window);
    assertThat(TimeWindow.FOLLOW.after(1, 2, END)).isEqualTo(TimeWindow.FOLLOW);
  }

  @Test
  void markersMeasureATime() {
    TimeDesk time = TimeDesk.FIRST.with(Marker.A, 4_222).with(Marker.B, 1_222);

    assertThat(time.difference()).hasValue(3_000);
    assertThat(time.with(Marker.A, -1).difference()).isEmpty();
  }

  @Test
  void aMarkerGoesToThePlayheadAndAwayAgain() {
    OpenRun run = Runs.trouble();
    Session session =
        Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH))
            .after(
                new Action.RunFinished(0, run), new Action.Pause(),
                new Action.JumpTo(1_000_000_000), new Action.MarkHere(Marker.B));

    assertThat(session.desk().time().at(Marker.B)).isEqualTo(1_000_000_000);
    assertThat(session.after(new Action.MarkHere(Marker.B)).desk().time().at(Marker.B))
        .isEqualTo(-1);
    assertThat(session.after(new Action.SetMarker(Marker.A, 7)).desk().time().difference())
        .hasValue(999_999_993);
  }

  @Test
  void anotherRunIsShownFromItsStartWithoutTheMarkersOfTheLast() {
    OpenRun run = Runs.trouble();
    Session marked =
        Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH))
            .after(
                new Action.RunFinished(0, run), new Action.Pause(),
                new Action.SetMarker(Marker.A, 7));
    Session zoomed =
        marked.after(
            new Action.SetDesk(
                marked.desk().with(marked.desk().time().with(new Fixed(0, 1_000_000)))));

    assertThat(zoomed.after(new Action.JumpTo(1_500_000)).desk().time().window())
        .isEqualTo(new Fixed(1_000_000, 2_000_000));
    assertThat(zoomed.after(new Action.RunFinished(0, run)).desk().time())
        .isEqualTo(TimeDesk.FIRST);
  }
}
