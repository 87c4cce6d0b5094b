package unjam.projection;

import java.util.Optional;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;

/**
 * One IO that an application waits for.
 *
 * @param io index in the trace's IO names
 * @param name its name
 * @param device index of its device, or -1 if unknown
 * @param op what is asked; empty while the process is still in open(2)
 * @param mode through which door; empty like {@code op}
 * @param offset first byte
 * @param length bytes
 * @param background only there to see whether bystanders suffer
 * @param inOpen the process waits in open(2) for the end of the host's recovery
 * @param sinceNanos since when it waits
 */
public record IoView(
    int io,
    String name,
    int device,
    Optional<IoOp> op,
    Optional<IoMode> mode,
    long offset,
    int length,
    boolean background,
    boolean inOpen,
    long sinceNanos) {}
