package dev.backstep.cli;

import dev.backstep.cli.console.OutputFile;
import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.training.session.SessionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The session that a run is gone on with: it has the text and the settings, so neither can be given
 * beside it.
 */
final class ResumedRun {
  /** The options for going on, and for what is written of it. */
  private static final Set<String> BESIDE =
      Set.of("--resume", "--epochs", "--updates", "--save", "--csv");

  private ResumedRun() {}

  /**
   * Reads it.
   *
   * @param typed all options of the command
   * @param losses the file that they are to be written into; null if they are not
   * @throws IllegalArgumentException if what is given beside it cannot be
   * @throws SessionException with the reason, if it cannot be gone on with
   */
  static Session read(Path file, ParseResult typed, @Nullable Path losses) throws SessionException {
    typed.matchedOptions().forEach(ResumedRun::requireBeside);
    if (losses != null && Files.exists(file) && OutputFile.areOne(losses, file)) {
      throw new IllegalArgumentException(
          "--csv is " + losses + ", which is the run to go on with; it must be another file");
    }
    return SessionFile.read(file);
  }

  private static void requireBeside(OptionSpec option) {
    if (!BESIDE.contains(option.longestName())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s cannot be given with --resume: the run goes on with the text and the settings"
                  + " that it has",
              option.longestName()));
    }
  }
}
