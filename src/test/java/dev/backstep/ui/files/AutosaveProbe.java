package dev.backstep.ui.files;

import dev.backstep.io.session.KeptRuns;
import dev.backstep.text.Dataset;
import dev.backstep.ui.shell.OneWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A program that trains, keeps its run, says so, and then waits to be killed. */
public final class AutosaveProbe {
  private AutosaveProbe() {}

  /**
   * @param arguments the folder for runs, and how many updates each earlier run has
   */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    OneWindow window = new OneWindow();
    window.files.autosave().begin(new KeptRuns(folder));
    window.until(() -> window.files.autosave().hasBegun());
    window.main.open(Dataset.DINOSAURS);
    window.until(() -> window.main.step().traceProperty().get() != null);
    for (int i = 1; i < arguments.length; i++) {
      int number = i;
      window.trainTo(Long.parseLong(arguments[i]));
      window.session.reset();
      window.until(() -> window.files.earlier().before().size() == number);
      window.until(() -> window.files.earlier().before().get(number - 1).file() != null);
    }
    window.trainTo(40);
    window.letPass(61);
    window.until(() -> hasRun(folder));
    System.out.println("kept");
    while (true) {
      LockSupport.park();
    }
  }

  private static boolean hasRun(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(
          file -> file.toString().endsWith(".backstep") && !file.toString().contains("before"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
