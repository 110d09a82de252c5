package dev.backstep.cli;

import dev.backstep.model.Parameters;
import dev.backstep.text.CorpusException;
import dev.backstep.text.Sequence;
import dev.backstep.training.Divergence;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.MeanLoss;
import dev.backstep.training.TrainingData;
import dev.backstep.training.UnattendedRun;
import dev.backstep.ui.viewmodel.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    if (files.areNone()) {
      return train(run, files, () -> false);
    }
    try (Interruption interruption = new Interruption()) {
      err().println("Training %d updates; Ctrl-C saves what there is.".formatted(updates(run)));
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
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
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
    String line = isStopped.getAsBoolean() ? "" : line(run, loop.seconds(), isStopped);
    if (isStopped.getAsBoolean()) {
      return stopped(run.trainer().updates(), outcome.written());
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
            "Stopped after %d updates; %s."
                .formatted(updates, where.isEmpty() ? "nothing was saved" : "saved in " + where));
    return Interruption.EXIT_CODE;
  }

  /** What it came to; to be thrown away if it was stopped meanwhile. */
  private static String line(UnattendedRun run, double seconds, BooleanSupplier isStopped) {
    TrainingData data = run.trainer().data();
    double heldOut = loss(data.heldOut(), run, isStopped);
    return String.format(
        Locale.ROOT,
        "trained %d updates, %d characters in %.2f s (%.0f characters/s), train %.4f, held-out %s"
            + " nats/char",
        run.trainer().updates(),
        run.characters(),
        seconds,
        run.characters() / seconds,
        loss(data.train(), run, isStopped),
        Double.isNaN(heldOut) ? "–" : String.format(Locale.ROOT, "%.4f", heldOut));
  }

  private static double loss(
      List<Sequence> sequences, UnattendedRun run, BooleanSupplier isStopped) {
    Parameters weights = run.trainer().weights();
    return new MeanLoss(sequences, weights.shape(), () -> !isStopped.getAsBoolean())
        .of(weights, new HiddenStatePolicy.Zero());
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
