package dev.backstep.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backstep render --out DIR}: every screen as a picture. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description =
        "Renders every screen as PNG, light and dark, and a film of the steps as GIF, without a display.")
final class RenderCommand implements Callable<Integer> {
  private final Desktop desktop;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the pictures; it is made if it is missing.")
  private Path out;

  RenderCommand(Desktop desktop) {
    this.desktop = desktop;
  }

  @Override
  public Integer call() {
    return desktop.render(out);
  }
}
