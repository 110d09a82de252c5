package dev.backstep.cli;

import dev.backstep.cli.console.ConsoleWriter;
import dev.backstep.cli.console.FileName;
import dev.backstep.cli.console.OutputLost;
import dev.backstep.cli.console.StandardOutput;
import dev.backstep.math.TypedNumber;
import dev.backstep.text.Heap;
import dev.backstep.text.ProgramError;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

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
          "A UTF-8 text to train on, a session that was saved, or arrays (.npz) of a program of"
              + " your own.")
  private @Nullable Path file;

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
        printer(StandardOutput.ofSystem(), "stdout.encoding"),
        printer(System.err, "stderr.encoding"),
        arguments);
  }

  private static PrintWriter printer(OutputStream stream, String encodingProperty) {
    return new PrintWriter(ConsoleWriter.of(stream, encodingProperty), true);
  }

  /** {@link #run(Desktop, String...)}, with what is printed going elsewhere. */
  public static int run(Desktop desktop, PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commands = commands(desktop).setOut(out).setErr(err);
    try {
      int code = commands.execute(arguments);
      out.flush();
      return code;
    } catch (OutputLost lost) {
      return lost.tell(err);
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

  /** All commands with their options. */
  static CommandLine commands(Desktop desktop) {
    CommandLine commands =
        new CommandLine(new BackstepCommand(desktop))
            .addSubcommand(new RenderCommand(desktop))
            .addSubcommand(new TrainCommand())
            .addSubcommand(new SampleCommand())
            .addSubcommand(new CompareCommand())
            .addSubcommand(new CheckCommand())
            .addSubcommand(new PythonCommand())
            .addSubcommand(new TraceCommand())
            // A name that begins with @ is that of a file, not of one with more arguments in it.
            .setExpandAtFiles(false)
            .setParameterExceptionHandler(new Refusal())
            .setExecutionStrategy(new Execution())
            .setExecutionExceptionHandler(new Failure());
    return commands
        .registerConverter(Path.class, new Converter<>(FileName::read))
        .registerConverter(int.class, new Converter<>(TypedNumber::smallWhole))
        .registerConverter(Integer.class, new Converter<>(TypedNumber::smallWhole))
        .registerConverter(long.class, new Converter<>(TypedNumber::whole))
        .registerConverter(Long.class, new Converter<>(TypedNumber::whole))
        .registerConverter(double.class, new Converter<>(TypedNumber::decimal));
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

  // The interfaces of picocli are in the class format of Java 5, and Java 17 crashes when it
  // archives a lambda of such an interface: these three are classes.

  /** Runs a command; help and versions are printed here, not by a command. */
  private static final class Execution implements IExecutionStrategy {
    @Override
    public int execute(ParseResult arguments) {
      try {
        return new CommandLine.RunLast().execute(arguments);
      } catch (OutputLost lost) {
        return lost.tell(arguments.commandSpec().commandLine().getErr());
      }
    }
  }

  /** A mistake of the program ends with 2: a grader takes 1 for numbers that differ. */
  private static final class Failure implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
        Exception failure, CommandLine command, ParseResult arguments) {
      if (failure instanceof OutputLost lost) {
        return lost.tell(command.getErr());
      }
      String name = command.getCommandSpec().qualifiedName();
      command.getErr().println(name + ": " + ProgramError.reason(failure) + ".");
      return REFUSED;
    }
  }

  /** Reads the value of an option. */
  private record Converter<T>(Function<String, T> reader) implements ITypeConverter<T> {
    @Override
    public T convert(String value) {
      return reader.apply(value);
    }
  }
}
