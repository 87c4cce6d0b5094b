package unjam.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unjam.app.OpenRun;
import unjam.app.tale.Tale;
import unjam.app.tale.TaleReader;
import unjam.app.tale.Voice;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.engine.LimitExceeded;
import unjam.kernel.Simulation;
import unjam.scenario.Scenario;

/** Tells a run in words. */
@Command(
    name = "tell",
    description = "Tells in words what happens in a scenario, and why.",
    mixinStandardHelpOptions = true)
final class TellCommand implements Callable<Integer> {

  private static final int WIDTH = 100;

  private final Wordings wordings;
  private final OutputStream stdout;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "A scenario's file, or the name of one of the catalog (see unjam list).")
  private String scenario = "";

  @Option(
      names = "--length",
      paramLabel = "LENGTH",
      description = "sentence, short or full; ${DEFAULT-VALUE} if not given.")
  private String length = "short";

  @Mixin private LanguageOption language = new LanguageOption();

  @Mixin private ScenarioChanges changes = new ScenarioChanges();

  @Mixin private PolicyOption policy = new PolicyOption();

  @Option(names = "--debug", description = "Shows where in Unjam a mistake of Unjam is.")
  private boolean debug;

  TellCommand(Wordings wordings, OutputStream stdout) {
    this.wordings = wordings;
    this.stdout = stdout;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<Problem> problems = new ArrayList<>();
    Tale.Length told = length(problems);
    Locale locale = language.locale(problems);
    Catalog catalog = Catalog.ofClassPath();
    try {
      Read<Scenario> read = ScenarioArgument.read(catalog, scenario, changes.settings());
      problems.addAll(read.problems().stream().map(changes::asAsked).toList());
      policy.check(catalog, problems);
      if (problems.isEmpty() && read instanceof Read.Good<Scenario>(Scenario good)) {
        Scenario asked = policy.applied(catalog, good, err);
        OpenRun run = OpenRun.of(asked, Simulation.run(asked).trace());
        Tale tale = TaleReader.of(run);
        Voice voice = wordings.in(locale);
        new Destination.Standard(stdout).write(out -> write(tale, told, voice, out));
        return ExitStatus.OK;
      }
      return Complaints.problems(err, problems);
    } catch (LimitExceeded limit) {
      return Complaints.badInput(err, limit.getMessage());
    } catch (IOException e) {
      return Complaints.notWritten(err, e);
    } catch (RuntimeException e) {
      return Complaints.bug(err, e, "unjam tell " + scenario + " --length " + length, debug);
    }
  }

  private Tale.Length length(List<Problem> problems) {
    for (Tale.Length each : Tale.Length.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(length)) {
        return each;
      }
    }
    problems.add(
        new Problem("--length " + length, 0, 0, "is none of: sentence, short, full"));
    return Tale.Length.SHORT;
  }

  private static void write(Tale tale, Tale.Length length, Voice voice, Writer out)
      throws IOException {
    boolean first = true;
    for (Tale.Part part : tale.told(length)) {
      out.write(first ? "" : "\n");
      first = false;
      if (part.heading().isPresent()) {
        out.write(plain(voice.say(part.heading().get())) + "\n");
      }
      for (Tale.Line line : part.lines()) {
        out.write(wrapped(plain(voice.say(line.words()))) + "\n");
      }
    }
  }

  /** Who reads it aloud does not read the quotes. */
  private static String plain(String words) {
    return words.replace("`", "");
  }

  /** Breaks at spaces; a text without any is left to whoever shows it. */
  private static String wrapped(String words) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String word : words.split(" ")) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        text.append('\n');
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
    }
    return text.toString();
  }
}
