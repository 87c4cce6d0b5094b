package unjam.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import unjam.catalog.Problem;

/** What goes to standard error, one complaint a line. */
final class Complaints {

  private Complaints() {}

  /** A command line that picocli could not make sense of. */
  static int wrongArguments(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("unjam: " + firstLine(String.valueOf(wrong.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("Try \"" + command.getCommandSpec().qualifiedName() + " --help\".");
    return ExitStatus.BAD_INPUT;
  }

  static int problems(PrintWriter err, List<Problem> problems) {
    problems.forEach(problem -> err.println(problem.text()));
    return ExitStatus.BAD_INPUT;
  }

  static int badInput(PrintWriter err, String sentence) {
    err.println("unjam: " + sentence);
    return ExitStatus.BAD_INPUT;
  }

  static int notWritten(PrintWriter err, IOException why) {
    String words = why.getMessage() == null ? why.toString() : why.getMessage();
    err.println("unjam: the output cannot be written: " + firstLine(words));
    return ExitStatus.FAILED;
  }

  /**
   * Something that should not have happened.
   *
   * @param replay the command that makes it happen again
   * @param debug with the stack trace
   */
  static int bug(PrintWriter err, Throwable bug, String replay, boolean debug) {
    err.println(
        "unjam: this is a mistake in Unjam, not in your input (" + firstLine(bug.toString())
            + "); to see it again: " + replay + (debug ? "" : " --debug"));
    if (debug) {
      bug.printStackTrace(err);
    }
    return ExitStatus.FAILED;
  }

  static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
