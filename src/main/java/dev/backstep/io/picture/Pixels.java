package dev.backstep.io.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * An image.
 *
 * @param argb one number a pixel, row after row, not premultiplied
 */
public record Pixels(int width, int height, int[] argb) {

  /** As PNG; without an alpha channel if every pixel is opaque. */
  public byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(buffered(), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  BufferedImage buffered() {
    boolean isOpaque = true;
    for (int pixel : argb) {
      isOpaque &= pixel >>> 24 == 0xff;
    }
    BufferedImage image =
        new BufferedImage(
            width, height, isOpaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, argb, 0, width);
    return image;
  }
}
