package dev.backstep.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes what a scene looks like as PNG. */
final class Pictures {
  private final Path folder;

  Pictures(Path folder) {
    this.folder = folder;
  }

  /** Writes NAME.png into the folder, which is made if it is missing. */
  void take(Scene scene, String name) {
    WritableImage image = scene.snapshot(null);
    try {
      Files.createDirectories(folder);
      write(image, folder.resolve(name + ".png"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(WritableImage image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    buffered.setRGB(0, 0, width, height, pixels, 0, width);
    ImageIO.write(buffered, "png", file.toFile());
  }
}
