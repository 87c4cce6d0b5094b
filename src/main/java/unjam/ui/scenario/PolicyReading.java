package unjam.ui.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import unjam.app.PolicyBoard;
import unjam.scenario.Policy;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.ui.scenario.PolicyPicture.KnobRow;
import unjam.ui.scenario.PolicyPicture.Leaning;
import unjam.ui.text.Texts;

/** Puts the settings in force into words. */
final class PolicyReading {

  static final String RETRY_HARD = "retry-hard";
  static final String FAIL_FAST = "fail-fast";

  private static final String KERNELS_OWN = "default";

  /** In seconds, unless the driver has its own (drivers/scsi/sd.h: SD_TIMEOUT). */
  private static final String SD_TIMEOUT = "30";

  private PolicyReading() {}

  /**
   * The settings in words.
   *
   * @param supplied bundles that come with the application
   * @param known these and those that somebody has kept
   */
  static PolicyPicture picture(
      PolicyBoard board, String scope, boolean scopeIsFree, List<Policy> supplied,
      List<Policy> known, String refusal, Texts texts) {
    return new PolicyPicture(
        scope,
        scopeIsFree,
        board.fitting(supplied).map(PolicyReading::leaning).orElse(Leaning.OWN),
        PolicyBoard.KNOBS.stream().filter(board::has).map(knob -> row(board, knob, texts)).toList(),
        sentence(board, known, texts),
        refusal);
  }

  private static String sentence(PolicyBoard board, List<Policy> known, Texts texts) {
    Optional<Policy> fitting = board.fitting(known);
    boolean otherTimeout = !board.values(Knob.TIMEOUT).equals(List.of(SD_TIMEOUT));
    if (fitting.filter(each -> each.name().equals(KERNELS_OWN)).isPresent() && otherTimeout) {
      return texts.of("policy.default_but", name(Knob.TIMEOUT));
    }
    return fitting.map(each -> words(each, texts)).orElseGet(() -> texts.of("policy.mixture"));
  }

  private static Leaning leaning(Policy policy) {
    return switch (policy.name()) {
      case KERNELS_OWN, RETRY_HARD -> Leaning.RETRY_HARD;
      case FAIL_FAST -> Leaning.FAIL_FAST;
      default -> Leaning.OWN;
    };
  }

  private static KnobRow row(PolicyBoard board, Knob knob, Texts texts) {
    String values =
        board.values(knob).stream()
            .map(each -> withUnit(knob, each, texts))
            .collect(Collectors.joining(" | "));
    return new KnobRow(knob, name(knob), values, board.value(knob).orElse(""));
  }

  /** The file's own name, without the folder that it is in. */
  static String name(Knob knob) {
    return knob.shortName().substring(knob.shortName().indexOf('/') + 1);
  }

  static String withUnit(Knob knob, String value, Texts texts) {
    return switch (knob) {
      case TIMEOUT, EH_TIMEOUT, ABORT_TMO, LU_RESET_TMO, TGT_RESET_TMO, RECV_TMO, PING_TMO,
          DEV_LOSS_TMO ->
          value + " s";
      case EH_DEADLINE, RECOVERY_TMO, FAST_IO_FAIL_TMO ->
          value.equals("off") ? value : value + " s";
      case IO_TIMEOUT -> value + " ms";
      case MAX_RETRIES -> value.startsWith("-") ? texts.of("policy.no_limit") : value;
      case QUEUE_DEPTH, STATE, MAX_MEDIUM_ACCESS_TIMEOUTS, ALLOW_RESTART, LOGGING_LEVEL -> value;
    };
  }

  /** What is meant by what somebody has typed: the unit is not sysfs'. */
  static String bare(Knob knob, String typed) {
    String text = typed.strip();
    return switch (knob) {
      case TIMEOUT, EH_TIMEOUT, EH_DEADLINE, RECOVERY_TMO, ABORT_TMO, LU_RESET_TMO,
          TGT_RESET_TMO, RECV_TMO, PING_TMO, FAST_IO_FAIL_TMO, DEV_LOSS_TMO ->
          text.replaceFirst("^([0-9]+)\\s*s$", "$1");
      case IO_TIMEOUT -> text.replaceFirst("^([0-9]+)\\s*ms$", "$1");
      case QUEUE_DEPTH, STATE, MAX_RETRIES, MAX_MEDIUM_ACCESS_TIMEOUTS, ALLOW_RESTART,
          LOGGING_LEVEL ->
          text;
    };
  }

  /** What a bundle is for, in one sentence. */
  static String words(Policy policy, Texts texts) {
    return switch (policy.name()) {
      case KERNELS_OWN -> texts.of("policy.default");
      case RETRY_HARD -> texts.of("policy.retry_hard");
      case FAIL_FAST -> texts.of("policy.fail_fast");
      default -> texts.of("policy.equals", policy.name());
    };
  }

  /** Which part of the machine, in words. */
  static String words(Scope scope, String disk, Texts texts) {
    return switch (scope) {
      case Scope.Machine() -> texts.of("scope.machine");
      case Scope.Host(int number) -> texts.of("scope.host", "host" + number);
      case Scope.Bus bus -> texts.of("scope.bus", bus.host() + ":" + bus.channel());
      case Scope.Target target ->
          texts.of(
              "scope.target", target.host() + ":" + target.channel() + ":" + target.target());
      case Scope.Lun lun -> disk;
    };
  }
}
