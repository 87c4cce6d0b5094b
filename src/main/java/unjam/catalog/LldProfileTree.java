package unjam.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.scenario.LldProfile;
import unjam.scenario.LldProfile.Hook;
import unjam.scsi.DriverSetting;
import unjam.scsi.EhHook;
import unjam.scsi.Opcode;

/** A driver as it is written: the reverse of {@link LldProfileReader}. */
final class LldProfileTree {

  private LldProfileTree() {}

  /** The keys in which a profile differs from another, or all of them when there is no other. */
  static Tree.Mapping differences(LldProfile profile, Optional<LldProfile> base) {
    Tree.Mapping all = keys(profile);
    if (base.isEmpty()) {
      return all;
    }
    Tree.Mapping known = keys(base.get());
    Nodes differences = new Nodes();
    for (Tree.Entry entry : all.entries()) {
      if (!known.get(entry.key()).equals(Optional.of(entry.value()))) {
        differences.put(entry.key(), entry.value());
      }
    }
    return differences.end();
  }

  private static Tree.Mapping keys(LldProfile profile) {
    Nodes nodes =
        new Nodes()
            .put("can_queue", profile.canQueue())
            .put("cmd_per_lun", profile.cmdPerLun())
            .put("nr_hw_queues", profile.nrHwQueues());
    for (EhHook hook : EhHook.values()) {
      nodes.put(
          hook.field(),
          Optional.ofNullable(profile.hooks().get(hook))
              .<Tree>map(LldProfileTree::hook)
              .orElse(Nodes.scalar(LldProfileReader.NONE)));
    }
    for (DriverSetting setting : DriverSetting.values()) {
      nodes.put(
          setting.field(),
          Optional.ofNullable(profile.settings().get(setting))
              .map(span -> Nodes.scalar(Nodes.span(span.nanos())))
              .orElse(Nodes.scalar(LldProfileReader.NONE)));
    }
    Nodes senses = new Nodes();
    profile.unitAttention().forEach((hook, sense) -> senses.put(hook.field(), sense.text()));
    return nodes
        .put("eh_timed_out", profile.ehTimedOut().name().toLowerCase(Locale.ROOT))
        .put("eh_strategy", profile.ehStrategy().name().toLowerCase(Locale.ROOT))
        .put("transport", profile.transport().name().toLowerCase(Locale.ROOT))
        .put("skip_settle_delay", profile.skipSettleDelay())
        .put("track_queue_depth", profile.trackQueueDepth())
        .seconds("default_timeout", profile.defaultTimeoutSeconds())
        .put("max_host_blocked", profile.maxHostBlocked())
        .put("irq_path", Nodes.words(profile.irqPath()))
        .put("answers_from_kworker", opcodes(profile))
        .put("check_condition_inline", profile.checkConditionInline())
        .put("dirty_flush_takes", profile.dirtyFlushTakes())
        .put("unit_attention", senses.end())
        .put("lun_reset_cancels_answers", profile.lunResetCancelsAnswers())
        .put("recovery_completes_commands", profile.recoveryCompletesCommands())
        .put("gives_back_inline", profile.givesBackInline())
        .put("host_reset_reaches_all_hosts", profile.hostResetReachesAllHosts())
        .put("rescan_commands", profile.rescanCommands())
        .put(
            "ata",
            profile.ata().map(LldProfileTree::ata)
                .orElse(Nodes.scalar(LldProfileReader.NONE)))
        .end();
  }

  private static Tree ata(LldProfile.Ata ata) {
    return new Nodes()
        .put("link_speed", ata.linkSpeed())
        .put("udma", ata.udma())
        .put("error_log", ata.errorLog())
        .put("lpm_broken", ata.lpmBroken())
        .end();
  }

  private static Tree opcodes(LldProfile profile) {
    List<String> names = profile.answersFromKworker().stream().map(Opcode::name).toList();
    return Nodes.words(names);
  }

  private static Tree hook(Hook hook) {
    Nodes nodes = new Nodes().put("takes", hook.takes());
    if (hook.tmTimeout().isPresent()) {
      nodes.put("tm_timeout", hook.tmTimeout().get())
          .put("on_tm_timeout", hook.onTmTimeout().name().toLowerCase(Locale.ROOT));
    }
    return nodes.put("fails_while_device_busy", hook.failsWhileDeviceBusy())
        .put("supported", hook.supported())
        .end();
  }
}
