package dev.backstep.cli;

import java.util.Locale;
import dev.backstep.io.LossCsv;
import dev.backstep.io.Session;
import dev.backstep.io.SessionFile;
import dev.backstep.io.WholeFile;
import dev.backstep.training.SavedRun;
import dev.backstep.ui.viewmodel.NotWritten;
import dev.backstep.ui.viewmodel.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be kept of a run in files.
 *
 * @param session null if none is to be written
 * @param losses null if they are not
 */
record RunFiles(Path session, Path losses) {
  /** What the window shows of a session that it did not save itself. */
  private static final Session.View VIEW = new Session.View("TRAIN", -1, "", 0);

  /** The files that were written, and for each of the others a sentence why it was not. */
  record Outcome(List<Path> written, List<String> failures) {}

  @FunctionalInterface
  private interface Writing {
    void into(Path file) throws IOException;
  }

  /**
   * @throws IllegalArgumentException if one of them cannot be written
   */
  void requireWritable() {
    OutputFile.requireWritable("--save", session);
    OutputFile.requireWritable("--csv", losses);
    if (session != null && losses != null && OutputFile.areOne(session, losses)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "--save and --csv are both %s; they must be two files", losses));
    }
  }

  boolean areNone() {
    return session == null && losses == null;
  }

  /** Writes each of them whole or not at all. */
  Outcome write(SavedRun run) {
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
    write(session, file -> SessionFile.write(file, new Session(run, VIEW)), outcome);
    write(losses, file -> writeLosses(file, run), outcome);
    return outcome;
  }

  private static void writeLosses(Path file, SavedRun run) throws IOException {
    int epochLength = run.data().train().size();
    WholeFile.write(file, out -> LossCsv.write(run.branches().get(0).summary(), epochLength, out));
  }

  private static void write(Path file, Writing writing, Outcome outcome) {
    if (file == null) {
      return;
    }
    try {
      writing.into(file);
      outcome.written().add(file);
    } catch (IOException e) {
      outcome.failures().add(new NotWritten(Texts.load()).sentence(file, e));
    }
  }
}
