package dev.backstep.cli;

import dev.backstep.text.Heap;
import dev.backstep.text.ProgramError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code backstep [FILE]}: opens the window. */
@Command(
    name = "backstep",
    mixinStandardHelpOptions = true,
    version = "Backstep 0.1.0",
    description = "Step through backpropagation through time, number by number.")
public final class BackstepCommand implements Callable<Integer> {
  private static final int REFUSED = 2;

  private final Desktop desktop;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "A UTF-8 text to train on, a session that was saved, or arrays (.npz) of a program of your"
              + " own.")
  private Path file;

  private BackstepCommand(Desktop desktop) {
    this.desktop = desktop;
  }

  /** Runs what the arguments ask for; 2 if they are not understood. */
  public static int run(Desktop desktop, String... arguments) {
    if (arguments.length == 0) {
      // Reading no arguments takes a fifth of a second, for which the window would wait.
      return desktop.open(Optional.empty());
    }
    return run(
        desktop,
        new PrintWriter(ConsoleWriter.of(System.out, "stdout.encoding"), true),
        new PrintWriter(ConsoleWriter.of(System.err, "stderr.encoding"), true),
        arguments);
  }

  /** {@link #run(Desktop, String...)}, with what is printed going elsewhere. */
  static int run(Desktop desktop, PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine command = command(desktop).setOut(out).setErr(err);
    try {
      return command.execute(arguments);
    } catch (OutOfMemoryError tooLarge) {
      // What was being done is not there any more, so there is room for saying so.
      err.println(called(arguments) + ": " + Heap.exceeded() + ".");
      return REFUSED;
    }
  }

  private static String called(String... arguments) {
    boolean isCommand = arguments.length > 0 && arguments[0].matches("\\w+");
    return isCommand ? "backstep " + arguments[0] : "backstep";
  }

  private static CommandLine command(Desktop desktop) {
    return new CommandLine(new BackstepCommand(desktop))
        .addSubcommand(new RenderCommand(desktop))
        .addSubcommand(new TrainCommand())
        .addSubcommand(new SampleCommand())
        .addSubcommand(new CompareCommand())
        .addSubcommand(new CheckCommand())
        .addSubcommand(new TraceCommand())
        .registerConverter(Path.class, BackstepCommand::path)
        // A name that begins with @ is that of a file, not of one with more arguments in it.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(new Refusal())
        .setExecutionExceptionHandler(BackstepCommand::tell);
  }

  /** An empty name would be that of the folder that one is in. */
  private static Path path(String typed) {
    if (typed.isEmpty()) {
      throw new TypeConversionException("no name");
    }
    return Path.of(typed);
  }

  /** A grader takes 1 for numbers that differ. */
  private static int tell(Exception failure, CommandLine command, ParseResult parsed) {
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + ProgramError.reason(failure) + ".");
    return REFUSED;
  }

  @Override
  public Integer call() {
    Optional<Path> given = Optional.ofNullable(file);
    given
        .flatMap(path -> FileArgument.refusal(path, spec.commandLine().getSubcommands().keySet()))
        .ifPresent(
            sentence -> {
              throw new ParameterException(spec.commandLine(), sentence);
            });
    return desktop.open(given);
  }
}
