package unjam.ui.ladder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import unjam.analysis.Rung;
import unjam.app.Frame;
import unjam.projection.DeviceView;
import unjam.trace.KernelFunction;
import unjam.ui.control.CommandWords;
import unjam.ui.control.Explanation;
import unjam.ui.control.Explanation.Value;
import unjam.ui.ladder.LadderPicture.RungView;
import unjam.ui.ladder.LadderPicture.Status;
import unjam.ui.text.Texts;

/** What the parts of the error handler's half are called, and what they are, at an instant. */
final class LadderGuide {

  private static final List<KernelFunction> STEPS =
      List.of(
          KernelFunction.SCSI_TIMEOUT, KernelFunction.SCMD_EH_ABORT_HANDLER,
          KernelFunction.SCSI_EH_SCMD_ADD, KernelFunction.SCSI_EH_WAKEUP);

  private final Frame frame;
  private final LadderPicture picture;
  private final Texts texts;
  private final CommandWords commands;

  LadderGuide(Frame frame, LadderPicture picture, Texts texts) {
    this.frame = frame;
    this.picture = picture;
    this.texts = texts;
    commands = new CommandWords(frame, texts);
  }

  /** The part and its state in words. */
  String name(Part part) {
    return switch (part) {
      case Part.Step step -> {
        LadderPicture.Step now = picture.steps().get(step.index());
        String more =
            now.when().isEmpty() ? String.join(" ", now.notes()) : now.when() + " s";
        yield more.isEmpty() ? now.title() : texts.of("say.step", now.title(), more);
      }
      case Part.OfLadder rung -> rung(rung.rung()).map(this::name).orElse("");
      case Part.Thread thread ->
          texts.of("say.thread", picture.thread(), picture.threadNote());
      case Part.Held held -> commands.name(held.command());
    };
  }

  private Optional<RungView> rung(Rung rung) {
    return picture.rungs().stream().filter(each -> each.rung() == rung).findFirst();
  }

  private String name(RungView rung) {
    String hurt = hurt(rung);
    return hurt.isEmpty()
        ? texts.of("say.rung", rung.name(), status(rung))
        : texts.of("say.rung.hurts", rung.name(), status(rung), hurt);
  }

  private String hurt(RungView rung) {
    return rung.status() == Status.MISSING
        ? ""
        : rung.hurt().stream()
            .flatMap(each -> frame.state().device(each).stream())
            .map(DeviceView::disk)
            .collect(Collectors.joining(" "));
  }

  private String status(RungView rung) {
    return switch (rung.status()) {
      case MISSING, SKIPPED -> rung.note();
      case TO_COME, LIT, WORKED, FAILED ->
          texts.of("say.rung." + rung.status().name().toLowerCase(Locale.ROOT));
    };
  }

  /** What it is, and how it is now. */
  Explanation explain(Part part) {
    return switch (part) {
      case Part.Step step -> step(step.index());
      case Part.OfLadder rung ->
          rung(rung.rung())
              .map(this::explain)
              .orElseGet(() -> new Explanation(name(part), false, "", "", List.of()));
      case Part.Thread thread -> thread();
      case Part.Held held -> commands.explain(held.command());
    };
  }

  private Value value(String key, String value) {
    return new Value(texts.of("what.value." + key), value);
  }

  private Explanation step(int index) {
    LadderPicture.Step step = picture.steps().get(index);
    return new Explanation(
        step.title(), false, texts.of("what.step." + index), STEPS.get(index).citation(),
        List.of(
            value("function", step.function()),
            value("when", step.when()),
            value("state", String.join("\n", step.notes()))));
  }

  private Explanation explain(RungView rung) {
    String key = "what.rung." + rung.rung().name().toLowerCase(Locale.ROOT);
    String text = texts.of(key);
    boolean done = rung.status() == Status.WORKED || rung.status() == Status.FAILED;
    return new Explanation(
        rung.name(),
        false,
        rung.status() == Status.MISSING ? texts.of("what.rung.missing", text) : text,
        citation(rung.rung()),
        List.of(
            value("callback", rung.function()),
            value("state", status(rung)),
            value("took", done ? rung.note() : ""),
            value("hits", hurt(rung))));
  }

  private static String citation(Rung rung) {
    return switch (rung) {
      case START_UNIT -> KernelFunction.SCSI_EH_STU.citation();
      case LUN_RESET -> KernelFunction.SCSI_EH_BUS_DEVICE_RESET.citation();
      case TARGET_RESET -> KernelFunction.SCSI_EH_TARGET_RESET.citation();
      case BUS_RESET -> KernelFunction.SCSI_EH_BUS_RESET.citation();
      case HOST_RESET -> KernelFunction.SCSI_EH_HOST_RESET.citation();
      case OFFLINE -> KernelFunction.SCSI_EH_OFFLINE_SDEVS.citation();
      case AUTOPSY -> KernelFunction.ATA_EH_AUTOPSY.citation();
      case LINK_RESET -> KernelFunction.ATA_EH_RESET.citation();
      case REVALIDATE -> KernelFunction.ATA_DEV_REVALIDATE.citation();
      case DISABLE -> KernelFunction.ATA_DEV_DISABLE.citation();
    };
  }

  private Explanation thread() {
    String held =
        picture.held().stream()
            .flatMap(each -> frame.state().command(each.command()).stream())
            .map(commands::brief)
            .limit(4)
            .collect(Collectors.joining(texts.of("list.and_more")));
    return new Explanation(
        picture.thread(), true, texts.of("what.thread"),
        KernelFunction.SCSI_ERROR_HANDLER.citation(),
        List.of(value("state", picture.threadNote()), value("held", held)));
  }
}
