package dev.backstep.ui.shell;

import dev.backstep.Deadline;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.TextMode;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.ui.run.SessionViewModel;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** The sessions of tests with a training thread. */
public final class Sessions {
  private Sessions() {}

  /** Five words of three to five letters over a … e. */
  public static Corpus words() throws CorpusException {
    byte[] text = "abc\nbcda\ncdeab\nace\nbed\n".getBytes(StandardCharsets.UTF_8);
    return CorpusReader.read("words.txt", text, new TextMode.Lines());
  }

  /** The session of the Bug lab. */
  public static SessionViewModel lab() {
    return new SessionViewModel(new TrainingSession("lab"), 2);
  }

  /** Does one thing again and again until a condition holds; fails if it never does. */
  public static void repeatUntil(Runnable poll, BooleanSupplier condition) {
    Deadline.await(
        () -> {
          poll.run();
          return condition.getAsBoolean();
        });
  }
}
