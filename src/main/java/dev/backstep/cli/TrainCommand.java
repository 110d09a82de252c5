package dev.backstep.cli;

import java.util.Locale;
import dev.backstep.text.CorpusException;
import dev.backstep.training.Divergence;
import dev.backstep.training.UnattendedRun;
import dev.backstep.ui.viewmodel.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backstep train}: one run without a window. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains one net as the window does, with the same bits, and says in one line what it came"
          + " to: the losses are those under the final weights, each sequence from h0 = 0. Exit"
          + " code: 0 trained, 1 it diverged or a file could not be written, 2 it cannot be begun,"
          + " 130 stopped by Ctrl-C.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  backstep train --hidden 64 --optimizer sgd --lr 0.03 --clip 5 --epochs 5",
      "  backstep train --data names.txt --save names.backstep --csv losses.csv",
      "  backstep sample --session names.backstep -n 20"
    })
final class TrainCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  /** Who has told the program to end does not wait for longer to learn the losses. */
  private static final long LONGEST_WAIT_NANOS = 2_000_000_000L;

  @Spec private CommandSpec spec;

  @ArgGroup private LengthOptions length = new LengthOptions();

  @Option(
      names = "--save",
      paramLabel = "SESSION",
      description = {
        "A file for the run with its past, as the window saves it; the window opens it and goes"
            + " on. Ctrl-C saves what there is."
      })
  private Path save;

  @Option(
      names = "--csv",
      paramLabel = "CSV",
      description = "A file for the losses, one line an update; Ctrl-C writes it too.")
  private Path csv;

  @Mixin private DataOptions data;
  @Mixin private RunOptions options;

  @Override
  public Integer call() {
    RunFiles files = new RunFiles(save, csv);
    UnattendedRun run = begin(files);
    try (Interruption interruption = new Interruption()) {
      if (!files.areNone()) {
        String length = Sentence.count(updates(run), "update");
        err().println(String.format(Locale.ROOT, "Training %s; Ctrl-C saves what there is.", length));
      }
      return train(run, files, interruption::isAsked);
    }
  }

  /** Begins, or refuses what cannot be done before anything is trained. */
  private UnattendedRun begin(RunFiles files) {
    try {
      files.requireWritable();
      data.requireOther("--save", save);
      data.requireOther("--csv", csv);
      UnattendedRun run = new UnattendedRun(data.read(), options.settings());
      updates(run);
      return run;
    } catch (IllegalArgumentException | CorpusException e) {
      throw Refusal.of(spec, e);
    }
  }

  private long updates(UnattendedRun run) {
    return length.updates(run.trainer().epochLength());
  }

  private int train(UnattendedRun run, RunFiles files, BooleanSupplier isStopped) {
    TrainingLoop loop = new TrainingLoop(run, updates(run), isStopped);
    loop.train(Terminal.isThere() ? Optional.of(new ProgressBar(err())) : Optional.empty());
    RunFiles.Outcome outcome = files.write(run.saved());
    outcome.failures().forEach(err()::println);
    Optional<Divergence> divergence = run.trainer().divergence();
    if (divergence.isPresent()) {
      return diverged(divergence.get());
    }
    BooleanSupplier goesOn = () -> !isStopped.getAsBoolean();
    String line = goesOn.getAsBoolean() ? RunLine.of(run, loop.seconds(), goesOn) : "";
    if (!goesOn.getAsBoolean()) {
      return files.areNone()
          ? stoppedUnsaved(run, loop.seconds())
          : stopped(run.trainer().updates(), outcome.written());
    }
    spec.commandLine().getOut().println(line);
    return outcome.failures().isEmpty() ? 0 : FAILED;
  }

  private int diverged(Divergence where) {
    String update = String.valueOf(where.update());
    err().println("The run " + Texts.load().of("status.diverged", update, where.timestep()) + ".");
    return FAILED;
  }

  private int stopped(long updates, List<Path> written) {
    String where = written.stream().map(Path::toString).collect(Collectors.joining(" and "));
    err()
        .println(
            String.format(Locale.ROOT, "Stopped after %s; %s.", 
                    Sentence.count(updates, "update"),
                    where.isEmpty() ? "nothing was saved" : "saved in " + where));
    return Interruption.EXIT_CODE;
  }

  /** Of what was not kept the numbers are all that there is. */
  private int stoppedUnsaved(UnattendedRun run, double seconds) {
    long end = System.nanoTime() + LONGEST_WAIT_NANOS;
    String line = RunLine.of(run, seconds, () -> System.nanoTime() - end < 0);
    spec.commandLine().getOut().println(line);
    err()
        .println("Stopped, and nothing was saved; with --save SESSION Ctrl-C saves what there is.");
    return Interruption.EXIT_CODE;
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
