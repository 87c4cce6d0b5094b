package unjam.kernel.user;

import java.util.Optional;
import java.util.OptionalLong;
import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.kernel.midlayer.TransportSettings;
import unjam.scenario.LldProfile;
import unjam.scsi.DriverSetting;
import unjam.scsi.EhHook;
import unjam.scsi.Errno;
import unjam.scsi.Knob;
import unjam.scsi.LogLevel;
import unjam.scsi.Scope;

/**
 * The files with numbers in them: what each takes, and what comes of it
 * (drivers/scsi/scsi_sysfs.c, sd.c, block/blk-sysfs.c).
 */
final class SysfsKnobs {

  /** Most retries that sd accepts (drivers/scsi/sd.h: SD_MAX_RETRIES). */
  private static final int SD_MAX_RETRIES = 5;

  /** Deepest queue that the mid-layer gives a device (scsi.c: scsi_device_max_queue_depth). */
  private static final int MOST_DEPTH = 4096;

  private static final long UINT_MAX = 0xffff_ffffL;

  /** include/scsi/scsi_device.h: SCSI_DEVICE_BLOCK_MAX_TIMEOUT, in seconds. */
  private static final long BLOCK_MAX_TIMEOUT = 600;

  private final Kernel kernel;
  private final ScsiLogging log;

  /**
   * What the kernel made of a write.
   *
   * @param errno OK, or why not
   * @param value what the file holds then; the text written when it was refused
   */
  record Answer(Errno errno, String value) {}

  SysfsKnobs(Kernel kernel, ScsiLogging log) {
    this.kernel = kernel;
    this.log = log;
  }

  Answer writeDevice(ScsiDevice sdev, Knob knob, String text) {
    return switch (knob) {
      case TIMEOUT -> timeout(sdev, text);
      case IO_TIMEOUT -> {
        OptionalLong millis = SysfsNumbers.unsigned(text);
        yield accept(
            millis, millis.orElse(0) > 0, text,
            () -> sdev.setRqTimeout(kernel.msecsToJiffies(millis.orElse(0))));
      }
      case EH_TIMEOUT -> {
        OptionalLong seconds = SysfsNumbers.unsigned(text);
        yield accept(
            seconds, true, text,
            () -> sdev.setEhTimeout(kernel.secondsToJiffies(seconds.orElse(0)) & UINT_MAX));
      }
      case QUEUE_DEPTH -> {
        long depth = SysfsNumbers.prefixed(text);
        boolean fits = depth >= 1 && depth <= sdev.host().template().canQueue();
        yield accept(
            OptionalLong.of(depth), fits, text,
            () -> sdev.setQueueDepth((int) Math.min(depth, MOST_DEPTH)));
      }
      case MAX_RETRIES -> maxRetries(sdev, text);
      case MAX_MEDIUM_ACCESS_TIMEOUTS -> {
        OptionalLong count = SysfsNumbers.unsigned(text);
        yield accept(
            count, true, text,
            () ->
                sdev.setMaxMediumAccessTimeouts(
                    (int) Math.min(Integer.MAX_VALUE, count.orElse(0))));
      }
      case ALLOW_RESTART ->
          SysfsNumbers.bool(text)
              .map(
                  allowed -> {
                    sdev.setAllowRestart(allowed);
                    return new Answer(Errno.OK, allowed ? "1" : "0");
                  })
              .orElse(new Answer(Errno.EINVAL, text));
      case STATE, EH_DEADLINE, LOGGING_LEVEL, RECOVERY_TMO, ABORT_TMO, LU_RESET_TMO,
          TGT_RESET_TMO, RECV_TMO, PING_TMO, FAST_IO_FAIL_TMO, DEV_LOSS_TMO ->
          new Answer(Errno.EINVAL, text);
    };
  }

  private static Answer accept(
      OptionalLong number, boolean fits, String text, Runnable change) {
    if (number.isEmpty() || !fits) {
      return new Answer(Errno.EINVAL, text);
    }
    change.run();
    return new Answer(Errno.OK, Long.toString(number.getAsLong()));
  }

  /**
   * This file refuses nothing; what is no number would leave a value that nobody can foresee, so
   * here it is refused (scsi_sysfs.c: sdev_store_timeout).
   */
  private Answer timeout(ScsiDevice sdev, String text) {
    OptionalLong seconds = SysfsNumbers.scanned(text);
    return accept(
        seconds, true, text,
        () -> sdev.setRqTimeout(kernel.secondsToJiffies((int) seconds.orElse(0)) & UINT_MAX));
  }

