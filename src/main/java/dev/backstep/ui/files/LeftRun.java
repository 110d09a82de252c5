package dev.backstep.ui.files;

import dev.backstep.io.session.KeptRun;
import dev.backstep.io.session.SessionFile;
import dev.backstep.math.Numbers;
import dev.backstep.training.session.SessionException;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The runs that a window left which ended unexpectedly: the one that was open, and others.
 *
 * @param newest the file of the run that was open
 * @param words the sentence that offers it
 * @param others those that were open before
 */
record LeftRun(KeptRun run, Path newest, String words, List<EarlierRun> others) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.UK);

  /**
   * The run in a place; none of it is opened.
   *
   * @throws SessionException if it cannot be opened
   */
  static LeftRun in(KeptRun run, Texts texts) throws IOException, SessionException {
    Path newest = run.newest().orElse(run.file());
    SessionFile.Title title = SessionFile.title(newest);
    String time = TIME.format(timeOf(newest).atZone(ZoneId.systemDefault()));
    String updates = Numbers.grouped(title.updates());
    String how = run.isMarkedEnded() ? "files.kept.offer.ended" : "files.kept.offer";
    String words = texts.of(how, title.text(), updates, time);
    return new LeftRun(run, newest, words, others(run, newest));
  }

  private static Instant timeOf(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }

  /** The runs that were open in that window before; not those that cannot be opened. */
  private static List<EarlierRun> others(KeptRun run, Path newest) throws IOException {
    List<EarlierRun> others = new ArrayList<>();
    for (Path file : run.earlier()) {
      if (!file.equals(newest)) {
        try {
          SessionFile.Title title = SessionFile.title(file);
          others.add(new EarlierRun(title, file, Files.size(file), timeOf(file)));
        } catch (SessionException e) {
          // It stays where it is until the place is tidied up.
        }
      }
    }
    return others;
  }
}
