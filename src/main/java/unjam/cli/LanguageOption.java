package unjam.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import unjam.catalog.Problem;

/** The language that something is told in. */
final class LanguageOption {

  @Option(names = "--lang", paramLabel = "LANG", description = "en or zh_CN.")
  private String lang = "en";

  /** The language; English if it is none, and a problem. */
  Locale locale(List<Problem> problems) {
    switch (lang) {
      case "en" -> {
        return Locale.ENGLISH;
      }
      case "zh_CN", "zh-CN" -> {
        return Locale.SIMPLIFIED_CHINESE;
      }
      default -> {
        problems.add(new Problem("--lang " + lang, 0, 0, "a language is en or zh_CN"));
        return Locale.ENGLISH;
      }
    }
  }
}
