package unjam.ui.scenario;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unjam.app.FaultDraft;
import unjam.app.FaultKind;
import unjam.engine.SimTime;
import unjam.projection.DeviceView;
import unjam.projection.StackState;
import unjam.scenario.FaultRule.LbaRange;
import unjam.scsi.HostByte;
import unjam.scsi.SamStatus;
import unjam.scsi.SenseData;

/** Reads what a person has filled into the form of a fault. */
final class FormReader {

  private static final Pattern BLOCKS =
      Pattern.compile("\\s*([0-9]{1,18})\\s*(?:\\.\\.\\s*([0-9]{1,18}))?\\s*");
  private static final Pattern NUMBER = Pattern.compile("\\s*([0-9]{1,9})\\s*");
  private static final Pattern BARE = Pattern.compile("\\s*[0-9.]+\\s*");

  private final StackState state;

  FormReader(StackState state) {
    this.state = state;
  }

  /**
   * What is in the fields that take text.
   *
   * @param blocks a range of blocks or nothing
   * @param skip a number
   * @param times a number, or nothing for always
   * @param span a time
   * @param sense sense data or nothing
   */
  record Fields(String blocks, String skip, String times, String span, String sense) {}

  /** What came of it. */
  sealed interface Filled {

    /** A fault. */
    record Good(FaultDraft draft) implements Filled {}

    /**
     * A field is wrong.
     *
     * @param message key of what would be right
     */
    record Bad(String message) implements Filled {}
  }

  /** Thrown and caught in here only: the first wrong field ends the reading. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;
    private final String message;

    Wrong(String message) {
      super(message, null, false, false);
      this.message = message;
    }
  }

  /** The chosen fault with what is written in the fields. */
  Filled read(FaultDraft chosen, Fields fields) {
    try {
      FaultDraft draft =
          new FaultDraft(
              chosen.kind(), chosen.scope(), chosen.opcode(), blocks(chosen, fields.blocks()),
              skip(fields.skip()), times(fields.times()),
              chosen.kind().hasSpan() ? span(fields.span()) : chosen.spanNanos(),
              chosen.kind().hasSense() ? sense(chosen.kind(), fields.sense()) : chosen.sense(),
              chosen.host(), chosen.status(), chosen.refusal(), chosen.curedBy());
      if (isHealthy(draft)) {
        return new Filled.Bad("form.healthy");
      }
      return new Filled.Good(draft);
    } catch (Wrong wrong) {
      return new Filled.Bad(wrong.message);
    }
  }

  private static boolean isHealthy(FaultDraft draft) {
    return draft.kind() == FaultKind.RESULT
        && draft.host() == HostByte.DID_OK
        && draft.status() == SamStatus.GOOD
        && draft.sense().isEmpty();
  }

  private Optional<LbaRange> blocks(FaultDraft chosen, String text) throws Wrong {
    if (text.isBlank()) {
      if (chosen.kind() == FaultKind.MEDIUM_ERROR) {
        throw new Wrong("form.blocks_needed");
      }
      return Optional.empty();
    }
    Matcher range = BLOCKS.matcher(text);
    if (!range.matches()) {
      throw new Wrong("form.blocks");
    }
    long first = Long.parseLong(range.group(1));
    long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
    long end =
        state.devices().stream()
            .filter(each -> chosen.scope().covers(each.at()))
            .mapToLong(FormReader::size)
            .min()
            .orElse(Long.MAX_VALUE);
    if (last < first || last >= end) {
      throw new Wrong("form.blocks");
    }
    return Optional.of(new LbaRange(first, last));
  }

  private static long size(DeviceView device) {
    return device.sizeBytes() / device.blockSize();
  }

  private static int skip(String text) throws Wrong {
    return text.isBlank() ? 0 : number(text, "form.skip");
  }

  private static OptionalInt times(String text) throws Wrong {
    if (text.isBlank()) {
      return OptionalInt.empty();
    }
    int times = number(text, "form.times");
    if (times == 0) {
      throw new Wrong("form.times");
    }
    return OptionalInt.of(times);
  }

  private static int number(String text, String message) throws Wrong {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      throw new Wrong(message);
    }
    return Integer.parseInt(number.group(1));
  }

  /** A bare number is meant in seconds. */
  private static long span(String text) throws Wrong {
    try {
      return SimTime.parse(BARE.matcher(text).matches() ? text.strip() + "s" : text.strip())
          .nanos();
    } catch (IllegalArgumentException e) {
      throw new Wrong("form.span");
    }
  }

  private static Optional<SenseData> sense(FaultKind kind, String text) throws Wrong {
    if (text.isBlank() && kind == FaultKind.RESULT) {
      return Optional.empty();
    }
    try {
      return Optional.of(SenseData.parse(text));
    } catch (IllegalArgumentException e) {
      throw new Wrong("form.sense");
    }
  }
}
