package unjam.app;

import java.util.Locale;
import java.util.Optional;
import unjam.scsi.EhHook;

/** What a person can let go wrong; in the order in which it is offered, the usual ones first. */
public enum FaultKind {
  /** The next command is accepted and never answered. */
  IGNORE,
  /** Every answer takes longer. */
  SLOW,
  /** Blocks that cannot be read or written. */
  MEDIUM_ERROR,
  /** Commands come back with BUSY. */
  BUSY,
  /** The next command is told that something happened to the unit. */
  UNIT_ATTENTION,
  /** Nothing is answered any more. */
  SILENT,
  /** The cable is pulled. */
  LINK_CUT,
  /** The answer comes when nobody waits for it any more. */
  LATE,
  /** The unit is not ready for work. */
  NOT_READY,
  /** The unit cannot take another command. */
  TASK_SET_FULL,
  /** A command completes with a result of one's choice. */
  RESULT,
  /** The driver does not take the command. */
  REFUSE,
  ABORT_FAILS,
  LUN_RESET_FAILS,
  TARGET_RESET_FAILS,
  BUS_RESET_FAILS,
  HOST_RESET_FAILS;

  /** So many are what one usually wants. */
  public static final int USUAL = 5;

  /** Its key in the message files, and the beginning of the names of its rules. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The recovery callback that fails, for the kinds in which one does. */
  public Optional<EhHook> hook() {
    return switch (this) {
      case ABORT_FAILS -> Optional.of(EhHook.EH_ABORT_HANDLER);
      case LUN_RESET_FAILS -> Optional.of(EhHook.EH_DEVICE_RESET_HANDLER);
      case TARGET_RESET_FAILS -> Optional.of(EhHook.EH_TARGET_RESET_HANDLER);
      case BUS_RESET_FAILS -> Optional.of(EhHook.EH_BUS_RESET_HANDLER);
      case HOST_RESET_FAILS -> Optional.of(EhHook.EH_HOST_RESET_HANDLER);
      case IGNORE, SLOW, MEDIUM_ERROR, BUSY, UNIT_ATTENTION, SILENT, LINK_CUT, LATE, NOT_READY,
          TASK_SET_FULL, RESULT, REFUSE -> Optional.empty();
    };
  }

  /** It has a span of time to choose. */
  public boolean hasSpan() {
    return this == SLOW || this == LATE || hook().isPresent();
  }

  /** It has sense data to choose. */
  public boolean hasSense() {
    return this == UNIT_ATTENTION || this == NOT_READY || this == RESULT;
  }
}
