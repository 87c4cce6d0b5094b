package unjam.analysis;

import java.util.Optional;
import unjam.scsi.IntReturn;
import unjam.scsi.ReturnValue;

/**
 * One try of a rung. Instants in nanoseconds, -1 for none.
 *
 * @param rung which
 * @param device index of the device whose command it is tried for, or -1
 * @param seq the event with which it began
 * @param start instant of that
 * @param answerSeq the event with which the callback came back, or -1
 * @param answered instant of that, or -1
 * @param answer what it said
 * @param cured commands that were done with before the next try
 * @param end instant of the next try, or of the end of the climb
 */
public record RungTry(
    Rung rung,
    int device,
    int seq,
    long start,
    int answerSeq,
    long answered,
    Optional<ReturnValue> answer,
    int cured,
    long end) {

  /** Whether a step of libata's came to its end without an error number. */
  public boolean worked() {
    return answer.isEmpty() || answer.get().equals(IntReturn.ZERO);
  }

  /** What had been answered after an event; a reader must not see the future. */
  public Optional<ReturnValue> answerAfter(int now) {
    return answerSeq >= 0 && answerSeq <= now ? answer : Optional.empty();
  }
}
