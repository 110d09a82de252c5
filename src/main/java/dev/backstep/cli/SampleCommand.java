package dev.backstep.cli;

import dev.backstep.io.session.SessionFile;
import dev.backstep.model.Parameters;
import dev.backstep.model.Sampler;
import dev.backstep.model.SamplingSettings;
import dev.backstep.net.Net;
import dev.backstep.text.Corpus;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.SessionException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backstep sample}: text drawn from the net of a session. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Draws sequences from the net of a session, one a line, as the window does: the same seed"
          + " draws the same text. A line end that was drawn is written as ⏎. Exit code: 0 drawn, 2"
          + " there is no such session or a number is out of its range.",
      ""
    })
final class SampleCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--session",
      required = true,
      paramLabel = "SESSION",
      description = "A session that the window or “backstep train --save” has saved.")
  private Path session;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      completionCandidates = RunOptions.Cells.class,
      description =
          "The net that it must be of, one of ${COMPLETION-CANDIDATES}; any if it is not given.")
  private @Nullable String cell;

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many are drawn; 10 if it is not given.")
  @MustBe("a whole number from 1 to " + MOST)
  private int count;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      defaultValue = "0.8",
      description =
          "0.05 to 5; 1 draws from the softmax itself, less is more cautious; 0.8 if it is not"
              + " given.")
  @MustBe("a number from 0.05 to 5")
  private double temperature;

  @Option(names = "--greedy", description = "Always takes the most probable character.")
  private boolean isGreedy;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      defaultValue = "30",
      description = "The most characters of one if it does not end before; 30 if it is not given.")
  @MustBe("a whole number from 1 to 5000")
  private int maxLength;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "The random numbers, a whole number; 1 if it is not given.")
  @MustBe("a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE)
  private long seed;

  @Override
  public Integer call() {
    try {
      if (count < 1 || count > MOST) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "the number of samples is %d; it must be 1 to %d", count, MOST));
      }
      SamplingSettings settings = new SamplingSettings(temperature, isGreedy, maxLength, seed);
      Net asked = cell == null ? null : RunOptions.cell(cell);
      SavedRun run = SessionFile.read(session).run();
      requireCell(run.here().settings().cell(), asked);
      print(run, settings);
      return 0;
    } catch (IllegalArgumentException | SessionException e) {
      throw Refusal.of(spec, e);
    }
  }

  private static void requireCell(Net has, @Nullable Net asked) {
    if (asked != null && asked != has) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "--cell is %s; the net of the session is %s, so it must be that or be left out",
              asked,
              has));
    }
  }

  private void print(SavedRun run, SamplingSettings settings) {
    Corpus corpus = run.data().corpus();
    Parameters weights = run.here().weights();
    Sampler sampler = new Sampler(weights.shape(), corpus.firstLetterCounts());
    for (int number = 0; number < count; number++) {
      int[] ids = sampler.draw(weights, run.here().firstStates(), settings, number);
      String text = corpus.vocabulary().decode(ids, ids.length);
      spec.commandLine().getOut().println(text.replace('\n', '⏎'));
    }
  }
}
