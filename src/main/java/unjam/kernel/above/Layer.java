package unjam.kernel.above;

import java.util.function.Consumer;
import unjam.scsi.Errno;

/** Serves IOs from one disk or the other. */
public interface Layer {

  /**
   * Serves one IO.
   *
   * @param end told once what the application is told
   */
  void submit(AboveIo io, Consumer<Errno> end);
}
