package dev.backstep.app.render;

import dev.backstep.ui.shell.MainWindow;
import java.nio.file.Path;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Renders every screen into the folder that its one parameter names, and ends. */
public final class TourApp extends Application {
  private MainWindow window;

  @Override
  public void start(Stage stage) {
    window = new MainWindow(ScreenTour.WIDTH, ScreenTour.HEIGHT);
    window.showOn(stage);
    Path folder = Path.of(getParameters().getUnnamed().get(0));
    new ScreenTour(window, folder, Platform::exit, TourApp::fail).start();
  }

  private static void fail(RuntimeException cause) {
    System.err.println(
        "The pictures could not be made: "
            + Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
    System.exit(3);
  }

  @Override
  public void stop() {
    window.close();
  }
}
