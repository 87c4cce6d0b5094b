package unjam.kernel.midlayer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import unjam.kernel.block.TagSet;
import unjam.kernel.core.Kernel;
import unjam.scenario.LldProfile;
import unjam.scsi.EhHook;
import unjam.scsi.Hctl;
import unjam.scsi.ShostState;

/** A Scsi_Host (include/scsi/scsi_host.h: struct Scsi_Host). Its deadline is in ticks. */
public final class ScsiHost {

  private final int number;
  private final LldProfile template;
  private @Nullable TransportSettings transportSettings;
  private final TagSet tags;
  private final List<ScsiDevice> devices = new ArrayList<>();
  private final List<ScsiCmnd> ehCmdQ = new ArrayList<>();
  private final List<ScsiCmnd> ehAbortList = new ArrayList<>();
  private final Set<ScsiDevice> starved = new LinkedHashSet<>();
  private final Set<Integer> expectingLunChange = new TreeSet<>();

  ShostState state = ShostState.SHOST_RUNNING;
  int hostBlocked;
  private final Set<ScsiCmnd> inFlight = new LinkedHashSet<>();
  private int hostFailed;
  private boolean ehScheduled;
  private @Nullable Long ehDeadline;
  private long lastReset;
  private Kernel.@Nullable Wait ehAction;

  public ScsiHost(int number, LldProfile template, Optional<Integer> ehDeadline, int hz) {
    this.number = number;
    this.template = template;
    this.tags = new TagSet(template.canQueue());
    this.ehDeadline = ehDeadline.map(seconds -> (long) seconds * hz).orElse(null);
  }

  public int number() {
    return number;
  }

  /** The spans of its transport, if it has one with spans that can be written. */
  public Optional<TransportSettings> transportSettings() {
    return Optional.ofNullable(transportSettings);
  }

  public void setTransportSettings(TransportSettings settings) {
    transportSettings = settings;
  }

  public LldProfile template() {
    return template;
  }

  public TagSet tags() {
    return tags;
  }

  /**
   * Its devices in the order in which they were found; the error handler walks them in this order.
   */
  public List<ScsiDevice> devices() {
    return devices;
  }

  public boolean has(EhHook hook) {
    return template.hooks().containsKey(hook);
  }

  public ShostState state() {
    return state;
  }

  public boolean inRecovery() {
    return state.inRecovery();
  }

  /** Commands that the driver or the error handler holds (drivers/scsi/hosts.c: scsi_host_busy). */
  public int busy() {
    return inFlight.size();
  }

  /** Commands that count as busy. */
  Set<ScsiCmnd> inFlight() {
    return inFlight;
  }

  public int failed() {
    return hostFailed;
  }

  public void setFailed(int failed) {
    hostFailed = failed;
  }

  /** The driver wants the error handler, whether or not a command has failed. */
  public boolean ehScheduled() {
    return ehScheduled;
  }

  public void setEhScheduled(boolean ehScheduled) {
    this.ehScheduled = ehScheduled;
  }

  /** Commands handed to the error handler and not yet taken by it. */
  public List<ScsiCmnd> ehCmdQ() {
    return ehCmdQ;
  }

  /** Commands whose asynchronous abort is scheduled or runs. */
  public List<ScsiCmnd> ehAbortList() {
    return ehAbortList;
  }

  Set<ScsiDevice> starved() {
    return starved;
  }

  /**
   * A unit of this target said that the target's units have changed; the others may say so too
   * (scsi_error.c: scsi_report_lun_change).
   */
  void expectLunChange(Hctl at) {
    expectingLunChange.add(target(at));
  }

  boolean expectsLunChange(Hctl at) {
    return expectingLunChange.contains(target(at));
  }

  /** The list of units was asked for: nothing of that kind is expected any more. */
  void forgetLunChange(Hctl at) {
    expectingLunChange.remove(target(at));
  }

  private static int target(Hctl at) {
    return at.channel() << 16 | at.target();
  }

  /** The answer that the error handler waits for, if it waits for one. */
  public Kernel.@Nullable Wait ehAction() {
    return ehAction;
  }

  public void setEhAction(Kernel.@Nullable Wait ehAction) {
    this.ehAction = ehAction;
  }

  /** {@code eh_deadline} in ticks, or null when off. */
  public @Nullable Long ehDeadline() {
    return ehDeadline;
  }

  public void setEhDeadline(@Nullable Long jiffies) {
    ehDeadline = jiffies;
  }

  /** The deadline's clock starts, unless it runs already (scsi_error.c: shost->last_reset). */
  public void startDeadline(long jiffies) {
    if (ehDeadline != null && lastReset == 0) {
      lastReset = jiffies;
    }
  }

  public void stopDeadline() {
    if (ehDeadline != null) {
      lastReset = 0;
    }
  }

  /** drivers/scsi/scsi_error.c: scsi_host_eh_past_deadline. */
  public boolean pastDeadline(long jiffies) {
    return ehDeadline != null && lastReset != 0 && jiffies >= lastReset + ehDeadline;
  }

  /** {@code scsi host0: }: what the kernel log puts before a line about this host. */
  public String logPrefix() {
    return "scsi host" + number + ": ";
  }
}
