package dev.backstep.app;

import dev.backstep.io.session.KeptRuns;
import dev.backstep.text.Dataset;
import dev.backstep.ui.shell.MainWindow;
import dev.backstep.ui.shell.UserPreferences;
import dev.backstep.ui.shell.WindowBounds;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/**
 * The program in a window. Its one parameter, if there is one, is the text, session or arrays to
 * open.
 */
public final class BackstepApp extends Application {
  private MainWindow window;
  private UserPreferences preferences;

  @Override
  public void start(Stage stage) {
    Rectangle2D room = WindowBounds.here().first();
    window = new MainWindow(room.getWidth(), room.getHeight());
    preferences = new UserPreferences(window.viewModel(), stage);
    preferences.restore();
    List<String> arguments = getParameters().getUnnamed();
    window.viewModel().open(Dataset.DINOSAURS);
    if (!arguments.isEmpty()) {
      window.viewModel().open(Path.of(arguments.get(0)));
    }
    window.showOn(stage);
    preferences.follow();
    window.viewModel().files().autosave().begin(KeptRuns.here());
    // By a signal, as at the end of a desktop session: nothing can be asked then.
    Runtime.getRuntime().addShutdownHook(new Thread(this::endAsTold));
  }

  private void endAsTold() {
    // The toolkit ends at the same time: what it cannot draw any more is nothing to tell about.
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});
    window.viewModel().files().endAsTold();
  }

  @Override
  public void stop() {
    window.viewModel().options().presentingProperty().set(false);
    preferences.save();
    window.close();
  }
}
