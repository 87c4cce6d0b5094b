package unjam.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import unjam.scsi.EhHook;

/**
 * The rungs of the error handler's ladder, from the mildest to the harshest
 * (drivers/scsi/scsi_error.c: scsi_eh_ready_devs), and the steps that libata goes in its place
 * (drivers/ata/libata-eh.c: ata_scsi_error). The abort is none of them.
 */
public enum Rung {
  START_UNIT(Optional.empty()),
  LUN_RESET(Optional.of(EhHook.EH_DEVICE_RESET_HANDLER)),
  TARGET_RESET(Optional.of(EhHook.EH_TARGET_RESET_HANDLER)),
  BUS_RESET(Optional.of(EhHook.EH_BUS_RESET_HANDLER)),
  HOST_RESET(Optional.of(EhHook.EH_HOST_RESET_HANDLER)),
  OFFLINE(Optional.empty()),
  /** libata: what is wrong? */
  AUTOPSY(Optional.empty()),
  /** libata: the link is reset, up to four times. */
  LINK_RESET(Optional.empty()),
  /** libata: who is there, set up again. */
  REVALIDATE(Optional.empty()),
  /** libata: the disk is switched off. */
  DISABLE(Optional.empty());

  private static final List<Rung> LADDER =
      List.of(START_UNIT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET, OFFLINE);
  private static final List<Rung> LIBATA = List.of(AUTOPSY, LINK_RESET, REVALIDATE, DISABLE);

  private final Optional<EhHook> hook;

  Rung(Optional<EhHook> hook) {
    this.hook = hook;
  }

  /** Those of the mid-layer's own ladder. */
  public static List<Rung> ladder() {
    return LADDER;
  }

  /**
   * The steps that a host's recovery has.
   *
   * @param strategy who does it, as a trace says: {@code ata_scsi_error}
   */
  public static List<Rung> of(String strategy) {
    return strategy.equals("ata_scsi_error") ? LIBATA : LADDER;
  }

  /** Whether it is a step of libata's and no rung of the ladder. */
  public boolean ofLibata() {
    return LIBATA.contains(this);
  }

  /** The driver's callback that does it; empty for what needs none. */
  public Optional<EhHook> hook() {
    return hook;
  }

  /** The rung that a callback belongs to; empty for the abort. */
  public static Optional<Rung> of(EhHook hook) {
    return Stream.of(values())
        .filter(rung -> rung.hook.filter(each -> each == hook).isPresent())
        .findFirst();
  }
}
