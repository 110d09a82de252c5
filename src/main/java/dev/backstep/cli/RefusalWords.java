package dev.backstep.cli;

import dev.backstep.cli.console.FileName;
import dev.backstep.cli.console.Sentence;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The refusals of picocli, in the words of the house. */
final class RefusalWords {
  private static final int MISTYPED = 2;

  private final ParameterException refused;
  private final CommandSpec command;

  RefusalWords(ParameterException refused) {
    this.refused = refused;
    command = refused.getCommandLine().getCommandSpec();
  }

  /**
   * One sentence.
   *
   * @param arguments all that were typed
   */
  String sentence(String... arguments) {
    if (refused instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched.getUnmatched().get(0));
    }
    if (refused instanceof MissingParameterException missing) {
      return missing(missing.getMissing(), arguments);
    }
    if (refused instanceof MutuallyExclusiveArgsException
        || refused instanceof MaxValuesExceededException) {
      return String.format(
          Locale.ROOT,
          "Only one of %s can be given, and only once.",
          String.join(" and ", exclusive()));
    }
    if (refused instanceof OverwrittenOptionException twice) {
      return String.format(
          Locale.ROOT,
          "%s is given more than once; it can be given once.",
          name(twice.getOverwritten()));
    }
    ArgSpec argument = refused.getArgSpec();
    if (argument == null || refused.getValue() == null) {
      // What a command refuses itself, for a reason of its own, is a sentence already.
      String said = String.valueOf(refused.getMessage());
      return refused.getCause() == null ? Sentence.of(said) : said;
    }
    return String.format(
        Locale.ROOT,
        "%s is “%s”; it must be %s.",
        name(argument),
        refused.getValue(),
        allowed(argument));
  }

  private String unknown(String typed) {
    if (!typed.startsWith("-")) {
      return String.format(Locale.ROOT, "“%s” is one argument too many.", typed);
    }
    String name = typed.replaceFirst("=.*", "");
    List<String> options =
        command.options().stream().flatMap(each -> Arrays.stream(each.names())).toList();
    return String.format(Locale.ROOT, "There is no option “%s”.", name)
        + Nearest.question(
            name.length() > MISTYPED ? Nearest.within(MISTYPED, name, options) : List.of());
  }

  private static String missing(List<ArgSpec> missing, String... arguments) {
    List<String> written = missing.stream().map(RefusalWords::written).toList();
    if (missing.stream().map(RefusalWords::name).anyMatch(Arrays.asList(arguments)::contains)) {
      return String.format(
          Locale.ROOT,
          "%s has no value; it must be written %s.",
          name(missing.get(0)),
          written.get(0));
    }
    return String.join(" and ", written) + (written.size() == 1 ? " is" : " are") + " missing.";
  }

  /** As the help writes it. */
  private static String written(ArgSpec argument) {
    return argument.isOption()
        ? name(argument) + " " + argument.paramLabel()
        : argument.paramLabel();
  }

  /** The options of which one excludes the others. */
  private List<String> exclusive() {
    return command.argGroups().stream()
        .filter(ArgGroupSpec::exclusive)
        .flatMap(group -> group.args().stream())
        .map(RefusalWords::name)
        .sorted()
        .toList();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String allowed(ArgSpec argument) {
    MustBe allowed =
        argument.userObject() instanceof Field field ? field.getAnnotation(MustBe.class) : null;
    if (allowed != null) {
      return allowed.value();
    }
    return argument.typeInfo().isBoolean() ? "given without a value" : FileName.allowed();
  }
}
