package unjam.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unjam.engine.SimTime;
import unjam.scenario.Disk;
import unjam.scenario.FaultRule;
import unjam.scenario.FaultRule.LbaRange;
import unjam.scenario.KernelRules;
import unjam.scenario.LldProfile;
import unjam.scenario.When;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.Opcode;
import unjam.scsi.Scope;

/** Reads one rule of {@code faults}, or one that starts in the middle. */
final class FaultReader {

  private static final Pattern LBAS = Pattern.compile("([0-9]{1,18})(?:\\.\\.([0-9]{1,18}))?");

  private final Devices devices;
  private final WhenReader whens;
  private final FaultKindReader kinds;
  private final Problems problems;

  FaultReader(Devices devices, KernelRules rules, WhenReader whens, Problems problems) {
    this.devices = devices;
    this.whens = whens;
    this.kinds = new FaultKindReader(rules, problems);
    this.problems = problems;
  }

  FaultRule read(Tree tree) {
    Fields f = Fields.of(tree, "fault", problems);
    Optional<Opcode> opcode =
        f.value("opcode", FaultReader::opcode, Optional.empty());
    Optional<LbaRange> lbas = f.value("lba", FaultReader::lbas);
    FaultRule rule =
        new FaultRule(
            f.required("id", Values::identifier, "id: f1", "?"),
            kinds.read(f),
            f.required("on", Scopes::parse, "on: 0:0:0:0", new Scope.Machine()),
            opcode.isPresent() ? OptionalInt.of(opcode.get().value()) : OptionalInt.empty(),
            lbas,
            f.value("skip", Values.count(0, Integer.MAX_VALUE), 0),
            count(f),
            whens.optional(f, "from"),
            whens.optional(f, "until"),
            f.value("cured_by", Values.choice(EhHook.values(), EhHook::field)));
    f.end();
    checkSpan(rule, f);
    List<Disk> covered = devices.covered(rule.scope(), f, "on");
    if (!covered.isEmpty()) {
      checkHooks(rule, covered, f);
      checkLink(rule, covered, f);
      lbas.ifPresent(range -> checkLbas(range, opcode, covered, f));
    }
    return rule;
  }

  private static Optional<Opcode> opcode(String text) {
    return text.equals("any") ? Optional.empty() : Optional.of(Values.opcode(text));
  }

  private static OptionalInt count(Fields f) {
    return f.value(
        "count",
        text ->
            text.equals("forever")
                ? OptionalInt.empty()
                : OptionalInt.of(Values.count(1, Integer.MAX_VALUE).apply(text)),
        OptionalInt.empty());
  }

  private static LbaRange lbas(String text) {
    Matcher range = LBAS.matcher(text);
    if (!range.matches()) {
      throw new IllegalArgumentException(
          Text.quoted(text) + " is no range of blocks; write 2048..2055, or 2048 for one block");
    }
    long first = Long.parseLong(range.group(1));
    long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
    if (last < first) {
      throw new IllegalArgumentException("the range " + text + " ends before it begins");
    }
    return new LbaRange(first, last);
  }

  private static void checkSpan(FaultRule rule, Fields f) {
    if (rule.until().isEmpty()) {
      return;
    }
    When from = rule.from().orElse(new When.At(SimTime.ZERO));
    boolean empty =
        switch (rule.until().get()) {
          case When.At(var end) -> from instanceof When.At(var start) && end.compareTo(start) <= 0;
          case When.AfterStream(var stream, var plus) ->
              from instanceof When.AfterStream(var first, var later)
                  && first.equals(stream) && plus.compareTo(later) <= 0;
          case When.AfterKernelMessage(var text, var plus) ->
              from instanceof When.AfterKernelMessage(var first, var later)
                  && first.equals(text) && plus.compareTo(later) <= 0;
        };
    if (empty) {
      f.wrong("until", "the fault would end before it starts, so it could never hit anything");
    }
  }

  /** A callback that no driver in reach has can neither fail nor cure. */
  private void checkHooks(FaultRule rule, List<Disk> covered, Fields f) {
    if (rule.fault() instanceof Fault.HookFails(EhHook hook, long _) && !exists(hook, covered)) {
      f.wrong(FaultKindReader.FAIL, without(hook, covered) + ", so it cannot fail");
    }
    rule.curedBy()
        .filter(hook -> !exists(hook, covered))
        .ifPresent(hook -> f.wrong("cured_by", without(hook, covered) + ", so it cures nothing"));
  }

  /** Only some transports are modelled with a link that can be cut. */
  private void checkLink(FaultRule rule, List<Disk> covered, Fields f) {
    boolean cuttable =
        covered.stream()
            .map(disk -> devices.hostOf(disk).driver().transport())
            .anyMatch(
                transport ->
                    transport == LldProfile.Transport.ATA
                        || transport == LldProfile.Transport.FC
                        || transport == LldProfile.Transport.ISCSI);
    if (rule.fault() instanceof Fault.LinkDown && !covered.isEmpty() && !cuttable) {
      f.wrong(
          FaultKindReader.LINK_DOWN,
          "nobody there has a link that could be cut; drivers with transport: ata, fc or"
              + " iscsi have one, such as ahci, lpfc and iscsi_tcp");
    }
    boolean sentByWorker =
        covered.stream()
            .anyMatch(
                disk ->
                    devices.hostOf(disk).driver().transport() == LldProfile.Transport.ISCSI);
    if (rule.fault() instanceof Fault.SentLate && !covered.isEmpty() && !sentByWorker) {
      f.wrong(
          FaultKindReader.SENT_LATE,
          "only a driver with transport: iscsi has a worker that could be late, such as iscsi_tcp");
    }
  }

  private boolean exists(EhHook hook, List<Disk> covered) {
    return covered.stream().anyMatch(disk -> devices.hasOrHad(disk, hook));
  }

  private String without(EhHook hook, List<Disk> covered) {
    List<String> drivers = new ArrayList<>();
    for (Disk disk : covered) {
      drivers.add(devices.hostOf(disk).driver().name());
    }
    return String.join(", ", drivers.stream().distinct().toList()) + " has no " + hook.field();
  }

  private static void checkLbas(
      LbaRange range, Optional<Opcode> opcode, List<Disk> covered, Fields f) {
    long blocks = 0;
    for (Disk disk : covered) {
      blocks = Math.max(blocks, disk.sizeBytes() / disk.blockSize());
    }
    if (range.last() >= blocks) {
      f.wrong(
          "lba",
          "block " + range.last() + " lies beyond the end of the disk, whose last block is "
              + (blocks - 1));
    }
    boolean addressesBlocks =
        opcode.isEmpty()
            || opcode.get().accessesMedium() && opcode.get() != Opcode.SYNCHRONIZE_CACHE;
    if (!addressesBlocks) {
      f.wrong("lba", opcode.get() + " names no block, so it could never match");
    }
  }
}
