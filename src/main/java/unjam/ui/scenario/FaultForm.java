package unjam.ui.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.PopOver;
import unjam.app.FaultDraft;
import unjam.app.FaultKind;
import unjam.scsi.EhHook;
import unjam.scsi.HostByte;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Opcode;
import unjam.scsi.SamStatus;
import unjam.scsi.Scope;
import unjam.scsi.SenseData;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.FormReader.Fields;
import unjam.ui.scenario.FormReader.Filled;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;
import unjam.ui.theme.Styles;

/** Asks where a fault is to be and how it is to be, and puts it there. */
final class FaultForm {

  private static final List<Opcode> OPCODES =
      List.of(
          Opcode.READ_10, Opcode.WRITE_10, Opcode.SYNCHRONIZE_CACHE, Opcode.TEST_UNIT_READY,
          Opcode.START_STOP, Opcode.REQUEST_SENSE);

  /** Host bytes that drivers set, not the mid-layer. */
  private static final List<HostByte> HOST_BYTES =
      List.of(
          HostByte.DID_OK, HostByte.DID_NO_CONNECT, HostByte.DID_BUS_BUSY, HostByte.DID_TIME_OUT,
          HostByte.DID_BAD_TARGET, HostByte.DID_ABORT, HostByte.DID_PARITY, HostByte.DID_ERROR,
          HostByte.DID_RESET, HostByte.DID_SOFT_ERROR, HostByte.DID_IMM_RETRY,
          HostByte.DID_REQUEUE, HostByte.DID_TRANSPORT_DISRUPTED,
          HostByte.DID_TRANSPORT_FAILFAST);

  private static final List<MlqueueReturn> REFUSALS =
      List.of(
          MlqueueReturn.SCSI_MLQUEUE_HOST_BUSY, MlqueueReturn.SCSI_MLQUEUE_DEVICE_BUSY,
          MlqueueReturn.SCSI_MLQUEUE_TARGET_BUSY);

  private final RailViewModel model;
  private final Surroundings surroundings;
  private final PopOver popOver = new PopOver();
  private final TextField blocks = field("blocks");
  private final TextField skip = field("skip");
  private final TextField times = field("times");
  private final TextField span = field("span");
  private final TextField sense = field("sense");
  private final ComboBox<Scope> where = new ComboBox<>();
  private final ComboBox<OptionalInt> opcode = new ComboBox<>();
  private final ComboBox<HostByte> host = new ComboBox<>();
  private final ComboBox<SamStatus> status = new ComboBox<>();
  private final ComboBox<MlqueueReturn> refusal = new ComboBox<>();
  private final ComboBox<Optional<EhHook>> cure = new ComboBox<>();
  private final Label problem = new Label();
  private final GridPane grid = new GridPane();

  FaultForm(RailViewModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    popOver.setArrowLocation(PopOver.ArrowLocation.LEFT_TOP);
    popOver.setDetachable(false);
    popOver.setAnimated(false);
    where.setId("form-where");
    opcode.setId("form-opcode");
    problem.setId("form-problem");
    problem.getStyleClass().addAll(Styles.CAPTION, "refusal");
    problem.setWrapText(true);
    grid.getStyleClass().add("form-grid");
  }

  private static TextField field(String id) {
    TextField field = new TextField();
    field.setId("form-" + id);
    field.getStyleClass().add("form-field");
    return field;
  }

  /** Asks beside an entry of the palette. */
  void open(Node owner, FaultKind kind) {
    Optional<FaultDraft> first = model.draft(kind);
    if (first.isEmpty()) {
      return;
    }
    fill(first.get());
    popOver.setContentNode(content(first.get()));
    Popovers.dress(popOver, owner);
    popOver.show(owner);
  }