  /** Below -1 it takes everything (sd.c: max_retries_store). */
  private Answer maxRetries(ScsiDevice sdev, String text) {
    OptionalLong retries = SysfsNumbers.signed(text);
    if (retries.isPresent() && retries.getAsLong() > SD_MAX_RETRIES) {
      log.print(
          LogLevel.KERN_ERR, sdev, "max_retries must be between -1 and " + SD_MAX_RETRIES);
    }
    return accept(
        retries, retries.orElse(0) <= SD_MAX_RETRIES, text,
        () -> sdev.setMaxRetries((int) retries.orElse(0)));
  }

  /**
   * Refused for a driver that cannot reset its host, and while the host recovers
   * (scsi_sysfs.c: store_shost_eh_deadline).
   */
  Answer writeHost(ScsiHost shost, Knob knob, String text) {
    if (knob != Knob.EH_DEADLINE
        || !shost.has(EhHook.EH_HOST_RESET_HANDLER)
        || shost.template().ehStrategy() != LldProfile.Strategy.SCSI_UNJAM_HOST) {
      return new Answer(Errno.EINVAL, text);
    }
    boolean off = text.startsWith("off");
    OptionalLong seconds = SysfsNumbers.unsigned(text);
    if (!off && (seconds.isEmpty() || kernel.secondsToJiffies(seconds.getAsLong()) > UINT_MAX)) {
      return new Answer(Errno.EINVAL, text);
    }
    if (shost.inRecovery()) {
      return new Answer(Errno.EBUSY, text);
    }
    shost.setEhDeadline(off ? null : kernel.secondsToJiffies(seconds.orElse(0)));
    return new Answer(Errno.OK, off ? "off" : Long.toString(seconds.orElse(0)));
  }

  /**
   * A span of a session or a remote port: nothing is taken while it is blocked or gone
   * (scsi_transport_iscsi.c: store_priv_session_recovery_tmo, scsi_transport_fc.c:
   * store_fc_rport_fast_io_fail_tmo, fc_rport_set_dev_loss_tmo).
   */
  Answer writeTransport(ScsiHost shost, Scope scope, Knob knob, String text) {
    Optional<TransportSettings> files = shost.transportSettings();
    Optional<DriverSetting> setting = knob.setting();
    if (files.isEmpty() || setting.isEmpty() || !knob.isWritable()) {
      return new Answer(Errno.EINVAL, text);
    }
    boolean off = knob != Knob.DEV_LOSS_TMO && text.startsWith("off");
    OptionalLong written = off ? OptionalLong.empty() : wholly(knob, text);
    boolean readFirst = knob == Knob.DEV_LOSS_TMO && written.isEmpty();
    if (files.get().isBusy(scope) && !readFirst) {
      return new Answer(Errno.EBUSY, text);
    }
    if (!off && (written.isEmpty() || !fits(files.get(), scope, knob, written.getAsLong()))) {
      return new Answer(Errno.EINVAL, text);
    }
    files.get().set(scope, setting.get(), written);
    return new Answer(
        Errno.OK, written.isPresent() ? Long.toString(written.getAsLong()) : "off");
  }

  /**
   * The number; for dev_loss_tmo it is read before anybody looks at the port
   * (fc_str_to_dev_loss), and the drivers make 1 of 0 (lpfc_set_rport_loss_tmo,
   * qla2x00_set_rport_loss_tmo).
   */
  private static OptionalLong wholly(Knob knob, String text) {
    OptionalLong number = SysfsNumbers.wholly(text);
    if (knob != Knob.DEV_LOSS_TMO || number.isEmpty()) {
      return number;
    }
    return number.getAsLong() > UINT_MAX
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(1, number.getAsLong()));
  }

  private static boolean fits(
      TransportSettings files, Scope scope, Knob knob, long seconds) {
    return switch (knob) {
      case FAST_IO_FAIL_TMO ->
          seconds <= BLOCK_MAX_TIMEOUT
              && seconds < files.seconds(scope, DriverSetting.DEV_LOSS_TMO).orElse(UINT_MAX);
      case DEV_LOSS_TMO ->
          seconds <= UINT_MAX
              && (seconds <= BLOCK_MAX_TIMEOUT
                  || files.seconds(scope, DriverSetting.FAST_IO_FAIL_TMO).isPresent());
      case RECOVERY_TMO -> seconds <= Integer.MAX_VALUE;
      case TIMEOUT, EH_TIMEOUT, QUEUE_DEPTH, STATE, IO_TIMEOUT, MAX_RETRIES,
          MAX_MEDIUM_ACCESS_TIMEOUTS, ALLOW_RESTART, EH_DEADLINE, LOGGING_LEVEL, ABORT_TMO,
          LU_RESET_TMO, TGT_RESET_TMO, RECV_TMO, PING_TMO ->
          false;
    };
  }

  Answer writeMachine(Knob knob, String text) {
    OptionalLong level = SysfsNumbers.signed(text);
    return accept(
        level, knob == Knob.LOGGING_LEVEL && level.orElse(-1) >= 0, text,
        () -> kernel.setLoggingLevel((int) level.orElse(0)));
  }
}
