package dev.backstep.cli;

import dev.backstep.app.Launcher;
import dev.backstep.net.Net;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command carried out, and what it said.
 *
 * @param code that it ended with
 */
public record CommandCall(int code, List<String> out, List<String> err) {
  /** No command here draws. */
  public static final Desktop NO_DESKTOP =
      new Desktop() {
        @Override
        public int open(Optional<Path> text) {
          throw new IllegalStateException("the window was opened");
        }

        @Override
        public int render(Path folder, Optional<Net> stepOf) {
          throw new IllegalStateException("pictures were made");
        }
      };

  public static CommandCall of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        BackstepCommand.run(
            NO_DESKTOP,
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
    return new CommandCall(code, out.toString().lines().toList(), err.toString().lines().toList());
  }

  /** The command to start the program as a process. */
  public static List<String> commandLine(String javaOption, Object... arguments) {
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                javaOption,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()),
            Stream.of(arguments))
        .map(String::valueOf)
        .toList();
  }
}
