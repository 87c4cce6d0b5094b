package unjam.ui.radius;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.ui.control.Explanation;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Spot;
import unjam.ui.control.SpotLayer;
import unjam.ui.control.Surroundings;
import unjam.ui.control.TextLayer;
import unjam.ui.radius.RadiusLayout.Box;
import unjam.ui.theme.Styles;

/** Above, how far a fault reaches, from the disk to the services; below, who waits for whom. */
public final class RadiusView extends Region {

  private final RadiusViewModel model;
  private final Surroundings around;
  private final PaintedPane picture;
  private final TextLayer words = new TextLayer();
  private final SpotLayer<String> spots = new SpotLayer<>(new Guide());

  public RadiusView(RadiusViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
    setId("radius");
    getStyleClass().add("radius");
    picture =
        new PaintedPane(
            around.palette(), (g, colors) -> new RadiusPainter(g, colors, layoutOf()).paint());
    getChildren().addAll(picture, words, spots);
    model.pictureProperty().addListener((value, before, now) -> requestLayout());
    around.texts().addListener((value, before, now) -> requestLayout());
  }

  private RadiusLayout layoutOf() {
    return RadiusLayout.of(
        model.pictureProperty().get(), getWidth(), getHeight(), Styles.isWide(this));
  }

  @Override
  protected void layoutChildren() {
    model.room(
        RadiusLayout.most(
            getHeight(), Styles.isWide(this), model.pictureProperty().get().scale()));
    RadiusLayout at = layoutOf();
    picture.resizeRelocate(0, 0, getWidth(), getHeight());
    picture.show(List.of(at.picture(), at.wide(), at.width(), at.height()));
    words.resizeRelocate(0, 0, getWidth(), getHeight());
    new RadiusWords(words, at, around.texts().getValue()).say();
    spots.resizeRelocate(0, 0, getWidth(), getHeight());
    List<Spot<String>> places = new ArrayList<>();
    cards()
        .forEach(
            each -> {
              Box box = at.box(each.id());
              places.add(
                  new Spot<>(
                      each.id(), "spot-" + each.id(), box.x(), box.y(), box.w(), box.h(), false));
            });
    spots.show(places);
  }

  private Stream<Card> cards() {
    RadiusPicture now = model.pictureProperty().get();
    return Stream.concat(
        now.columns().stream().flatMap(each -> each.cards().stream()), now.waits().stream());
  }

  /** Who knows what the cards are. */
  private final class Guide implements SpotLayer.Guide<String> {

    private Optional<Card> card(String id) {
      return cards().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public String name(String key) {
      return card(key).map(Card::spoken).orElse("");
    }

    @Override
    public Explanation explain(String key) {
      return card(key)
          .map(
              each ->
                  new Explanation(
                      each.title(), each.machine(), each.about(), "",
                      List.of(
                          new Explanation.Value(
                              around.texts().getValue().of("radius.since"), each.since()))))
          .orElseGet(() -> new Explanation("", false, "", "", List.of()));
    }

    @Override
    public boolean choose(String key, Node at) {
      Optional<Card> card = card(key);
      card.filter(each -> each.command() >= 0)
          .ifPresent(each -> around.send(new Action.Select(each.command())));
      card.filter(each -> each.command() < 0 && each.device() >= 0)
          .ifPresent(each -> around.send(new Action.SelectDevice(each.device())));
      return card.filter(each -> each.command() >= 0 || each.device() >= 0).isPresent();
    }

    @Override
    public void point(@Nullable String key) {}
  }
}
