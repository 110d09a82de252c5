package dev.backstep.io.session;

import dev.backstep.training.SavedRuns;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A program that saves one session again and again, each time with the number of the time in it.
 */
public final class SavingProbe {
  private SavingProbe() {}

  /**
   * @param arguments the file
   */
  public static void main(String[] arguments) throws IOException {
    Session session = SavedRuns.largerSession();
    for (int number = 1; ; number++) {
      SessionFile.write(
          Path.of(arguments[0]),
          new Session(session.run(), new Session.View("STEP", -1, "", number)));
      System.out.println(number);
    }
  }
}
