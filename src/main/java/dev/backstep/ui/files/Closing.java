package dev.backstep.ui.files;

import dev.backstep.ui.common.Dialogs;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * Asks before the window is closed over unsaved updates: of the run that is open, or of one that it
 * took the place of.
 */
public record Closing(
    SessionFiles files, SessionViewModel session, Texts texts, SessionSaving saving) {
  public void install(Stage stage) {
    stage.setOnCloseRequest(event -> ask(event, stage));
  }

  private void ask(WindowEvent event, Stage stage) {
    boolean isUnsaved = files.unsavedProperty().get();
    String words = words(isUnsaved, files.earlier().unsaved());
    if (words.isEmpty()) {
      return;
    }
    Dialogs dialogs = new Dialogs(texts, stage);
    switch (dialogs.askWhetherToSave(words, isUnsaved)) {
      case SAVE -> {
        event.consume();
        // What is trained after the run was captured would be lost.
        session.pause();
        saving.save(stage, stage::close);
      }
      case CANCEL -> event.consume();
      default -> {}
    }
  }

  private String words(boolean isUnsaved, long earlier) {
    String open = isUnsaved ? texts.of("common.unsaved.ask", files.name()) : "";
    String before =
        earlier == 0
            ? ""
            : earlier == 1
                ? texts.of("common.unsaved.before.one")
                : texts.of("common.unsaved.before", String.valueOf(earlier));
    return String.join("\n", open, before).strip();
  }
}
