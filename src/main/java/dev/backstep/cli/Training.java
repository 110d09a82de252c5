package dev.backstep.cli;

import dev.backstep.cli.console.Interruption;
import dev.backstep.cli.console.ProgressBar;
import dev.backstep.cli.console.Sentence;
import dev.backstep.cli.console.Terminal;
import dev.backstep.training.Divergence;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.UnattendedRun;
import dev.backstep.words.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A run from its begin to its end, with all that is said and written of it.
 *
 * @param checkpoint where it is kept on its way; empty if nothing of it is to be written
 * @param updates the number after which it ends
 */
record Training(
    UnattendedRun run,
    RunFiles files,
    Optional<CheckpointFile> checkpoint,
    long updates,
    PrintWriter out,
    PrintWriter err) {
  private static final int FAILED = 1;

  /** Who has told the program to end does not wait for longer to learn the losses. */
  private static final long LONGEST_WAIT_NANOS = 2_000_000_000L;

  /** Trains, and answers with the exit code. */
  int train(BooleanSupplier isStopped) {
    tellOfBeginning();
    TrainingLoop loop = new TrainingLoop(run, checkpoint, updates, isStopped);
    loop.train(Terminal.isThere() ? Optional.of(new ProgressBar(err)) : Optional.empty(), err);
    RunFiles.Outcome outcome = write(run.saved());
    Optional<Divergence> divergence = run.trainer().divergence();
    if (divergence.isPresent()) {
      return diverged(divergence.get());
    }
    BooleanSupplier goesOn = () -> !isStopped.getAsBoolean();
    String line = goesOn.getAsBoolean() ? RunLine.of(run, loop.seconds(), goesOn) : "";
    if (!goesOn.getAsBoolean()) {
      return files.areNone() ? stoppedUnsaved(loop.seconds()) : stopped(outcome.written());
    }
    out.println(line);
    return outcome.failures().isEmpty() ? 0 : FAILED;
  }

  private void tellOfBeginning() {
    long done = run.trainer().updates();
    String more = Sentence.count(updates - done, "update");
    if (done > 0) {
      String to = Sentence.count(done, "update");
      err.println(String.format(Locale.ROOT, "Going on after %s with %s.", to, more));
    } else if (!files.areNone()) {
      err.println("Training " + more + "; Ctrl-C saves what there is.");
    }
  }

  /** Writes the run, or says where it is kept instead. */
  private RunFiles.Outcome write(SavedRun saved) {
    RunFiles.Outcome outcome = files.write(saved);
    outcome.failures().forEach(err::println);
    boolean isSafe = outcome.failures().isEmpty() || files.isSessionIn(outcome);
    checkpoint.ifPresent(
        file -> {
          if (isSafe) {
            file.discard();
          } else {
            err.println(file.keepAtLast(saved));
          }
        });
    return outcome;
  }

  private int diverged(Divergence where) {
    String update = String.valueOf(where.update());
    err.println("The run " + Texts.load().of("words.diverged", update, where.timestep()) + ".");
    return FAILED;
  }

  private int stopped(List<Path> written) {
    String where = written.stream().map(Path::toString).collect(Collectors.joining(" and "));
    err.println(
        String.format(
            Locale.ROOT,
            "Stopped after %s; %s.",
            Sentence.count(run.trainer().updates(), "update"),
            where.isEmpty() ? "nothing was saved" : "saved in " + where));
    return Interruption.EXIT_CODE;
  }

  /** Of what was not kept the numbers are all that there is. */
  private int stoppedUnsaved(double seconds) {
    long end = System.nanoTime() + LONGEST_WAIT_NANOS;
    out.println(RunLine.of(run, seconds, () -> System.nanoTime() - end < 0));
    err.println("Stopped, and nothing was saved; with --save SESSION Ctrl-C saves what there is.");
    return Interruption.EXIT_CODE;
  }
}
