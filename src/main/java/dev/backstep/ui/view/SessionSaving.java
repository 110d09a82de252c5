package dev.backstep.ui.view;

import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.SessionFiles;
import dev.backstep.ui.viewmodel.Texts;
import java.nio.file.Path;
import javafx.stage.Window;

/** Saves the session, and asks where if it is not known. */
public final class SessionSaving {
  private final SessionFiles files;
  private final Texts texts;
  private final SavePlace place;

  public SessionSaving(MainViewModel main, SavePlace place) {
    files = main.files();
    texts = main.texts();
    this.place = place;
  }

  /**
   * Saves it where it was saved or opened before.
   *
   * @param done what to do when it is in the file
   */
  void save(Window owner, Runnable done) {
    Path file = files.file();
    if (file == null) {
      saveAs(owner, done);
    } else {
      files.save(file, done);
    }
  }

  void saveAs(Window owner, Runnable done) {
    place
        .ask(owner, files.suggestedName(), texts.of("file.session"))
        .ifPresent(file -> files.save(file, done));
  }
}
