package dev.backstep.app;

import dev.backstep.app.render.TourApp;
import dev.backstep.cli.Desktop;
import dev.backstep.net.Net;
import dev.backstep.words.NotWritten;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;

/** The window, or pictures of it where there is no display. */
public final class JavaFxDesktop implements Desktop {
  private static final Path TOUR = Path.of("target", "tour");

  private static final int NOT_STARTED = 3;

  @Override
  public int open(Optional<Path> text) {
    if (hasNoDisplay() && text.isPresent()) {
      System.err.println(
          "No display was found (DISPLAY is not set), so " + text.get() + " cannot be opened.");
      return NOT_STARTED;
    }
    if (hasNoDisplay()) {
      System.err.println(
          "No display was found (DISPLAY is not set), so every screen is rendered as PNG into "
              + TOUR
              + " instead.");
      return render(TOUR, Optional.empty());
    }
    return launch(BackstepApp.class, text.map(Path::toString).stream().toArray(String[]::new));
  }

  @Override
  public int render(Path folder, Optional<Net> stepOf) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "probe", ".png"));
    } catch (IOException e) {
      System.err.println(new NotWritten(Texts.load()).ofPictures(folder, e));
      return 2;
    }
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("headless.geometry", "2560x1440-32");
    System.setProperty("prism.order", "sw");
    return launch(
        TourApp.class,
        Stream.concat(Stream.of(folder.toString()), stepOf.map(Net::id).stream())
            .toArray(String[]::new));
  }

  /** JavaFX speaks X11 on Linux; Wayland sets DISPLAY for it as well. */
  private static boolean hasNoDisplay() {
    String display = System.getenv("DISPLAY");
    return System.getProperty("os.name").startsWith("Linux")
        && (display == null || display.isBlank());
  }

  private static int launch(Class<? extends Application> application, String... arguments) {
    // AWT paints formulas into memory and shall look for no display of its own.
    System.setProperty("java.awt.headless", "true");
    try {
      Application.launch(application, arguments);
      return 0;
    } catch (RuntimeException | LinkageError e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      System.getLogger("dev.backstep").log(System.Logger.Level.DEBUG, "not started", e);
      System.err.println(
          "The window system could not be started: "
              + Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
      return NOT_STARTED;
    }
  }
}
