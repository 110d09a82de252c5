package dev.backstep.app.render;

import dev.backstep.cli.BackstepCommand;
import dev.backstep.cli.Desktop;
import dev.backstep.fault.Fault;
import dev.backstep.ui.step.StepExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The arrays that a program with a fault would save of the sequence on the Step screen. */
public record Exercise(StepExport export) {
  /** Writes it into a folder of its own, which goes when the program ends. */
  public Path write(Fault fault) {
    try {
      Path folder = Files.createTempDirectory("backstep-exercise");
      Path right = folder.resolve("right.npz");
      Path wrong = folder.resolve("mine.npz");
      Files.write(right, export.step().get());
      BackstepCommand.run(
          Desktop.NONE, "trace", "--params=" + right, "--fault=" + fault.id(), "--out=" + wrong);
      Files.delete(right);
      folder.toFile().deleteOnExit();
      wrong.toFile().deleteOnExit();
      return wrong;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
