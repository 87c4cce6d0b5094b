package unjam.kernel.lio;

import java.util.Optional;
import unjam.scsi.ScsiResult;
import unjam.scsi.SenseData;
import unjam.scsi.TmResponse;

/** Who is at the other end of a connection; called when something has arrived there. */
public interface Initiator {

  /** Number of the initiator's host. */
  int host();

  /** A command is answered. */
  void answered(int tag, ScsiResult result, Optional<SenseData> sense);

  /** The target asks for the data of a write (a ready-to-transfer). */
  void dataWanted(int tag);

  /** A task management function is answered. */
  void managed(TmResponse response);

  /** "Are you there?" is answered. */
  void nopAnswered();

  /** The login was accepted: this is the connection. */
  void loggedIn(TargetConnection connection);
}
