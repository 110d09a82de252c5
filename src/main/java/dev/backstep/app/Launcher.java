package dev.backstep.app;

import dev.backstep.cli.BackstepCommand;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the program. Not an Application itself, or Java would ask for JavaFX modules first. */
public final class Launcher {
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Launcher() {}

  public static void main(String[] args) {
    // JavaFX warns of being loaded from the class path, which is how this program loads it.
    JAVAFX.setLevel(Level.SEVERE);
    System.exit(BackstepCommand.run(new JavaFxDesktop(), args));
  }
}
