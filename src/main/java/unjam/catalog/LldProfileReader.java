package unjam.catalog;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import unjam.engine.SimTime;
import unjam.scenario.LldProfile;
import unjam.scenario.LldProfile.Hook;
import unjam.scenario.LldProfile.OnTmTimeout;
import unjam.scenario.LldProfile.Strategy;
import unjam.scenario.LldProfile.TimedOut;
import unjam.scenario.LldProfile.Transport;
import unjam.scsi.DriverSetting;
import unjam.scsi.EhHook;
import unjam.scsi.Opcode;
import unjam.scsi.SenseData;

/**
 * Reads {@code lld/*.yaml}: a low-level driver under the field names of {@code scsi_host_template}.
 * The key {@code kernels} holds, per kernel version, the keys that differ there.
 */
final class LldProfileReader {

  static final String KERNELS = "kernels";
  private static final List<String> ABOUT = List.of("name", "title", "sources", KERNELS);
  static final String NONE = "none";

  private LldProfileReader() {}

  /**
   * A driver file as it is for one kernel version.
   *
   * @param kernel version whose differences count
   * @param changes keys laid over everything else, such as a host's template
   */
  static LldProfile read(
      Tree file, String kernel, Tree.Mapping changes, Problems problems) {
    Fields about = Fields.of(file, "driver", problems);
    Tree.Mapping fields = about.without(ABOUT);
    for (Tree.Entry version : Fields.of(differences(about), KERNELS, problems).entries()) {
      if (version.key().equals(kernel)) {
        fields = fields.overlaid(asMapping(version.value(), problems));
      }
    }
    String name = about.required("name", Values::identifier, "name: scsi_debug", "?");
    return profile(name, Fields.of(fields.overlaid(changes), "driver", problems));
  }

  /** What is said about the file itself: its title and where its facts are from. */
  static void checkAbout(Tree file, Problems problems) {
    Fields about = Fields.of(file, "driver", problems);
    about.required("title", Values::text, "title: The emulated disk of the kernel", "");
    Sources.require(about);
  }

  /** Versions that the file has differences for, with their places. */
  static List<Tree.Entry> versions(Tree file, Problems problems) {
    Fields about = Fields.of(file, "driver", problems);
    return Fields.of(differences(about), KERNELS, problems).entries();
  }

  private static Tree differences(Fields about) {
    return about.tree(KERNELS).orElse(new Tree.Mapping(List.of(), about.at()));
  }

  private static Tree.Mapping asMapping(Tree tree, Problems problems) {
    Fields checked = Fields.of(tree, "the differences of a kernel version", problems);
    return new Tree.Mapping(checked.entries(), tree.at());
  }

  /** The profile that these keys describe, whatever file they come from. */
  static LldProfile profile(String name, Fields f) {
    LldProfile profile =
        new LldProfile(
            name,
            f.required("can_queue", Values.count(1, 65_535), "can_queue: 192", 1),
            f.required("cmd_per_lun", Values.count(1, 65_535), "cmd_per_lun: 32", 1),
            f.value("nr_hw_queues", Values.count(1, 4_096), 1),
            hooks(f),
            f.value("eh_timed_out", Values.lowerCaseChoice(TimedOut.values()), TimedOut.NONE),
            f.value(
                "eh_strategy", Values.lowerCaseChoice(Strategy.values()),
                Strategy.SCSI_UNJAM_HOST),
            f.value("transport", Values.lowerCaseChoice(Transport.values()), Transport.NONE),
            settings(f),
            f.value("skip_settle_delay", Values::flag, false),
            f.value("track_queue_depth", Values::flag, false),
            f.value("default_timeout", Values.seconds(1, MachineReader.MOST_SECONDS), 30),
            f.value("max_host_blocked", Values.count(1, 1_000), 7),
            irqPath(f),
            answersFromKworker(f),
            f.value("check_condition_inline", Values::flag, false),
            f.value("dirty_flush_takes", Values::time, SimTime.ZERO),
            unitAttention(f),
            f.value("lun_reset_cancels_answers", Values::flag, true),
            f.value("recovery_completes_commands", Values::flag, false),
            f.value("gives_back_inline", Values::flag, false),
            f.value("host_reset_reaches_all_hosts", Values::flag, false),
            f.value("rescan_commands", Values.count(0, 10_000), 0),
            ata(f));
    if (profile.ehStrategy() == Strategy.ATA_SCSI_ERROR && profile.ata().isEmpty()) {
      String example = "ata: {link_speed: 3, udma: 133}; libata's recovery is about a port";
      if (f.has("ata")) {
        f.wrong("ata", "write " + example);
      } else {
        f.missing("ata", example);
      }
    }
    contradictions(profile, f);
    f.end();
    return profile;
  }

  /** What no driver can be, or what the kernel itself would refuse. */
  private static void contradictions(LldProfile profile, Fields f) {
    boolean fc = profile.transport() == Transport.FC;
    if (profile.ehTimedOut() == TimedOut.FC_EH_TIMED_OUT && !fc) {
      f.wrong("eh_timed_out", "fc_eh_timed_out asks a remote port; it needs transport: fc");
    }
    foreign(profile, f);
    SimTime loss = profile.settings().get(DriverSetting.DEV_LOSS_TMO);
    SimTime fail = profile.settings().get(DriverSetting.FAST_IO_FAIL_TMO);
    if (fc && loss == null) {
      f.missing("dev_loss_tmo", "dev_loss_tmo: 60s; the FC transport gives a port up after it");
    } else if (fail != null && loss != null && fail.compareTo(loss) >= 0) {
      f.wrong(
          "fast_io_fail_tmo",
          "the kernel answers EINVAL: it must be below dev_loss_tmo, " + loss
              + " (drivers/scsi/scsi_transport_fc.c: fc_rport_set_fast_io_fail_tmo)");
    }
  }

