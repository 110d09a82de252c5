package dev.backstep.cli;

import dev.backstep.cli.console.Interruption;
import dev.backstep.cli.console.OutputFile;
import dev.backstep.cli.console.ProgressBar;
import dev.backstep.cli.console.Sentence;
import dev.backstep.cli.console.Terminal;
import dev.backstep.experiment.Experiment;
import dev.backstep.experiment.Plan;
import dev.backstep.experiment.Progress;
import dev.backstep.experiment.Result;
import dev.backstep.io.WholeFile;
import dev.backstep.io.csv.ExperimentCsv;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.words.NotWritten;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backstep compare}: pairs of runs over many seeds, and what the difference comes to. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains pairs of runs that differ in some settings, each pair with another seed, and says"
          + " with 95 %% intervals what the settings make a difference to. Exit code: 0 compared, 1"
          + " every pair diverged or a file could not be written, 2 it cannot be begun, 130 stopped"
          + " by Ctrl-C.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  backstep compare --a mode=zero --b mode=carried",
      "  backstep compare --data names.txt --a optimizer=sgd --b optimizer=adam",
      "  backstep compare --mode carried --a clip=norm:5 --b clip=none --seeds 20",
      "  backstep compare --data recall --a cell=rnn --b cell=lstm --hidden 16",
      "  backstep compare --a lr=0.03 --b lr=0.1 --optimizer sgd --out table.csv",
      "",
      "Settings of --a and --b are called as the options for both: mode, hidden,",
      "optimizer, lr, clip, init, seed, held-out, cell, gate-bias, fault."
    })
final class CompareCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final Duration BETWEEN_LINES = Duration.ofMillis(200);

  @Spec private CommandSpec spec;

  @Option(
      names = "--a",
      paramLabel = "KEY=VALUE",
      split = ",",
      description = "Settings of run A alone; repeated, or with commas in between.")
  private List<String> a = List.of();

  @Option(
      names = "--b",
      paramLabel = "KEY=VALUE",
      split = ",",
      description = "Settings of run B alone.")
  private List<String> b = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many pairs there are; 10 if it is not given.")
  @MustBe("a whole number from 1 to " + Plan.MOST_PAIRS)
  private int seeds;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "20",
      description = "How long each run trains; 20 if it is not given.")
  @MustBe("a whole number from 1 to " + Plan.MOST_EPOCHS)
  private int epochs;

  @Option(
      names = "--out",
      paramLabel = "CSV",
      description = "A file for the table, every pair in it.")
  private @Nullable Path out;

  /** V of the text that is trained on. */
  private int vocabulary;

  @Mixin private DataOptions data;
  @Mixin private RunOptions options;

  @Override
  public Integer call() throws InterruptedException {
    try (Experiment experiment = begin();
        Interruption interruption = new Interruption()) {
      watch(experiment, interruption);
      Progress end = experiment.progress();
      return switch (end.state()) {
        case DONE -> tell(end.result());
        case CANCELLED -> stopped(end.result());
        default -> ended(end.failure().orElse("it was stopped"));
      };
    }
  }

  /** Nothing was learnt of the settings, so it is not the exit code of a difference. */
  private int ended(String why) {
    refuse(Sentence.of("The comparison ended early: " + why));
    return spec.exitCodeOnInvalidInput();
  }

  private int tell(Result result) {
    new CompareReport(spec.commandLine().getOut(), vocabulary).print(result);
    int compared = result.compared().isEmpty() ? FAILED : 0;
    return out == null ? compared : Math.max(compared, write(out, ExperimentCsv.of(result)));
  }

  /** The pairs that are done were dear, so they are told of. */
  private int stopped(Result result) {
    if (!result.pairs().isEmpty()) {
      tell(result);
    }
    refuse(String.format(Locale.ROOT, "Stopped after %d of %s.", result.pairs().size(), pairs()));
    return Interruption.EXIT_CODE;
  }

  /** Begins, or refuses what cannot be done before anything is trained. */
  private Experiment begin() {
    try {
      Plan plan = new Plan(options.settings("--a", a), options.settings("--b", b), seeds, epochs);
      OutputFile.requireWritable("--out", out);
      data.requireOther("--out", out);
      Corpus corpus = data.read();
      vocabulary = corpus.vocabulary().size();
      return new Experiment(corpus, plan);
    } catch (IllegalArgumentException | CorpusException e) {
      throw Refusal.of(spec, e);
    }
  }

  private void watch(Experiment experiment, Interruption interruption) throws InterruptedException {
    Optional<ProgressBar> bar =
        Terminal.isThere()
            ? Optional.of(new ProgressBar(spec.commandLine().getErr()))
            : Optional.empty();
    while (!experiment.await(BETWEEN_LINES)) {
      bar.ifPresent(seen -> show(seen, experiment.progress()));
      if (interruption.isAsked()) {
        experiment.cancel();
      }
    }
    bar.ifPresent(ProgressBar::clear);
  }

  private void show(ProgressBar bar, Progress progress) {
    String pairs =
        String.format(Locale.ROOT, "%d of %s", progress.result().pairs().size(), pairs());
    bar.show(progress.share(), pairs, progress.left());
  }

  private String pairs() {
    return Sentence.count(seeds, "pair");
  }

  private int write(Path file, String table) {
    try {
      WholeFile.write(file, table.getBytes(StandardCharsets.UTF_8));
      return 0;
    } catch (IOException e) {
      return refuse(new NotWritten(Texts.load()).sentence(file, e) + keptElsewhere(table));
    }
  }

  /** Hours may have gone into the table, so it is not lost with the folder that it was to be in. */
  private static String keptElsewhere(String table) {
    try {
      return " It is kept in "
          + Files.writeString(Files.createTempFile("backstep-compare-", ".csv"), table)
          + ".";
    } catch (IOException e) {
      return "";
    }
  }

  private int refuse(String reason) {
    spec.commandLine().getErr().println(reason);
    return FAILED;
  }
}
