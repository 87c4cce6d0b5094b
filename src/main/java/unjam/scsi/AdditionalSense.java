package unjam.scsi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Words for additional sense codes, as T10 assigns them and the kernel prints them
 * (drivers/scsi/constants.c: scsi_extd_sense_format).
 */
public final class AdditionalSense {

  private static final String TABLE = "/assets/catalog/sense/additional-sense-codes.tsv";
  private static final String VENDOR = "<<vendor>>";
  private static final TreeMap<Integer, String> WORDS = read();

  private AdditionalSense() {}

  /** What follows "Add. Sense: ", or the two numbers where T10 assigns no words. */
  public static String describe(int asc, int ascq) {
    String words = WORDS.get(asc << 8 | ascq);
    if (words == null) {
      words = ranged(asc, ascq);
    }
    if (words != null) {
      return "Add. Sense: " + words;
    }
    return String.format(
        Locale.ROOT,
        "%sASC=0x%x %sASCQ=0x%x ",
        asc >= 0x80 ? VENDOR : "",
        asc,
        ascq >= 0x80 ? VENDOR : "",
        ascq);
  }

  /** Codes whose qualifier carries a number (drivers/scsi/constants.c: additional2). */
  private static @Nullable String ranged(int asc, int ascq) {
    String words =
        switch (asc) {
          case 0x40 -> ascq < 0x80 ? "Ram failure(" : "Diagnostic failure on component(";
          case 0x41 -> "Data path failure(";
          case 0x42 -> "Power-on or self-test failure(";
          case 0x4d -> "Tagged overlapped commands(task tag ";
          case 0x70 -> "Decompression exception(short algorithm id of ";
          default -> null;
        };
    return words == null ? null : words + Integer.toHexString(ascq) + ")";
  }

  private static TreeMap<Integer, String> read() {
    TreeMap<Integer, String> words = new TreeMap<>();
    try (InputStream in =
            Objects.requireNonNull(AdditionalSense.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          int tab = line.indexOf('\t');
          words.put(Integer.parseInt(line.substring(0, tab), 16), line.substring(tab + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
    return words;
  }
}
