package unjam.catalog;

import java.util.Locale;
import unjam.scsi.LogFacility;

/** The fields of {@code scsi_logging_level} as files spell them. */
final class LogWord {

  private LogWord() {}

  static String key(LogFacility facility) {
    return facility.name().toLowerCase(Locale.ROOT);
  }

  /** The facility's place in the word: the lowest bit that it alone reads. */
  static int shift(LogFacility facility) {
    return 3 * facility.ordinal();
  }
}
