package unjam.cli;

import java.util.Locale;
import picocli.CommandLine.TypeConversionException;
import unjam.export.Dmesg;
import unjam.export.JsonLines;
import unjam.export.TextTimeline;
import unjam.export.TraceExporter;

/** The forms in which {@code run} writes a trace. */
enum Format {
  TEXT(new TextTimeline()),
  JSONL(new JsonLines()),
  DMESG(new Dmesg());

  /** All words, for messages and for help. */
  static final String KNOWN = "text, jsonl, dmesg";

  private final TraceExporter exporter;

  Format(TraceExporter exporter) {
    this.exporter = exporter;
  }

  TraceExporter exporter() {
    return exporter;
  }

  /** Reads the word of a command line. */
  static Format parse(String word) {
    for (Format format : values()) {
      if (format.toString().equals(word.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new TypeConversionException("there is no format \"" + word + "\"; known: " + KNOWN);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
