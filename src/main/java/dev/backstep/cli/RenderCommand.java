package dev.backstep.cli;

import dev.backstep.net.Net;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code backstep render --out DIR}: every screen as a picture. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description =
        "Renders every screen as PNG, light and dark, and a film of the steps as GIF, without a"
            + " display.")
final class RenderCommand implements Callable<Integer> {
  private final Desktop desktop;

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the pictures; it is made if it is missing.")
  private Path out;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      completionCandidates = RunOptions.Cells.class,
      description =
          "Renders Step alone, forward and backward, with a run of this cell: one of"
              + " ${COMPLETION-CANDIDATES}.")
  private @Nullable String cell;

  RenderCommand(Desktop desktop) {
    this.desktop = desktop;
  }

  @Override
  public Integer call() {
    return desktop.render(out, Optional.ofNullable(cell).map(this::net));
  }

  private Net net(String name) {
    try {
      return RunOptions.cell(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
    }
  }
}
