package unjam.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.Session;
import unjam.app.TimeWindow;
import unjam.projection.Span;
import unjam.projection.SpanIndex;
import unjam.ui.Shows;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Page;
import unjam.ui.timeline.TimeAxis.Piece;

class BarHitsTest {

  private final ScrubberViewModel model = new ScrubberViewModel();
  private final SpanIndex spans = Shows.run().timeline().spans();

  private Page show(Session session) {
    model.fit(new Room(1280, 196, false, 1, false));
    model.show(session, session.frame().orElseThrow(), Shows.ENGLISH);
    return model.pictureProperty().get().page();
  }

  private ScrubberLayout layout(Page page) {
    return new ScrubberLayout(
        model.room(), page.lanes().stream().map(Lane::plan).toList());
  }

  @Test
  void theMiddleOfABarIsThatBarsCommand() {
    List<Integer> hit = new ArrayList<>();
    for (Mark mark : Shows.run().marks().all()) {
      Page page = show(Shows.session(mark.nanos()));
      BarHits hits = new BarHits(page, layout(page));
      for (int lane = 0; lane < page.lanes().size(); lane++) {
        for (Bar bar : page.lanes().get(lane).bars()) {
          BarHits.Box box = hits.box(lane, bar);
          double x = box.left() + box.width() / 2;
          if (page.axis().shows(page.axis().nanos(x)) && bar.command() >= 0) {
            assertThat(hits.command(spans, x, box.top() + box.height() / 2))
                .isEqualTo(bar.command());
            hit.add(bar.command());
          }
        }
      }
    }
    assertThat(hit.stream().distinct().count()).isGreaterThan(3);
  }

  @Test
  void nothingIsHitInATearBesideTheLanesOrBetweenThem() {
    Page page = show(Shows.session(Shows.instant(Mark.Kind.TIMEOUT)));
    ScrubberLayout at = layout(page);
    BarHits hits = new BarHits(page, at);
    Piece tear = page.axis().tears().getFirst();

    double inTear = (tear.left() + tear.right()) / 2;
    double onSda = at.laneY(0) + at.laneHeight(0) / 2;
    assertThat(hits.at(inTear, onSda)).isEmpty();
    assertThat(hits.at(20, onSda)).isEmpty();
    assertThat(hits.at(inTear, at.lanesTop() - 8)).isEmpty();
    assertThat(hits.command(spans, inTear, onSda)).isEqualTo(-1);
  }

  /** Zoomed out so far that bars are no longer told apart, the index still knows what is there. */
  @Test
  void inACrowdTheCommandThatLastsLongestIsMeant() {
    Page page = show(Shows.session(Shows.instant(Mark.Kind.TIMEOUT)));
    ScrubberLayout at = layout(page);
    Lane sda = page.lanes().getFirst();
    Lane crowd =
        new Lane(
            sda.plan(), List.of(), 1, 5,
            Optional.of(new ScrubberPicture.Heat(List.of(), 1)), List.of(), List.of());
    List<Lane> lanes = new ArrayList<>(page.lanes());
    lanes.set(0, crowd);
    Page crowded =
        new Page(page.axis(), true, true, lanes, page.deadlines(), page.marks());
    BarHits hits = new BarHits(crowded, at);
    Span stuck =
        spans.ofCommand(Shows.run().missed().getFirst().command()).stream()
            .max((one, other) -> Long.compare(one.end() - one.start(), other.end() - other.start()))
            .orElseThrow();

    double x = page.axis().x(Shows.run().missed().getFirst().deadline());
    assertThat(hits.command(spans, x, at.laneY(0) + 6)).isEqualTo(stuck.command());
  }

  @Test
  void zoomedInAHitIsAsExactAsTheWindow() {
    Session session = Shows.session(60_000);
    Page page =
        show(
            session.after(
                new Action.SetDesk(
                    session.desk().with(
                        session.desk().time().with(new TimeWindow.Fixed(0, 200_000))))));
    ScrubberLayout at = layout(page);
    BarHits hits = new BarHits(page, at);

    double y = at.laneY(0) + at.laneHeight(0) / 2;
    assertThat(hits.command(spans, page.axis().x(60_000), y)).isZero();
    assertThat(hits.command(spans, page.axis().x(190_000), y)).isEqualTo(-1);
  }
}
