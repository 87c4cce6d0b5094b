package unjam.kernel.above;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import unjam.engine.SimTime;
import unjam.kernel.core.Kernel;
import unjam.scsi.BlkStatus;
import unjam.scsi.Errno;
import unjam.scsi.FailFast;
import unjam.trace.AboveFact;
import unjam.trace.AboveFact.Why;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/** A read of a store: one copy, then others until one has answered. The first answer counts. */
final class StoreRead {

  private final Store store;
  private final Kernel kernel;
  private final AboveIo io;
  private final Consumer<Errno> end;
  private final List<Store.Copy> asked = new ArrayList<>();
  private final List<Try> open = new ArrayList<>();
  private boolean told;

  StoreRead(Store store, AboveIo io, Consumer<Errno> end) {
    this.store = store;
    this.kernel = store.way().kernel();
    this.io = io;
    this.end = end;
  }

  void start() {
    askAnother(Why.FIRST);
    failIfNobodyIsLeft();
  }

  private void askAnother(Why why) {
    Optional<Store.Copy> next =
        store.up().stream().filter(each -> !asked.contains(each)).findFirst();
    if (next.isEmpty()) {
      return;
    }
    asked.add(next.get());
    Try sent =
        store
            .way()
            .send(
                io, next.get().device, store.config().name(), why, asked.size(), FailFast.NONE,
                this::ended);
    open.add(sent);
    store.config().timeout().ifPresent(time -> later(time, () -> tooLong(sent)));
    store.config().hedge().ifPresent(time -> later(time, () -> hedge(sent)));
  }

  private void later(SimTime time, Runnable then) {
    kernel.after(time.nanos(), ExecContext.USER, then);
  }

  private void ended(Try ended) {
    open.remove(ended);
    store.judge(ended);
    if (told || ended.state == Try.State.GIVEN_UP) {
      return;
    }
    if (ended.status == BlkStatus.OK) {
      served(ended);
    } else {
      askAnother(Why.ERROR);
      failIfNobodyIsLeft();
    }
  }

  private void tooLong(Try sent) {
    if (!told && sent.isOpen()) {
      open.remove(sent);
      store.way().giveUp(sent);
      store.tooLong(sent);
      askAnother(Why.TIMEOUT);
      failIfNobodyIsLeft();
    }
  }

  /** Nobody is given up yet: another copy is asked too. */
  private void hedge(Try sent) {
    if (!told && sent.isOpen()) {
      askAnother(Why.HEDGE);
    }
  }

  private void served(Try by) {
    told = true;
    open.forEach(store.way()::giveUp);
    open.clear();
    if (by.device != store.home()) {
      store.way().note(
          KernelFunction.STORE_HAS_DATA, by.device,
          new AboveFact.ServedElsewhere(io.io(), store.config().name()));
    }
    end.accept(Errno.OK);
  }

  private void failIfNobodyIsLeft() {
    if (!told && open.isEmpty()) {
      told = true;
      end.accept(Errno.EIO);
    }
  }
}
