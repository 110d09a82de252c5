package dev.backstep.app.render;

import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.ui.shell.MainWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Renders into the folder that its first parameter names, and ends: every screen, or Step alone
 * with a run of the net that a second one names.
 */
public final class TourApp extends Application {
  private MainWindow window;

  @Override
  public void start(Stage stage) {
    window = new MainWindow(ScreenTour.WIDTH, ScreenTour.HEIGHT);
    window.showOn(stage);
    List<String> parameters = getParameters().getUnnamed();
    ScreenTour tour =
        new ScreenTour(window, Path.of(parameters.get(0)), Platform::exit, TourApp::fail);
    Optional<Net> stepOf = parameters.stream().skip(1).findFirst().flatMap(Nets::of);
    stepOf.ifPresentOrElse(tour::planStepOf, tour::planAll);
    tour.start();
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
