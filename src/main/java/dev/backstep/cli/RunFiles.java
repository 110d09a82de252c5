package dev.backstep.cli;

import dev.backstep.cli.console.OutputFile;
import dev.backstep.io.WholeFile;
import dev.backstep.io.csv.LossCsv;
import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.training.history.SavedRun;
import dev.backstep.words.NotWritten;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The files that are to be kept of a run.
 *
 * @param session null if none is to be written
 * @param losses null if they are not
 * @param view what the window shows of the session
 */
record RunFiles(@Nullable Path session, @Nullable Path losses, Session.View view) {
  /** The view in the window of a session that it did not save itself. */
  static final Session.View USUAL_VIEW = new Session.View("TRAIN", -1, "", 0);

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
          String.format(
              Locale.ROOT, "--save and --csv are both %s; they must be two files", losses));
    }
  }

  boolean areNone() {
    return session == null && losses == null;
  }

  /** Beside which of them the run is kept on its way; null if there are none. */
  @Nullable Path first() {
    return session == null ? losses : session;
  }

  /** Whether the session was to be written and was: nothing of the run is lost then. */
  boolean isSessionIn(Outcome outcome) {
    return session != null && outcome.written().contains(session);
  }

  /** Writes each of them whole or not at all. */
  Outcome write(SavedRun run) {
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
    write(session, file -> SessionFile.write(file, new Session(run, view)), outcome);
    write(losses, file -> writeLosses(file, run), outcome);
    return outcome;
  }

  private static void writeLosses(Path file, SavedRun run) throws IOException {
    WholeFile.write(file, out -> LossCsv.write(run, out));
  }

  private static void write(@Nullable Path file, Writing writing, Outcome outcome) {
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
