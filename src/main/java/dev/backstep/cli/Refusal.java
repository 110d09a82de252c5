package dev.backstep.cli;

import dev.backstep.cli.console.FileName;
import dev.backstep.cli.console.Sentence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Says in one sentence what was typed and cannot be, and where to find more. */
final class Refusal implements IParameterExceptionHandler {
  /**
   * To be thrown by a command that cannot begin.
   *
   * @param reason of a setting, in words of its own; of a file, a whole sentence
   */
  static ParameterException of(CommandSpec command, Exception reason) {
    // What begins with the name of a file keeps its first letter.
    String said = String.valueOf(reason.getMessage());
    String sentence = reason instanceof IllegalArgumentException ? Sentence.of(said) : said;
    return new ParameterException(command.commandLine(), sentence, reason);
  }

  /** Where to find what can be typed. */
  static String helpOf(CommandSpec command) {
    return "See: " + command.qualifiedName() + " --help";
  }

  @Override
  public int handleParseException(ParameterException refused, String[] arguments) {
    CommandLine command = refused.getCommandLine();
    String sentence =
        mistyped(command, arguments).orElseGet(() -> new RefusalWords(refused).sentence(arguments));
    command.getErr().println(sentence);
    command.getErr().println(helpOf(command.getCommandSpec()));
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** The refusal of a mistyped command; what follows it is not what is wrong. */
  private static Optional<String> mistyped(CommandLine command, String... arguments) {
    if (command.getParent() != null) {
      return Optional.empty();
    }
    return Stream.of(arguments)
        .findFirst()
        .filter(first -> !first.isEmpty() && !first.startsWith("-"))
        .flatMap(Refusal::path)
        .flatMap(first -> FileArgument.refusal(first, command.getSubcommands().keySet()));
  }

  private static Optional<Path> path(String typed) {
    try {
      return Optional.of(FileName.read(typed));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
