package dev.backstep.cli;

import dev.backstep.cli.console.Sentence;
import dev.backstep.io.session.KeptRun;
import dev.backstep.io.session.KeptRuns;
import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.UnattendedRun;
import dev.backstep.words.NotWritten;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A run on its way, kept once a minute in a session file of its own beside the file that it will be
 * written into: what ends the program, or keeps the end from being written, costs a minute at most.
 */
final class CheckpointFile {
  static final long BETWEEN_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** Of the 255 bytes that names have at most; a number follows. */
  private static final int LONGEST_NAME = 180;

  private final Path file;
  private final Session.View view;
  private final Optional<KeptRuns> elsewhere;
  private long due;
  private long kept;
  private Optional<Boolean> told = Optional.empty();

  private CheckpointFile(Path file, Session.View view, Optional<KeptRuns> elsewhere, long now) {
    this.file = file;
    this.view = view;
    this.elsewhere = elsewhere;
    due = now + BETWEEN_NANOS;
  }

  /**
   * Begins one with the run as it is.
   *
   * @param wanted the file that the run will be written into
   * @param view what the window shows of the run
   * @param elsewhere where the run is kept at its end if it cannot be kept beside that file; empty
   *     where there is no such place
   * @param now in nanoseconds
   * @throws IOException if it cannot be written
   */
  static CheckpointFile beside(
      Path wanted, Session.View view, Optional<KeptRuns> elsewhere, SavedRun run, long now)
      throws IOException {
    Path folder = wanted.getParent() == null ? Path.of("") : wanted.getParent();
    Path file = Files.createTempFile(folder, name(wanted) + "-checkpoint-", SessionFile.ENDING);
    CheckpointFile begun = new CheckpointFile(file, view, elsewhere, now);
    try {
      begun.keep(run);
      return begun;
    } catch (IOException e) {
      begun.discard();
      throw e;
    }
  }

  private static String name(Path wanted) {
    String name = wanted.getFileName().toString();
    String begin =
        name.endsWith(SessionFile.ENDING)
            ? name.substring(0, name.length() - SessionFile.ENDING.length())
            : name;
    while (begin.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      begin = begin.substring(0, begin.offsetByCodePoints(begin.length(), -1));
    }
    return begin;
  }

  /** Where it is. */
  Path file() {
    return file;
  }

  private void keep(SavedRun run) throws IOException {
    SessionFile.writePrivate(file, new Session(run, view));
    kept = run.here().updates();
  }

  /**
   * Keeps the run if a minute is over.
   *
   * @param now in nanoseconds
   * @return what is to be said of it, which is little: where it is, and when it begins to fail
   */
  Optional<String> keepIfDue(UnattendedRun run, long now) {
    if (now - due < 0) {
      return Optional.empty();
    }
    due = now + BETWEEN_NANOS;
    try {
      keep(run.saved());
      return tell(true, "Update " + kept + " is kept in " + file + ", and one every minute.");
    } catch (IOException e) {
      return tell(false, notKept(run.trainer().updates(), e));
    }
  }

  private String notKept(long update, IOException reason) {
    return String.format(
        Locale.ROOT,
        "Update %d could not be kept in %s: %s; update %d still is there.",
        update,
        file,
        new NotWritten(Texts.load()).said(reason),
        kept);
  }

  /** Each time that it begins to succeed or to fail. */
  private Optional<String> tell(boolean isKept, String sentence) {
    boolean isNew = told.isEmpty() || told.get() != isKept;
    told = Optional.of(isKept);
    return isNew ? Optional.of(sentence) : Optional.empty();
  }

  /** Keeps a run that could not be written where it was to be, and says where. */
  String keepAtLast(SavedRun run) {
    try {
      keep(run);
      return goesOn("The run is kept in " + file);
    } catch (IOException e) {
      return keepElsewhere(run);
    }
  }

  private String keepElsewhere(SavedRun run) {
    try {
      KeptRun place = elsewhere.orElseThrow(() -> new IOException("no folder")).begin();
      SessionFile.writePrivate(place.file(), new Session(run, view));
      place.release();
      discard();
      return goesOn("The run is kept in " + place.file());
    } catch (IOException e) {
      String updates = Sentence.count(kept, "update");
      return Files.exists(file)
          ? goesOn("The run as it was after " + updates + " is kept in " + file)
          : "The run could not be kept anywhere else.";
    }
  }

  private static String goesOn(String kept) {
    return kept + "; “backstep train --resume” goes on with it.";
  }

  /** Deletes it, once the run is written where it was to be. */
  void discard() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It is a whole session, and no harm to anybody.
    }
  }
}