  /** Callbacks that belong to somebody else's way of recovery. */
  private static void foreign(LldProfile profile, Fields f) {
    boolean iscsi = profile.transport() == Transport.ISCSI;
    if (profile.ehTimedOut() == TimedOut.ISCSI_EH_CMD_TIMED_OUT && !iscsi) {
      f.wrong(
          "eh_timed_out", "iscsi_eh_cmd_timed_out asks a session; it needs transport: iscsi");
    }
    if (profile.ehTimedOut() == TimedOut.ATA_SCSI_EH_TIMED_OUT
        && profile.ehStrategy() != Strategy.ATA_SCSI_ERROR) {
      f.wrong("eh_timed_out", "libata's answer needs eh_strategy: ata_scsi_error");
    }
    for (EhHook hook : List.of(EhHook.EH_BUS_RESET_HANDLER, EhHook.EH_HOST_RESET_HANDLER)) {
      if (iscsi && profile.hooks().containsKey(hook)) {
        f.wrong(
            hook.field(),
            "a session has neither bus nor adapter to reset; write none (its last resort is"
                + " eh_target_reset_handler, drivers/scsi/libiscsi.c: iscsi_eh_recover_target)");
      }
    }
  }

  private static Map<DriverSetting, SimTime> settings(Fields f) {
    Map<DriverSetting, SimTime> settings = new EnumMap<>(DriverSetting.class);
    for (DriverSetting setting : DriverSetting.values()) {
      if (f.tree(setting.field()).filter(tree -> !isNone(tree)).isPresent()) {
        f.value(setting.field(), Values::time).ifPresent(span -> settings.put(setting, span));
      }
    }
    return settings;
  }

  private static Map<EhHook, Hook> hooks(Fields f) {
    Map<EhHook, Hook> hooks = new EnumMap<>(EhHook.class);
    for (EhHook hook : EhHook.values()) {
      Optional<Tree> tree = f.tree(hook.field());
      if (tree.isPresent() && !isNone(tree.get())) {
        hooks.put(hook, hook(tree.get(), hook.field(), f.problems()));
      }
    }
    return hooks;
  }

  private static boolean isNone(Tree tree) {
    return tree instanceof Tree.Scalar scalar && scalar.text().equals(NONE);
  }

  private static Hook hook(Tree tree, String field, Problems problems) {
    Fields f = Fields.of(tree, field, problems);
    Hook hook =
        new Hook(
            f.value("takes", Values::time, SimTime.ZERO),
            f.value("tm_timeout", Values::time),
            f.value(
                "on_tm_timeout", Values.lowerCaseChoice(OnTmTimeout.values()), OnTmTimeout.FAIL),
            f.value("fails_while_device_busy", Values::flag, false),
            f.value("supported", Values::flag, true));
    if (f.has("on_tm_timeout") && !f.has("tm_timeout")) {
      f.wrong("on_tm_timeout", "there is no tm_timeout after which this could happen; add one");
    }
    f.end();
    return hook;
  }

  private static Optional<LldProfile.Ata> ata(Fields f) {
    Optional<Tree> tree = f.tree("ata").filter(each -> !isNone(each));
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    Fields ata = Fields.of(tree.get(), "ata", f.problems());
    LldProfile.Ata port =
        new LldProfile.Ata(
            ata.value("link_speed", Values.count(1, 3), 3),
            ata.value("udma", Values.count(16, 133), 133),
            ata.value("error_log", Values::flag, true),
            ata.value("lpm_broken", Values::flag, false));
    ata.end();
    return Optional.of(port);
  }

  private static List<String> irqPath(Fields f) {
    if (!f.has("irq_path")) {
      f.missing("irq_path", "irq_path: [_base_interrupt, _scsih_io_done]");
    }
    return f.list("irq_path").stream()
        .map(each -> f.parsed(each, "irq_path", Values::identifier, "?"))
        .toList();
  }

  private static Set<Opcode> answersFromKworker(Fields f) {
    Set<Opcode> opcodes = new TreeSet<>();
    for (Tree each : f.list("answers_from_kworker")) {
      f.<Optional<Opcode>>parsed(
              each, "answers_from_kworker", text -> Optional.of(Values.opcode(text)),
              Optional.empty())
          .ifPresent(opcodes::add);
    }
    return opcodes;
  }

  private static Map<EhHook, SenseData> unitAttention(Fields f) {
    Map<EhHook, SenseData> senses = new EnumMap<>(EhHook.class);
    Optional<Tree> tree = f.tree("unit_attention");
    if (tree.isPresent()) {
      Fields each = Fields.of(tree.get(), "unit_attention", f.problems());
      for (EhHook hook : EhHook.values()) {
        each.value(hook.field(), SenseData::parse).ifPresent(sense -> senses.put(hook, sense));
      }
      each.end();
    }
    return senses;
  }
}
