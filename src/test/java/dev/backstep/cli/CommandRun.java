package dev.backstep.cli;

import dev.backstep.net.Net;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The end of a command line, whatever happened.
 *
 * @param thrown the stack of what came out of it; empty if nothing did
 */
public record CommandRun(int code, String out, String err, String thrown) {
  /** Says that it could, and draws nothing. */
  private static final Desktop DRAWS_NOTHING =
      new Desktop() {
        @Override
        public int open(Optional<Path> file) {
          return 0;
        }

        @Override
        public int render(Path folder, Optional<Net> stepOf) {
          return 0;
        }
      };

  public static CommandRun of(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    try {
      int code =
          BackstepCommand.run(
              DRAWS_NOTHING,
              new PrintWriter(out, true),
              new PrintWriter(err, true),
              arguments.toArray(String[]::new));
      return new CommandRun(code, out.toString(), err.toString(), "");
    } catch (RuntimeException | Error e) {
      StringWriter stack = new StringWriter();
      e.printStackTrace(new PrintWriter(stack, true));
      return new CommandRun(1, out.toString(), err.toString(), stack.toString());
    }
  }
}
