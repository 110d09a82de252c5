package dev.backstep.app.render;

import dev.backstep.io.WholeFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes what a scene looks like as PNG, and several looks one after the other as a film. */
public final class Pictures {
  private final Path folder;
  private AnimatedGif film = new AnimatedGif();

  public Pictures(Path folder) {
    this.folder = folder;
  }

  /** Writes NAME.png into the folder, which is made if it is missing. */
  public void take(Scene scene, String name) {
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image(scene), "png", png);
      write(name + ".png", png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a frame to the film, shown for so many hundredths of a second. */
  void film(Scene scene, int hundredths) {
    film.add(image(scene), hundredths);
  }

  /** Writes the film as NAME.gif. */
  void finishFilm(String name) {
    try {
      write(name + ".gif", film.encoded());
      film = new AnimatedGif();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, byte[] content) throws IOException {
    Files.createDirectories(folder);
    WholeFile.write(folder.resolve(name), content);
  }

  private static BufferedImage image(Scene scene) {
    WritableImage image = scene.snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    // All at once: setRGB asks the colour model about every pixel.
    buffered.getRaster().setDataElements(0, 0, width, height, pixels);
    return buffered;
  }
}
