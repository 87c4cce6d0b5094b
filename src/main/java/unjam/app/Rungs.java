package unjam.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import unjam.scenario.DriverMatrix.Column;
import unjam.scenario.LldProfile;
import unjam.scenario.LldProfile.Hook;
import unjam.scenario.Machine;
import unjam.scsi.EhHook;

/**
 * What becomes of a host's driver when a callback is taken from it or given to it: what if there
 * were no target reset? (include/scsi/scsi_host.h: struct scsi_host_template)
 */
public final class Rungs {

  private Rungs() {}

  /** What comes of the wish. */
  public sealed interface Answer {}

  /** The driver as it would be. */
  public record Other(LldProfile driver) implements Answer {}

  /** It cannot be. */
  public record Refused(Reason why) implements Answer {}

  /** Why a callback cannot be taken or given. */
  public enum Reason {
    /** The driver recovers by itself, and is never asked. */
    NEVER_ASKED,
    /** Who recovers is what the driver is. */
    STRATEGY,
    /** What its devices hang on is what the driver is. */
    TRANSPORT,
    /** Its answer to a timeout is a function of its own, and it has none. */
    NO_ANSWER,
    /** A session has neither bus nor adapter. */
    SESSION,
    /** The host has an eh_deadline, which the kernel refuses where there is no host reset. */
    DEADLINE
  }

  /** The callback that a column is about; empty for the others. */
  public static Optional<EhHook> hook(Column column) {
    return switch (column) {
      case ABORT -> Optional.of(EhHook.EH_ABORT_HANDLER);
      case LUN_RESET -> Optional.of(EhHook.EH_DEVICE_RESET_HANDLER);
      case TARGET_RESET -> Optional.of(EhHook.EH_TARGET_RESET_HANDLER);
      case BUS_RESET -> Optional.of(EhHook.EH_BUS_RESET_HANDLER);
      case HOST_RESET -> Optional.of(EhHook.EH_HOST_RESET_HANDLER);
      case TIMED_OUT, STRATEGY, TRANSPORT -> Optional.empty();
    };
  }

  /**
   * What there is goes; what there is not comes, as the catalog's driver has it, or else as one
   * that works at once.
   *
   * @param catalog the driver of that name as it comes with the application
   */
  public static Answer toggled(Machine.Host host, Optional<LldProfile> catalog, Column column) {
    return switch (column) {
      case STRATEGY -> new Refused(Reason.STRATEGY);
      case TRANSPORT -> new Refused(Reason.TRANSPORT);
      case TIMED_OUT -> timedOut(host.driver(), catalog);
      case ABORT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET ->
          callback(host, catalog, hook(column).orElseThrow());
    };
  }

  private static Answer timedOut(LldProfile now, Optional<LldProfile> catalog) {
    if (now.ehTimedOut() != LldProfile.TimedOut.NONE) {
      return new Other(now.withTimedOut(LldProfile.TimedOut.NONE));
    }
    return catalog
        .map(LldProfile::ehTimedOut)
        .filter(each -> each != LldProfile.TimedOut.NONE)
        .<Answer>map(each -> new Other(now.withTimedOut(each)))
        .orElseGet(() -> new Refused(Reason.NO_ANSWER));
  }

  private static Answer callback(
      Machine.Host host, Optional<LldProfile> catalog, EhHook hook) {
    LldProfile now = host.driver();
    if (now.ehStrategy() != LldProfile.Strategy.SCSI_UNJAM_HOST) {
      return new Refused(Reason.NEVER_ASKED);
    }
    boolean there = now.hooks().containsKey(hook);
    boolean reset = hook == EhHook.EH_HOST_RESET_HANDLER;
    if (there && reset && host.ehDeadline().isPresent()) {
      return new Refused(Reason.DEADLINE);
    }
    boolean ofAdapter = reset || hook == EhHook.EH_BUS_RESET_HANDLER;
    if (!there && ofAdapter && now.transport() == LldProfile.Transport.ISCSI) {
      return new Refused(Reason.SESSION);
    }
    Map<EhHook, Hook> hooks = new EnumMap<>(EhHook.class);
    hooks.putAll(now.hooks());
    if (there) {
      hooks.remove(hook);
    } else {
      hooks.put(hook, catalog.map(each -> each.hooks().get(hook)).orElse(Hook.INSTANT));
    }
    return new Other(now.withHooks(hooks));
  }
}