  private void fill(FaultDraft draft) {
    choose(where, model.places(draft.kind()), draft.scope(), model::place);
    List<OptionalInt> codes =
        Stream.concat(
                Stream.of(OptionalInt.empty()),
                OPCODES.stream().map(each -> OptionalInt.of(each.value())))
            .toList();
    choose(
        opcode, codes, draft.opcode(),
        each ->
            each.isEmpty()
                ? texts().of("form.any_command")
                : FaultReading.shortName(each.getAsInt()));
    choose(host, HOST_BYTES, draft.host(), Enum::name);
    choose(status, List.of(SamStatus.values()), draft.status(), Enum::name);
    choose(refusal, REFUSALS, draft.refusal(), MlqueueReturn::text);
    choose(
        cure, model.cures(), draft.curedBy(),
        each -> each.map(EhHook::field).orElse(texts().of("form.no_cure")));
    blocks.setText(draft.lbas().map(FaultReading::blocks).orElse(""));
    skip.setText(Integer.toString(draft.skip()));
    times.setText(draft.count().isEmpty() ? "" : Integer.toString(draft.count().getAsInt()));
    times.setPromptText(texts().of("rule.always"));
    blocks.setPromptText(texts().of("form.any_block"));
    span.setText(TimeText.unit(draft.spanNanos()));
    sense.setText(draft.sense().map(SenseData::text).orElse(""));
    problem.setText("");
  }

  private static <T> void choose(
      ComboBox<T> box, List<T> items, T chosen, Function<T, String> words) {
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T item) {
            return item == null ? "" : words.apply(item);
          }

          @Override
          public T fromString(String text) {
            return box.getValue();
          }
        });
    box.getItems().setAll(items);
    box.setValue(chosen);
    box.setMaxWidth(Double.MAX_VALUE);
  }

  private Texts texts() {
    return surroundings.texts().getValue();
  }

  private Node content(FaultDraft draft) {
    Label title = new Label(texts().of("fault." + draft.kind().word()));
    title.getStyleClass().add(Styles.TITLE);
    Label note = new Label(texts().of("fault." + draft.kind().word() + ".note"));
    note.getStyleClass().add(Styles.BODY);
    note.setWrapText(true);
    grid.getChildren().clear();
    row("form.where", where);
    if (draft.kind().hook().isEmpty()) {
      row("form.command", opcode);
      row("form.blocks_of", blocks);
    }
    if (draft.kind().hasSpan()) {
      row(draft.kind().hook().isEmpty() ? "form.delay" : "form.takes", span);
    }
    if (draft.kind() == FaultKind.RESULT) {
      row("form.host_byte", host);
      row("form.status", status);
    }
    if (draft.kind().hasSense()) {
      row("form.sense_data", sense);
    }
    if (draft.kind() == FaultKind.REFUSE) {
      row("form.answer", refusal);
    }
    row("form.skipped", skip);
    row("form.how_often", times);
    row("form.cured_by", cure);
    Button put = new Button(texts().of("form.put"));
    put.setId("form-put");
    put.getStyleClass().add("primary");
    put.setDefaultButton(true);
    put.setOnAction(event -> put(draft));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    VBox box = new VBox(title, note, grid, problem, new HBox(gap, put));
    box.getStyleClass().add("form");
    Popovers.widen(box, model.scale());
    return box;
  }

  private void row(String key, Node field) {
    Label label = new Label(texts().of(key));
    label.getStyleClass().add(Styles.BODY);
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), label, field);
    GridPane.setHgrow(field, Priority.ALWAYS);
  }

  private void put(FaultDraft draft) {
    FaultDraft chosen =
        new FaultDraft(
            draft.kind(), where.getValue(), opcode.getValue(), draft.lbas(), draft.skip(),
            draft.count(), draft.spanNanos(), draft.sense(), host.getValue(), status.getValue(),
            refusal.getValue(), cure.getValue());
    Fields fields =
        new Fields(
            blocks.getText(), skip.getText(), times.getText(), span.getText(), sense.getText());
    switch (model.read(chosen, fields)) {
      case Filled.Good(FaultDraft filled) -> {
        popOver.hide();
        model.put(filled).forEach(surroundings::send);
      }
      case Filled.Bad(String message) -> problem.setText(texts().of(message));
    }
  }
}
