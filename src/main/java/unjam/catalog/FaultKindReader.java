package unjam.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.scenario.KernelRules;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.HostByte;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.SamStatus;
import unjam.scsi.SenseData;

/** Reads what goes wrong: exactly one key of a fault rule says it. */
final class FaultKindReader {

  static final String MUTE = "mute";
  static final String HOLD = "hold";
  static final String SENT_LATE = "sent_late";
  static final String SLOW = "slow";
  static final String ANSWERS_AFTER = "answers_after";
  static final String MEDIUM_ERROR = "medium_error";
  static final String LINK_DOWN = "link_down";
  static final String RESULT = "result";
  static final String QUEUECOMMAND_RETURNS = "queuecommand_returns";
  static final String FAIL = "fail";

  private static final List<String> KINDS =
      List.of(
          MUTE, HOLD, SLOW, SENT_LATE, ANSWERS_AFTER, MEDIUM_ERROR, LINK_DOWN, RESULT,
          QUEUECOMMAND_RETURNS, FAIL);
  /** EH_RETRY is a reason of the mid-layer's own; a driver does not return it. */
  private static final MlqueueReturn[] BUSY = {
    MlqueueReturn.SCSI_MLQUEUE_HOST_BUSY,
    MlqueueReturn.SCSI_MLQUEUE_DEVICE_BUSY,
    MlqueueReturn.SCSI_MLQUEUE_TARGET_BUSY
  };
  private static final Fault STAND_IN = new Fault.Mute();

  private final KernelRules rules;
  private final Problems problems;

  FaultKindReader(KernelRules rules, Problems problems) {
    this.rules = rules;
    this.problems = problems;
  }

  Fault read(Fields f) {
    f.knows(KINDS);
    List<Fault> found = new ArrayList<>();
    for (String kind : KINDS) {
      f.tree(kind).map(tree -> fault(kind, tree, f)).ifPresent(found::add);
    }
    if (found.size() != 1) {
      List<String> there = KINDS.stream().filter(f::has).toList();
      problems.add(
          f.at(),
          "a fault has one key that says what goes wrong, this one has "
              + (there.isEmpty() ? "none" : String.join(" and ", there)) + "; give one of "
              + String.join(", ", KINDS));
    }
    return found.isEmpty() ? STAND_IN : found.getFirst();
  }

  private Fault fault(String kind, Tree tree, Fields f) {
    return switch (kind) {
      case MUTE -> plain(tree, kind, new Fault.Mute());
      case HOLD -> plain(tree, kind, new Fault.Holds());
      case SENT_LATE -> sentLate(tree);
      case SLOW -> slow(tree);
      case ANSWERS_AFTER -> new Fault.AnswersAfter(f.parsed(tree, kind, Values::nanos, 0L));
      case MEDIUM_ERROR -> mediumError(tree, f);
      case LINK_DOWN -> plain(tree, kind, new Fault.LinkDown());
      case RESULT -> result(tree);
      case QUEUECOMMAND_RETURNS ->
          new Fault.QueuecommandReturns(
              f.parsed(tree, kind, Values.choice(BUSY), MlqueueReturn.SCSI_MLQUEUE_HOST_BUSY));
      case FAIL -> hookFails(tree);
      default -> throw new IllegalStateException(kind);
    };
  }

  private Fault plain(Tree tree, String kind, Fault fault) {
    Fields.of(tree, kind, problems).end();
    return fault;
  }

  private Fault mediumError(Tree tree, Fields f) {
    if (!f.has("lba")) {
      f.missing("lba", "lba: 2048..2055; a medium error has its place on the disk");
    }
    return plain(tree, MEDIUM_ERROR, new Fault.MediumError());
  }

  private Fault slow(Tree tree) {
    Fields f = Fields.of(tree, SLOW, problems);
    Optional<Tree> extra = f.requiredTree("extra", "extra: 2s");
    f.end();
    return new Fault.Slow(
        extra.map(each -> ServiceTimeReader.read(each, "extra", true, problems))
            .orElse(ServiceTimeReader.STAND_IN));
  }

  private Fault sentLate(Tree tree) {
    Fields f = Fields.of(tree, SENT_LATE, problems);
    int ticks = f.required("ticks", Values.count(1, 1_000_000), "ticks: 1", 1);
    f.end();
    return new Fault.SentLate(ticks);
  }

  private Fault hookFails(Tree tree) {
    Fields f = Fields.of(tree, FAIL, problems);
    EhHook hook =
        f.required(
            "hook", Values.choice(EhHook.values(), EhHook::field), "hook: eh_abort_handler",
            EhHook.EH_ABORT_HANDLER);
    long takes = f.value("takes", Values::nanos, 0L);
    f.end();
    return new Fault.HookFails(hook, takes);
  }

  private Fault result(Tree tree) {
    Fields f = Fields.of(tree, RESULT, problems);
    HostByte host = f.value("host_byte", Values.choice(HostByte.values()), HostByte.DID_OK);
    Optional<SenseData> sense = sense(f);
    SamStatus status =
        f.value(
            "status", Values.choice(SamStatus.values()),
            sense.isPresent() ? SamStatus.CHECK_CONDITION : SamStatus.GOOD);
    Fault.Delivery delivery =
        f.value(
            "delivered", Values.lowerCaseChoice(Fault.Delivery.values()),
            Fault.Delivery.HARD_IRQ);
    f.end();
    checkHostByte(host, f);
    if (host == HostByte.DID_OK && status == SamStatus.GOOD && !f.has("sense")) {
      problems.add(
          f.at(),
          "this result is a healthy one; give a host_byte other than DID_OK, a status other than"
              + " GOOD, or sense");
    }
    return new Fault.Result(host, status, sense, delivery);
  }

  private static Optional<SenseData> sense(Fields f) {
    Optional<SenseData> sense = f.value("sense", SenseData::parse);
    boolean deferred = f.value("deferred", Values::flag, false);
    long information = f.value("information", Values.whole(0, Long.MAX_VALUE), -1L);
    if (sense.isEmpty()) {
      for (String key : List.of("deferred", "information")) {
        if (f.has(key) && !f.has("sense")) {
          f.wrong(key, "there is no sense that it could belong to; add sense: 3/11/00");
        }
      }
    }
    return sense.map(
        each ->
            new SenseData(each.key(), each.asc(), each.ascq(), deferred, information));
  }

  private void checkHostByte(HostByte host, Fields f) {
    switch (host) {
      case DID_TARGET_FAILURE, DID_NEXUS_FAILURE, DID_ALLOC_FAILURE, DID_MEDIUM_ERROR ->
          f.wrong("host_byte", host + " is the mid-layer's own verdict; a driver does not set it");
      case DID_TRANSPORT_MARGINAL -> {
        if (!rules.marginalHostByte()) {
          f.wrong("host_byte", host + " does not exist in Linux " + rules.version());
        }
      }
      case DID_OK, DID_NO_CONNECT, DID_BUS_BUSY, DID_TIME_OUT, DID_BAD_TARGET, DID_ABORT,
          DID_PARITY, DID_ERROR, DID_RESET, DID_BAD_INTR, DID_PASSTHROUGH, DID_SOFT_ERROR,
          DID_IMM_RETRY, DID_REQUEUE, DID_TRANSPORT_DISRUPTED, DID_TRANSPORT_FAILFAST -> { }
    }
  }
}
