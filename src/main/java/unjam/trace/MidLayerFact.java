package unjam.trace;

import java.util.Optional;
import unjam.scsi.Cdb;
import unjam.scsi.Disposition;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.ScsiResult;
import unjam.scsi.SenseData;

/** The SCSI mid-layer's ordinary path, down to the driver and up again. */
public sealed interface MidLayerFact extends Fact {

  /** The command has its CDB, its retry budget and its start of life. */
  record Prepared(Cdb cdb, int allowed) implements MidLayerFact {}

  /** The command was given to the driver's {@code queuecommand}. */
  record Dispatched(Cdb cdb) implements MidLayerFact {}

  /** {@code queuecommand} did not take it. */
  record QueuecommandBusy(MlqueueReturn value) implements MidLayerFact {}

  /** A function of the driver's own, on the way from the interrupt to {@code scsi_done}. */
  record DriverRan(String function) implements MidLayerFact {}

  /** The driver completed the command, or the error handler's command that borrows it. */
  record Done(Cdb cdb, ScsiResult result, boolean borrowed) implements MidLayerFact {}

  /** A completion came for a command that the mid-layer had already claimed. */
  record LateCompletionDropped() implements MidLayerFact {}

  /** The completion reached the mid-layer in its own context. */
  record Completed(ScsiResult result) implements MidLayerFact {}

  /** Sense data was judged. */
  record SenseChecked(Disposition verdict, Optional<SenseData> sense) implements MidLayerFact {}

  /** "May this not be retried?" was asked. */
  record NoRetryAsked(boolean noRetry) implements MidLayerFact {}

  /** "Has this lived too long?" was asked. */
  record RuntimeAsked(boolean exceeded) implements MidLayerFact {}

  /** TASK SET FULL was noted against the device's depth. */
  record QueueFullNoted(int depth) implements MidLayerFact {}

  /** The command left the device, after so many counted retries: its place in the depth is free. */
  record Finished(ScsiResult result, int retries) implements MidLayerFact {}

  /** sd counted the bytes that are good. */
  record SdDone(int goodBytes) implements MidLayerFact {}

  /** The mid-layer decides what becomes of the rest. */
  record IoCompletion(int goodBytes) implements MidLayerFact {}

  /** The command goes back to its queue to be sent again as it is. */
  record QueueInserted(MlqueueReturn reason, int retries) implements MidLayerFact {}

  /** The command goes back to be prepared anew. */
  record RequeuedForPrep(long delayNanos) implements MidLayerFact {}
}
