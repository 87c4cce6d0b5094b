package unjam.kernel.above;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scenario.Above;
import unjam.scsi.BlkStatus;
import unjam.scsi.Errno;
import unjam.scsi.IoOp;
import unjam.trace.AboveFact;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/** A replicated store: which copies it still asks, and who serves an IO. */
final class Store implements Layer {

  private static final WayDown.Steps STEPS =
      new WayDown.Steps(
          KernelFunction.STORE_ASKS, KernelFunction.STORE_HEARS, KernelFunction.STORE_GIVES_UP,
          KernelFunction.STORE_HEARS_LATE);

  private final Above.Store config;
  private final WayDown way;
  private final List<Copy> copies = new ArrayList<>();

  /** One copy of everything. */
  static final class Copy {
    final ScsiDevice device;
    private int errors;
    private boolean down;

    Copy(ScsiDevice device) {
      this.device = device;
    }

    boolean isUp() {
      return !down;
    }
  }

  Store(Kernel kernel, Above.Store config, List<ScsiDevice> devices) {
    this.config = config;
    way = new WayDown(kernel, STEPS, ExecContext.USER, Latency.THREAD_WAKE);
    devices.forEach(each -> copies.add(new Copy(each)));
  }

  @Override
  public void submit(AboveIo io, Consumer<Errno> end) {
    if (io.op() == IoOp.WRITE) {
      new StoreWrite(this, io, end).start();
    } else {
      new StoreRead(this, io, end).start();
    }
  }

  Above.Store config() {
    return config;
  }

  WayDown way() {
    return way;
  }

  /** The copies that are asked, home first. */
  List<Copy> up() {
    return copies.stream().filter(Copy::isUp).toList();
  }

  Copy copyOn(ScsiDevice device) {
    return copies.stream().filter(each -> each.device == device).findFirst().orElseThrow();
  }

  ScsiDevice home() {
    return copies.getFirst().device;
  }

  /** How a try went counts for its copy, however late: errors in a row mark it down. */
  void judge(Try ended) {
    Copy copy = copyOn(ended.device);
    if (ended.status != BlkStatus.OK) {
      failed(copy);
    } else if (ended.state == Try.State.ENDED) {
      copy.errors = 0;
    }
  }

  /** The copy has not answered in time. */
  void tooLong(Try sent) {
    failed(copyOn(sent.device));
  }

  private void failed(Copy copy) {
    copy.errors++;
    if (!copy.down && copy.errors >= config.downAfter()) {
      copy.down = true;
      way.note(
          KernelFunction.STORE_MARKS_DOWN, copy.device,
          new AboveFact.MarkedDown(config.name(), copy.errors));
    }
  }
}
