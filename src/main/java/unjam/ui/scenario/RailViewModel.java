package unjam.ui.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.app.Document;
import unjam.app.FaultDraft;
import unjam.app.FaultKind;
import unjam.app.FaultPalette;
import unjam.app.Frame;
import unjam.app.Hand;
import unjam.app.PolicyBoard;
import unjam.app.Session;
import unjam.catalog.Catalog;
import unjam.catalog.OwnPolicy;
import unjam.lesson.Control;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.scenario.Intervention;
import unjam.scenario.Policy;
import unjam.scenario.Scenario;
import unjam.scsi.EhHook;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.ui.scenario.DeedPicture.DeedRow;
import unjam.ui.text.Texts;

/** What the panel on the left shows, and what a click there would do. */
public final class RailViewModel {

  private final ReadOnlyObjectWrapper<MachinePicture> machine =
      new ReadOnlyObjectWrapper<>(MachinePicture.EMPTY);
  private final ReadOnlyObjectWrapper<PolicyPicture> policy =
      new ReadOnlyObjectWrapper<>(PolicyPicture.EMPTY);
  private final ReadOnlyObjectWrapper<FaultPicture> faults =
      new ReadOnlyObjectWrapper<>(FaultPicture.EMPTY);
  private final ReadOnlyObjectWrapper<DeedPicture> deeds =
      new ReadOnlyObjectWrapper<>(DeedPicture.EMPTY);
  private final ReadOnlyObjectWrapper<Set<Control>> locked =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final List<Policy> supplied;
  private List<Object> readOn = List.of();
  private boolean onlySelected;
  private @Nullable Session session;
  private @Nullable Texts texts;

  /**
   * @param supplied bundles of settings that come with the application
   */
  public RailViewModel(List<Policy> supplied) {
    this.supplied = List.copyOf(supplied);
  }

  /** With the bundles of the application's own catalog. */
  static RailViewModel ofCatalog() {
    Catalog catalog = Catalog.ofClassPath();
    return new RailViewModel(
        catalog.policies().stream().flatMap(name -> catalog.policy(name).stream()).toList());
  }

  /** Shows an instant. */
  public void show(Session now, Frame frame, Texts words) {
    session = now;
    texts = words;
    locked.set(
        now.inLesson()
            .map(
                desk ->
                    Arrays.stream(Control.values())
                        .filter(each -> !desk.allows(each))
                        .collect(Collectors.toUnmodifiableSet()))
            .orElse(Set.of()));
    machine.set(MachineReader.picture(now, frame, words));
    faults.set(new FaultReading(frame, words).picture());
    readDeeds(now, frame, words);
    Scope scope = scope(now, frame);
    policy.set(
        PolicyReading.picture(
            PolicyBoard.of(frame.state(), scope), new FaultReading(frame, words).place(scope),
            isScopeFree(now, frame), supplied, policies(), refusal(frame), words));
  }

  /** What a lesson does not let be used. */
  ReadOnlyObjectProperty<Set<Control>> lockedProperty() {
    return locked.getReadOnlyProperty();
  }

  /** What was done does not depend on the instant that is looked at. */
  private void readDeeds(Session now, Frame frame, Texts words) {
    Scenario scenario = now.work().map(Document::scenario).orElse(frame.run().scenario());
    List<Object> on = List.of(scenario, frame.run(), now.policies(), words);
    boolean same = on.size() == readOn.size();
    for (int i = 0; same && i < on.size(); i++) {
      same = on.get(i) == readOn.get(i);
    }
    if (!same) {
      readOn = on;
      deeds.set(new DeedReading(frame, policies(), words).picture(scenario));
    }
  }

  /** Bundles that come with the application, then those that somebody has kept. */
  List<Policy> policies() {
    List<Policy> all = new ArrayList<>(supplied);
    Optional.ofNullable(session).ifPresent(now -> all.addAll(now.policies()));
    return all;
  }

