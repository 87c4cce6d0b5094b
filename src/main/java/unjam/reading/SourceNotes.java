package unjam.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import unjam.reading.SourceNoteReader.Mistake;
import unjam.reading.SourceNoteReader.Result;
import unjam.trace.KernelFunction;

/** The notes of all functions in one language, from {@code assets/source-notes}; read once. */
public final class SourceNotes {

  private static final String FOLDER = "/assets/source-notes/";

  /** Read when somebody first asks. */
  private static final class English {
    static final SourceNotes NOTES = read("en");
  }

  /** Read when somebody first asks. */
  private static final class Chinese {
    static final SourceNotes NOTES = read("zh_CN");
  }

  private final Map<KernelFunction, SourceNote> notes;
  private final Map<KernelFunction, List<KernelFunction>> callers;

  private SourceNotes(Map<KernelFunction, SourceNote> notes) {
    this.notes = notes;
    callers = new EnumMap<>(KernelFunction.class);
    for (SourceNote note : notes.values()) {
      for (SourceNote.Step step : note.steps()) {
        for (KernelFunction called : step.calls()) {
          List<KernelFunction> from = callers.computeIfAbsent(called, each -> new ArrayList<>());
          if (!from.contains(note.function())) {
            from.add(note.function());
          }
        }
      }
    }
  }

  /** The notes in a language; English for any but Chinese. */
  public static SourceNotes in(Locale language) {
    return language.getLanguage().equals(Locale.CHINESE.getLanguage())
        ? Chinese.NOTES
        : English.NOTES;
  }

  /** The note of a function, if it has one. */
  public Optional<SourceNote> of(KernelFunction function) {
    return Optional.ofNullable(notes.get(function));
  }

  /** The functions in whose notes a function is called. */
  List<KernelFunction> callersOf(KernelFunction function) {
    return callers.getOrDefault(function, List.of());
  }

  /** {@code assets/source-notes/scsi_eh_wakeup.en.md}, on the class path. */
  static String fileOf(KernelFunction function, String language) {
    return FOLDER + function.kernelName() + "." + language + ".md";
  }

  private static SourceNotes read(String language) {
    Map<KernelFunction, SourceNote> notes = new EnumMap<>(KernelFunction.class);
    List<Mistake> mistakes = new ArrayList<>();
    for (KernelFunction function : KernelFunction.values()) {
      String file = fileOf(function, language);
      text(file)
          .ifPresent(
              text -> {
                Result result = SourceNoteReader.read(file, function, text);
                mistakes.addAll(result.mistakes());
                notes.put(function, result.note());
              });
    }
    if (!mistakes.isEmpty()) {
      throw new IllegalStateException(
          "source notes with mistakes:\n"
              + mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    }
    return new SourceNotes(notes);
  }

  /** The text of a file on the class path, if there is such a file. */
  static Optional<String> text(String file) {
    try (InputStream in = SourceNotes.class.getResourceAsStream(file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
