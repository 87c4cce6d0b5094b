package unjam.kernel.above;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import unjam.scsi.BlkStatus;
import unjam.scsi.Errno;
import unjam.scsi.FailFast;
import unjam.trace.AboveFact;
import unjam.trace.AboveFact.Why;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * A write to a store: to every copy that is asked, and told when enough have it. The store goes on
 * waiting for the others.
 */
final class StoreWrite {

  private final Store store;
  private final AboveIo io;
  private final Consumer<Errno> end;
  private final List<Try> open = new ArrayList<>();
  private int written;
  private boolean told;

  StoreWrite(Store store, AboveIo io, Consumer<Errno> end) {
    this.store = store;
    this.io = io;
    this.end = end;
  }

  void start() {
    List<Store.Copy> copies = store.up();
    if (copies.size() < store.config().writeQuorum()) {
      fail();
      return;
    }
    int buffer = 0;
    for (Store.Copy copy : copies) {
      Try sent =
          store
              .way()
              .send(
                  io, copy.device, store.config().name(), Why.COPY, ++buffer, FailFast.NONE,
                  this::ended);
      open.add(sent);
      store.config()
          .timeout()
          .ifPresent(
              time ->
                  store.way().kernel().after(
                      time.nanos(), ExecContext.USER, () -> tooLong(sent)));
    }
  }

  private void ended(Try ended) {
    open.remove(ended);
    store.judge(ended);
    if (ended.state != Try.State.GIVEN_UP && ended.status == BlkStatus.OK) {
      written++;
    }
    look(ended);
  }

  private void tooLong(Try sent) {
    if (sent.isOpen()) {
      open.remove(sent);
      store.way().giveUp(sent);
      store.tooLong(sent);
      look(sent);
    }
  }

  private void look(Try last) {
    int quorum = store.config().writeQuorum();
    if (!told && written >= quorum) {
      told = true;
      store.way().note(
          KernelFunction.STORE_HAS_WRITTEN, last.device,
          new AboveFact.QuorumReached(io.io(), written, store.config().disks().size()));
      end.accept(Errno.OK);
    } else if (!told && written + open.size() < quorum) {
      fail();
    }
  }

  private void fail() {
    told = true;
    end.accept(Errno.EIO);
  }
}
