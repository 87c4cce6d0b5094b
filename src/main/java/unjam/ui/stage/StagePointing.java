package unjam.ui.stage;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.projection.CommandView;
import unjam.ui.control.ChoiceCard;
import unjam.ui.control.Explanation;
import unjam.ui.control.SpotLayer;
import unjam.ui.control.Surroundings;

/** What happens when a person points at something on the path, or chooses it. */
final class StagePointing implements SpotLayer.Guide<Thing> {

  private final StageViewModel model;
  private final Surroundings around;
  private final SpotLayer<Thing> layer = new SpotLayer<>(this);
  private final ReadOnlyIntegerWrapper gate = new ReadOnlyIntegerWrapper(-1);

  StagePointing(StageViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
  }

  SpotLayer<Thing> layer() {
    return layer;
  }

  /** The number of the host whose gate is pointed at, or -1. */
  ReadOnlyIntegerProperty gateProperty() {
    return gate.getReadOnlyProperty();
  }

  @Override
  public String name(Thing thing) {
    if (thing instanceof Thing.Remote remote) {
      return model.note(remote).map(MachinesPicture.Note::name).orElse("");
    }
    return model.guide().map(guide -> guide.name(thing)).orElse("");
  }

  @Override
  public Explanation explain(Thing thing) {
    Optional<Explanation> remote =
        thing instanceof Thing.Remote asked
            ? model.note(asked).map(MachinesPicture.Note::what)
            : Optional.empty();
    return remote.or(() -> model
        .guide()
        .map(guide -> guide.explain(thing)))
        .orElseGet(() -> new Explanation("", false, "", "", List.of()));
  }

  @Override
  public boolean choose(Thing thing, Node at) {
    return switch (thing) {
      case Thing.Command command -> select(command.id());
      case Thing.Disk disk ->
          model
              .guide()
              .flatMap(guide -> guide.commandOf(disk.device()))
              .map(command -> select(command.id()))
              .orElse(false);
      case Thing.Disks disks -> choices(disks, at);
      case Thing.Crowd crowd -> choices(crowd, at);
      case Thing.Gate shut -> false;
      case Thing.Station station -> false;
      case Thing.Process process -> false;
      case Thing.Sent sent -> false;
      case Thing.Remote remote ->
          model
              .commandOf(remote)
              .map(this::select)
              .orElse(false);
    };
  }

  private boolean select(int command) {
    around.send(new Action.Select(command));
    return true;
  }

  private boolean choices(Thing.Crowd crowd, Node at) {
    model
        .guide()
        .ifPresent(
            guide -> {
              List<CommandView> commands = guide.commandsOf(crowd);
              show(
                  crowd, at, commands.stream().map(guide::brief).toList(),
                  commands.stream().map(CommandView::id).toList());
            });
    return true;
  }

  private boolean choices(Thing.Disks disks, Node at) {
    model
        .guide()
        .ifPresent(
            guide -> {
              List<Integer> devices = guide.devicesOf(disks.lane());
              show(
                  disks, at,
                  devices.stream().map(each -> guide.name(new Thing.Disk(each))).toList(),
                  devices.stream()
                      .map(each -> guide.commandOf(each).map(CommandView::id).orElse(-1))
                      .toList());
            });
    return true;
  }

  /** Choosing a line follows its command, if it has one. */
  private void show(Thing thing, Node at, List<String> names, List<Integer> commands) {
    ChoiceCard card =
        new ChoiceCard(
            name(thing), names,
            line -> {
              layer.popOver().hide();
              select(commands.get(line));
            });
    layer.popOver().show(at, card);
  }

  @Override
  public void point(@Nullable Thing thing) {
    int command = thing instanceof Thing.Command pointed ? pointed.id() : -1;
    if (model.deskProperty().get().hovered() != command) {
      around.send(new Action.Hover(command));
    }
    gate.set(thing instanceof Thing.Gate pointed ? pointed.host() : -1);
  }
}
