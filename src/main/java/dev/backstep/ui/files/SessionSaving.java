package dev.backstep.ui.files;

import dev.backstep.ui.common.SavePlace;
import dev.backstep.words.Texts;
import java.nio.file.Path;
import javafx.stage.Window;

/** Saves the session, and asks where if it is not known. */
public final class SessionSaving {
  private final SessionFiles files;
  private final Texts texts;
  private final SavePlace place;

  public SessionSaving(SessionFiles files, Texts texts, SavePlace place) {
    this.files = files;
    this.texts = texts;
    this.place = place;
  }

  /**
   * Saves it where it was saved or opened before.
   *
   * @param done what to do when it is in the file
   */
  public void save(Window owner, Runnable done) {
    Path file = files.file();
    if (file == null) {
      saveAs(owner, done);
    } else {
      files.save(file, done);
    }
  }

  public void saveAs(Window owner, Runnable done) {
    place
        .ask(owner, files.suggestedName(), texts.of("common.file.session"))
        .ifPresent(file -> files.save(file, done));
  }
}
