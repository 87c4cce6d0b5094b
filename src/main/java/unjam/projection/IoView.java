package unjam.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.trace.KernelFunction;

/**
 * One IO that an application waits for.
 *
 * @param io index in the trace's IO names
 * @param name its name
 * @param device index of its device, or -1 if unknown
 * @param tries the devices of its tries that somebody waits for, if a layer above disks serves it
 * @param op what is asked; empty while the process is still in open(2)
 * @param mode through which door; empty like {@code op}
 * @param offset first byte
 * @param length bytes
 * @param background only there to see whether bystanders suffer
 * @param inOpen the process waits in open(2) for the end of the host's recovery
 * @param above in which function of a layer above disks it was last sent or held; empty without one
 * @param sinceNanos since when it waits
 */
public record IoView(
    int io,
    String name,
    int device,
    List<Integer> tries,
    Optional<IoOp> op,
    Optional<IoMode> mode,
    long offset,
    int length,
    boolean background,
    boolean inOpen,
    Optional<KernelFunction> above,
    long sinceNanos) {

  public IoView {
    tries = List.copyOf(tries);
  }

  /** Whether its application waits for this device. */
  public boolean waitsFor(int device) {
    return tries.isEmpty() ? this.device == device : tries.contains(device);
  }

  IoView withTry(int device, KernelFunction in) {
    List<Integer> more = new ArrayList<>(tries);
    more.add(device);
    return with(more, Optional.of(in));
  }

  IoView heldIn(KernelFunction in) {
    return with(tries, Optional.of(in));
  }

  IoView withoutTry(int device) {
    List<Integer> less = new ArrayList<>(tries);
    less.remove(Integer.valueOf(device));
    return with(less, above);
  }

  private IoView with(List<Integer> tries, Optional<KernelFunction> above) {
    return new IoView(
        io, name, device, tries, op, mode, offset, length, background, inOpen, above,
        sinceNanos);
  }
}