  /** What the kernel had against the settings that were written last. */
  private String refusal(Frame frame) {
    return deeds.get().rows().stream()
        .filter(DeedRow::writesSettings)
        .filter(each -> each.nanos().orElse(Long.MAX_VALUE) <= frame.nanos())
        .max(Comparator.comparingLong(each -> each.nanos().orElse(0)))
        .map(DeedRow::refusal)
        .orElse("");
  }

  /** There is a choice between one disk and all of them. */
  private static boolean isScopeFree(Session now, Frame frame) {
    return frame.state().devices().size() > 1 && selected(now, frame).isPresent();
  }

  /** From all disks to the selected one, or back. */
  void changeScope() {
    onlySelected = !onlySelected;
    Session now = session;
    Texts words = texts;
    if (now != null && words != null) {
      now.frame().ifPresent(frame -> show(now, frame, words));
    }
  }

  /** All disks, those of the selected one's host, or the selected one alone. */
  private Scope scope(Session session, Frame frame) {
    Optional<DeviceView> selected = selected(session, frame);
    if (onlySelected && selected.isPresent()) {
      return new Scope.Lun(selected.get().at());
    }
    if (frame.state().hosts().size() == 1) {
      return new Scope.Host(frame.state().hosts().getFirst().number());
    }
    return selected
        .map(each -> (Scope) new Scope.Host(each.host()))
        .orElseGet(Scope.Machine::new);
  }

  /** The disk that is selected, itself or by one of its commands. */
  static Optional<DeviceView> selected(Session session, Frame frame) {
    int device =
        session.device() >= 0
            ? session.device()
            : frame.state().command(session.selection()).map(CommandView::device).orElse(-1);
    return frame.state().device(device);
  }

  /** The size of all text. */
  double scale() {
    Session now = session;
    return now == null ? 1 : now.look().scale();
  }

  private Optional<Frame> frame() {
    return Optional.ofNullable(session).flatMap(Session::frame);
  }

  /** A kind of fault can happen in a place. */
  boolean canPut(FaultKind kind, Scope scope) {
    return frame()
        .filter(frame -> FaultPalette.offered(frame.state(), scope).contains(kind))
        .isPresent();
  }

  /** What puts a fault somewhere as it is offered first. */
  List<Action> put(FaultKind kind, Scope scope) {
    return frame()
        .filter(frame -> canPut(kind, scope))
        .map(frame -> put(FaultPalette.draft(kind, frame, scope)))
        .orElse(List.of());
  }

  /** What puts a fault somewhere. */
  List<Action> put(FaultDraft draft) {
    return byHand(hand -> hand.put(draft));
  }

  /** What ends a fault. */
  List<Action> end(String fault) {
    return byHand(hand -> hand.end(fault));
  }

  /** What gives a setting another value; nothing, if it has it already. */
  List<Action> write(Knob knob, String typed) {
    String value = PolicyReading.bare(knob, typed);
    return board()
        .filter(board -> !value.isEmpty() && !board.values(knob).equals(List.of(value)))
        .map(board -> byHand(hand -> board.write(knob, value, hand.now())))
        .orElse(List.of());
  }

  /** What gives all settings of a bundle their values. */
  List<Action> apply(Policy bundle) {
    return board()
        .map(board -> byHand(hand -> board.apply(bundle, hand.now())))
        .orElse(List.of());
  }

  /** What applies a bundle that comes with the application. */
  List<Action> apply(String name) {
    return supplied.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(this::apply)
        .orElse(List.of());
  }

  /** Why the settings cannot be kept under a name; empty if they can. */
  Optional<String> whyNotKept(String name) {
    if (!OwnPolicy.isName(name)) {
      return Optional.of("policy.no_name");
    }
    return supplied.stream().anyMatch(each -> each.name().equals(name))
        ? Optional.of("policy.name_taken")
        : Optional.empty();
  }

  /** What keeps the settings as they are, under a name. */
  List<Action> keep(String name, String title) {
    return board()
        .map(board -> List.<Action>of(new Action.KeepPolicy(board.bundle(name, title))))
        .orElse(List.of());
  }

