package dev.backstep.app.render;

import dev.backstep.io.WholeFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Writes what a scene looks like as PNG, and several looks one after the other as a film. */
public final class Pictures {
  private final Path folder;
  private AnimatedGif film = new AnimatedGif();
  private @Nullable BufferedImage left;

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

  /** Keeps what a scene looks like for {@link #takeBeside}. */
  void keep(Scene scene) {
    left = image(scene);
  }

  /** Writes what was kept and, right of it, what the scene looks like, as one picture. */
  void takeBeside(Scene scene, String name) {
    BufferedImage first = Objects.requireNonNull(left, "nothing was kept");
    BufferedImage second = image(scene);
    int height = Math.max(first.getHeight(), second.getHeight());
    BufferedImage both =
        new BufferedImage(first.getWidth() + second.getWidth(), height, BufferedImage.TYPE_INT_RGB);
    both.getRaster().setRect(first.getRaster());
    both.getRaster().setRect(first.getWidth(), 0, second.getRaster());
    left = null;
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(both, "png", png);
      write(name + ".png", png.toByteArray());
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
