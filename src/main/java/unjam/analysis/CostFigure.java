package unjam.analysis;

import java.util.function.ToLongFunction;

/** A figure of the cost card that can be drawn and compared; spans in nanoseconds. */
public enum CostFigure {
  LONGEST("longest_ns", true, CostCard::longest),
  P99("p99_ns", true, CostCard::p99),
  TOTAL("total_ns", true, CostCard::total),
  IOS("ios", false, CostCard::ios),
  ERRORS("errors", false, CostCard::errors),
  UNANSWERED("unanswered", false, CostCard::unanswered),
  ELSEWHERE("elsewhere", false, CostCard::elsewhere),
  TIMEOUTS("timeouts", false, CostCard::timeouts),
  RETRIES("retries", false, CostCard::retries),
  ABORTS("aborts", false, CostCard::aborts),
  RESETS("resets", false, CostCard::resets),
  STOPS("host_stops", false, CostCard::stops),
  STOPPED("host_stopped_ns", true, CostCard::stopped),
  HURT("healthy_disks_hurt", false, cost -> cost.hurt().size()),
  HURT_FOR("healthy_disks_wait_ns", true, CostCard::hurtNanos),
  REPAIR("repair_ns", true, CostCard::repair),
  LATE("late_answers", false, CostCard::lateAnswers),
  LATE_BYTES("late_read_bytes", false, CostCard::lateBytes),
  OWNED("owned_below", false, CostCard::owned),
  OWNED_FOR("owned_below_longest_ns", true, CostCard::ownedNanos),
  OFFLINE("disks_offline", false, cost -> cost.offline().size()),
  LINES("log_lines", false, CostCard::lines);

  private final String column;
  private final boolean span;
  private final ToLongFunction<CostCard> value;

  CostFigure(String column, boolean span, ToLongFunction<CostCard> value) {
    this.column = column;
    this.span = span;
    this.value = value;
  }

  /** Its name in tables that machines read. */
  public String column() {
    return column;
  }

  /** Whether it is a span in nanoseconds, not a count. */
  public boolean isSpan() {
    return span;
  }

  /** Its value on a card. */
  public long of(CostCard cost) {
    return value.applyAsLong(cost);
  }
}
