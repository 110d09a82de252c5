package dev.backstep.app;

import dev.backstep.cli.BackstepCommand;
import dev.backstep.io.HomeFolder;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the program. Not an Application itself, or Java would ask for JavaFX modules first. */
public final class Launcher {
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  /** It warns twice a minute where nothing can be written; what is lost then is small. */
  private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

  private Launcher() {}

  public static void main(String[] args) {
    HomeFolder.use();
    // JavaFX warns of being loaded from the class path, which is how this program loads it.
    JAVAFX.setLevel(Level.SEVERE);
    PREFERENCES.setLevel(Level.OFF);
    System.exit(BackstepCommand.run(new JavaFxDesktop(), args));
  }
}
