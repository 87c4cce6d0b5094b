package unjam.scsi;

import java.util.Locale;

/**
 * Sense data in the depth the error path looks at.
 *
 * @param key sense key
 * @param asc additional sense code, 0 to 255
 * @param ascq additional sense code qualifier, 0 to 255
 * @param deferred whether it reports an earlier command (response code 71h)
 * @param information the block address it names, or -1 when it names none
 */
public record SenseData(SenseKey key, int asc, int ascq, boolean deferred, long information) {

  public SenseData {
    if (asc < 0 || asc > 255 || ascq < 0 || ascq > 255) {
      throw new IllegalArgumentException("asc and ascq are bytes, were " + asc + " and " + ascq);
    }
  }

  public static SenseData of(SenseKey key, int asc, int ascq) {
    return new SenseData(key, asc, ascq, false, -1);
  }

  /** Sense written as {@code key/asc/ascq} in hexadecimal, such as {@code 6/29/00}. */
  public static SenseData parse(String text) {
    String[] parts = text.trim().split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "sense is written key/asc/ascq in hexadecimal, for example 3/11/00, found: " + text);
    }
    try {
      int key = Integer.parseInt(parts[0], 16);
      if (key < 0 || key > 15) {
        throw new IllegalArgumentException("a sense key is 0 to f, found: " + parts[0]);
      }
      return of(SenseKey.of(key), Integer.parseInt(parts[1], 16), Integer.parseInt(parts[2], 16));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "sense is written key/asc/ascq in hexadecimal, for example 3/11/00, found: " + text, e);
    }
  }

  public boolean is(SenseKey key, int asc, int ascq) {
    return this.key == key && this.asc == asc && this.ascq == ascq;
  }

  public SenseData withInformation(long lba) {
    return new SenseData(key, asc, ascq, deferred, lba);
  }

  /** {@code 6/29/00}. */
  public String text() {
    return String.format(Locale.ROOT, "%x/%02x/%02x", key.value(), asc, ascq);
  }
}
