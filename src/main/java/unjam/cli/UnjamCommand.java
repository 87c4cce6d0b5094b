package unjam.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The root of the command line: without arguments it opens the window.
 *
 * <p>Exit status: 0 when all is well, 1 when the work itself failed, 2 when the input is wrong or
 * does not end within its limits.
 */
@Command(
    name = "unjam",
    description = "Shows one block IO travel the Linux SCSI stack and its error handling.",
    footer = {"", "Without arguments it opens the window."},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class UnjamCommand implements Callable<Integer> {

  private final IntSupplier window;

  private UnjamCommand(IntSupplier window) {
    this.window = window;
  }

  /**
   * The whole command line.
   *
   * @param window what opens the window; its value becomes the exit status. It is handed in
   *     because this package must not know the user interface.
   */
  public static CommandLine commandLine(IntSupplier window) {
    return commandLine(window, new FileOutputStream(FileDescriptor.out));
  }

  /**
   * The whole command line with the command that paints pictures.
   *
   * @param window what opens the window
   * @param painter what paints, handed in for the same reason
   */
  public static CommandLine commandLine(IntSupplier window, SnapshotCommand.Painter painter) {
    return commandLine(window)
        .addSubcommand(new SnapshotCommand(painter))
        .setParameterExceptionHandler(Complaints::wrongArguments);
  }

  /**
   * The whole command line.
   *
   * @param window what opens the window
   * @param stdout where commands write what they were asked for, in UTF-8
   */
  static CommandLine commandLine(IntSupplier window, OutputStream stdout) {
    return new CommandLine(new UnjamCommand(window))
        .addSubcommand(new RunCommand(stdout))
        .addSubcommand(new LintCommand())
        .addSubcommand(new ListCommand(stdout))
        .addSubcommand(new ConformCommand(stdout))
        .registerConverter(Format.class, Format::parse)
        .setParameterExceptionHandler(Complaints::wrongArguments);
  }

  @Override
  public Integer call() {
    return window.getAsInt();
  }
}
