package dev.backstep.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backstep [FILE]}: opens the window. */
@Command(
    name = "backstep",
    mixinStandardHelpOptions = true,
    version = "Backstep 0.1.0",
    description = "Step through backpropagation through time, number by number.")
public final class BackstepCommand implements Callable<Integer> {
  private final Desktop desktop;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A UTF-8 text to train on.")
  private Path file;

  private BackstepCommand(Desktop desktop) {
    this.desktop = desktop;
  }

  /** Runs what the arguments ask for; 2 if they are not understood. */
  public static int run(Desktop desktop, String... arguments) {
    return new CommandLine(new BackstepCommand(desktop))
        .addSubcommand(new RenderCommand(desktop))
        .addSubcommand(new CheckCommand())
        .addSubcommand(new TraceCommand())
        .setOut(inUtf8(System.out))
        .setErr(inUtf8(System.err))
        .execute(arguments);
  }

  /** What is told has signs such as − and Σ in it, whatever the locale is. */
  private static PrintWriter inUtf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  @Override
  public Integer call() {
    return desktop.open(Optional.ofNullable(file));
  }
}