  /** The first settings in one line, for somebody who looks for a bundle. */
  String inOneLine() {
    return policy.get().rows().stream()
        .limit(4)
        .map(each -> each.name() + " " + each.value())
        .collect(Collectors.joining(", "));
  }

  private Optional<PolicyBoard> board() {
    return frame()
        .map(
            frame ->
                PolicyBoard.of(
                    frame.state(), scope(Objects.requireNonNull(session), frame)));
  }

  /** What takes something back that was done by hand. */
  List<Action> withdraw(DeedRow deed) {
    return Optional.ofNullable(session)
        .flatMap(Session::work)
        .map(work -> Hand.without(work.scenario(), deed.indices()))
        .map(scenario -> List.<Action>of(new Action.Change(scenario)))
        .orElse(List.of());
  }

  /** What is seen stays: where an event fills the instant, the next one is gone to first. */
  private List<Action> byHand(Function<Hand, List<Intervention>> deed) {
    Optional<Frame> frame = frame();
    Optional<Document> work = Optional.ofNullable(session).flatMap(Session::work);
    if (frame.isEmpty() || work.isEmpty()) {
      return List.of();
    }
    Hand hand = Hand.in(work.get().scenario(), frame.get());
    Action done = new Action.Intervene(deed.apply(hand));
    return hand.nanos() == frame.get().nanos()
        ? List.of(done)
        : List.of(new Action.JumpTo(hand.nanos()), done);
  }

  /** A fault as it is offered first: on what is selected, else on the first disk that can. */
  Optional<FaultDraft> draft(FaultKind kind) {
    return frame()
        .flatMap(
            frame ->
                selected(Objects.requireNonNull(session), frame)
                    .map(each -> (Scope) new Scope.Lun(each.at()))
                    .filter(scope -> canPut(kind, scope))
                    .or(() -> places(kind).stream().findFirst())
                    .map(scope -> FaultPalette.draft(kind, frame, scope)));
  }

  /** Where a kind of fault can be put: on disks, targets of several disks, hosts, everything. */
  List<Scope> places(FaultKind kind) {
    Optional<Frame> frame = frame();
    if (frame.isEmpty()) {
      return List.of();
    }
    List<Scope> places = new ArrayList<>();
    List<DeviceView> devices = frame.get().state().devices();
    devices.forEach(each -> places.add(new Scope.Lun(each.at())));
    devices.stream()
        .map(each -> new Scope.Target(each.host(), each.at().channel(), each.at().target()))
        .distinct()
        .filter(each -> devices.stream().filter(disk -> each.covers(disk.at())).count() > 1)
        .forEach(places::add);
    frame.get().state().hosts().forEach(each -> places.add(new Scope.Host(each.number())));
    if (frame.get().state().hosts().size() > 1) {
      places.add(new Scope.Machine());
    }
    places.removeIf(each -> !canPut(kind, each));
    return places;
  }

  /** A place in words. */
  String place(Scope scope) {
    Texts words = texts;
    return words == null
        ? scope.toString()
        : frame().map(frame -> new FaultReading(frame, words).place(scope)).orElse("");
  }

  /** What can cure a fault: nothing, or a callback that some driver has. */
  List<Optional<EhHook>> cures() {
    List<Optional<EhHook>> cures = new ArrayList<>(List.of(Optional.empty()));
    frame().stream()
        .flatMap(frame -> frame.state().hosts().stream())
        .flatMap(host -> host.hooks().stream())
        .distinct()
        .forEach(each -> cures.add(Optional.of(each)));
    return cures;
  }

  /** Reads a form. */
  FormReader.Filled read(FaultDraft chosen, FormReader.Fields fields) {
    return frame()
        .map(frame -> new FormReader(frame.state()).read(chosen, fields))
        .orElseGet(() -> new FormReader.Filled.Good(chosen));
  }

  ReadOnlyObjectProperty<FaultPicture> faultsProperty() {
    return faults.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<DeedPicture> deedsProperty() {
    return deeds.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<MachinePicture> machineProperty() {
    return machine.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<PolicyPicture> policyProperty() {
    return policy.getReadOnlyProperty();
  }
}
