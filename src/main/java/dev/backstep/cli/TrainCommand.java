package dev.backstep.cli;

import dev.backstep.cli.console.Interruption;
import dev.backstep.io.StateFolder;
import dev.backstep.io.session.KeptRuns;
import dev.backstep.io.session.Session;
import dev.backstep.text.CorpusException;
import dev.backstep.training.session.SessionException;
import dev.backstep.training.session.UnattendedRun;
import dev.backstep.words.NotWritten;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "Trains one net as the window does, with the same bits, and says in one line what it came to:"
          + " the losses are those under the final weights, each sequence from h0 = 0, or from the"
          + " learned h0. Exit code: 0 trained, 1 it diverged or a file could not be written, 2 it"
          + " cannot be begun, 130 stopped by Ctrl-C.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  backstep train --hidden 64 --optimizer sgd --lr 0.03 --clip 5 --epochs 5",
      "  backstep train --data names.txt --save names.backstep --csv losses.csv",
      "  backstep train --resume names.backstep --epochs 5 --save names.backstep",
      "  backstep sample --session names.backstep -n 20"
    })
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--resume",
      paramLabel = "SESSION",
      description = {
        "Goes on with a run that was saved, or kept on its way, with the same bits as if it had"
            + " never been stopped; --epochs and --updates say how many more. The session has the"
            + " text and the settings, and is not changed unless --save names it."
      })
  private @Nullable Path resumed;

  @ArgGroup private LengthOptions length = new LengthOptions();

  @Option(
      names = "--save",
      paramLabel = "SESSION",
      description = {
        "A file for the run with its past, as the window saves it; the window opens it and goes"
            + " on. Ctrl-C saves what there is. On its way the run is kept beside it once a minute,"
            + " in a SESSION-checkpoint-… of its own that is deleted at the end."
      })
  private @Nullable Path save;

  @Option(
      names = "--csv",
      paramLabel = "CSV",
      description = "A file for the losses, one line an update; Ctrl-C writes it too.")
  private @Nullable Path csv;

  @Mixin private DataOptions data;
  @Mixin private RunOptions options;

  @Override
  public Integer call() {
    Training training = begin();
    try (Interruption interruption = new Interruption()) {
      return training.train(interruption::isAsked);
    }
  }

  /** Begins, or refuses what cannot be done before anything is trained. */
  private Training begin() {
    try {
      return resumed == null ? anew() : goingOn(resumed);
    } catch (IllegalArgumentException | CorpusException | SessionException e) {
      throw Refusal.of(spec, e);
    }
  }

  private Training anew() throws CorpusException {
    RunFiles files = new RunFiles(save, csv, RunFiles.USUAL_VIEW);
    files.requireWritable();
    data.requireOther("--save", save);
    data.requireOther("--csv", csv);
    UnattendedRun run = new UnattendedRun(data.read(), options.settings());
    return training(run, files, length.updates(run.trainer().epochLength()));
  }

  private Training goingOn(Path saved) throws SessionException {
    Session session = ResumedRun.read(saved, spec.commandLine().getParseResult(), csv);
    RunFiles files = new RunFiles(save, csv, session.view());
    files.requireWritable();
    UnattendedRun run = new UnattendedRun(session.run());
    long done = run.trainer().updates();
    return training(run, files, done + length.more(run.trainer().epochLength(), done));
  }

  private Training training(UnattendedRun run, RunFiles files, long updates) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    return new Training(run, files, checkpoint(run, files), updates, out, err);
  }

  /** The run as it begins is written already: that what follows can be is known then. */
  private static Optional<CheckpointFile> checkpoint(UnattendedRun run, RunFiles files) {
    Path wanted = files.first();
    if (wanted == null) {
      return Optional.empty();
    }
    try {
      Optional<KeptRuns> elsewhere = StateFolder.here().map(state -> KeptRuns.here());
      return Optional.of(
          CheckpointFile.beside(wanted, files.view(), elsewhere, run.saved(), System.nanoTime()));
    } catch (IOException e) {
      String reason = new NotWritten(Texts.load()).said(e);
      throw new IllegalArgumentException(
          "a checkpoint of the run cannot be written beside " + wanted + ": " + reason, e);
    }
  }
}
