package dev.backstep.ui.view;

import dev.backstep.ui.viewmodel.MainViewModel;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Asks before the window is closed over updates that nobody saved. */
public record Closing(MainViewModel main, SessionSaving saving) {
  public void install(Stage stage) {
    stage.setOnCloseRequest(event -> ask(event, stage));
  }

  private void ask(WindowEvent event, Stage stage) {
    if (!main.files().unsavedProperty().get()) {
      return;
    }
    Dialogs dialogs = new Dialogs(main.texts(), stage);
    switch (dialogs.askWhetherToSave(main.files().name())) {
      case SAVE -> {
        event.consume();
        // What is trained after the run was captured would be lost.
        main.session().pause();
        saving.save(stage, stage::close);
      }
      case CANCEL -> event.consume();
      default -> {}
    }
  }
}
