package dev.backstep.cli;

import dev.backstep.cli.console.OutputFile;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The text to train on as options. */
final class DataOptions {
  /** The datasets that come along, for the help. */
  static final class Datasets implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Dataset.values()).map(Dataset::id).iterator();
    }
  }

  @Option(
      names = "--data",
      paramLabel = "FILE",
      defaultValue = "dinosaurs",
      completionCandidates = Datasets.class,
      description =
          "A UTF-8 text with one sequence a line, or one of the datasets that come along:"
              + " ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if it is not given.")
  private Path data;

  @Option(
      names = "--window",
      paramLabel = "T",
      description = "Takes the file for running text and cuts it into windows of T characters.")
  @MustBe("a whole number from 1 to " + TextMode.MAX_LENGTH)
  private @Nullable Integer window;

  /**
   * Says whether a file can be written without the text being lost.
   *
   * @param option that it was given with
   * @param file null if it was not
   * @throws IllegalArgumentException if it is the text
   */
  void requireOther(String option, @Nullable Path file) {
    if (file != null && Files.exists(data) && OutputFile.areOne(file, data)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is %s, which is the text to train on; it must be another file",
              option,
              file));
    }
  }

  /**
   * Reads it.
   *
   * @throws CorpusException with the reason, if it cannot be trained on
   * @throws IllegalArgumentException if the length of the windows is out of its range
   */
  Corpus read() throws CorpusException {
    TextMode mode = window == null ? new TextMode.Lines() : new TextMode.Windows(window);
    Optional<Dataset> dataset = Dataset.withId(data.toString());
    return dataset.isPresent() && !Files.exists(data)
        ? dataset.get().load(mode)
        : CorpusReader.read(data, mode);
  }
}
