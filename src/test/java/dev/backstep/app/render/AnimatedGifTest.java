package dev.backstep.app.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;

class AnimatedGifTest {
  private static BufferedImage frame(int fill, int squareAt) {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        boolean isSquare = x >= squareAt && x < squareAt + 5 && y >= 10 && y < 15;
        image.setRGB(x, y, isSquare ? 0xb2182b : fill);
      }
    }
    return image;
  }

  private static ImageReader reader(byte[] gif) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
    return reader;
  }

  private static IIOMetadataNode part(ImageReader reader, int frame, String name)
      throws IOException {
    IIOMetadataNode root =
        (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
    return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
  }

  /** The image a viewer shows after a number of frames. */
  private static BufferedImage shown(ImageReader reader, int last) throws IOException {
    BufferedImage shown = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i <= last; i++) {
      IIOMetadataNode place = part(reader, i, "ImageDescriptor");
      shown
          .createGraphics()
          .drawImage(
              reader.read(i),
              Integer.parseInt(place.getAttribute("imageLeftPosition")),
              Integer.parseInt(place.getAttribute("imageTopPosition")),
              null);
    }
    return shown;
  }

  @Test
  void everyFrameReadsBackPixelForPixelWithItsDelayAndTheFilmLoops() throws IOException {
    BufferedImage[] frames = {frame(0xf7f7f7, 3), frame(0xf7f7f7, 20), frame(0xf7f7f7, 20)};
    AnimatedGif gif = new AnimatedGif();
    gif.add(frames[0], 60);
    gif.add(frames[1], 75);
    gif.add(frames[2], 300);
    ImageReader reader = reader(gif.encoded());
    assertThat(reader.getNumImages(true)).isEqualTo(3);
    int[] delays = {60, 75, 300};
    for (int i = 0; i < 3; i++) {
      BufferedImage shown = shown(reader, i);
      for (int y = 0; y < 30; y++) {
        for (int x = 0; x < 40; x++) {
          assertThat(shown.getRGB(x, y)).isEqualTo(frames[i].getRGB(x, y));
        }
      }
      assertThat(part(reader, i, "GraphicControlExtension").getAttribute("delayTime"))
          .isEqualTo(String.valueOf(delays[i]));
    }
    IIOMetadataNode loop = part(reader, 0, "ApplicationExtension");
    assertThat(loop.getAttribute("applicationID")).isEqualTo("NETSCAPE");
    assertThat((byte[]) loop.getUserObject()).containsExactly(1, 0, 0);
    assertThat(reader.getWidth(1)).as("only what changed is stored").isEqualTo(22);
  }

  @Test
  void ofVeryManyColorsThoseOfMostPixelsAreKeptAndTheOthersNearlySo() throws IOException {
    BufferedImage image = frame(0x3b528b, 5);
    for (int x = 0; x < 40; x++) {
      for (int y = 20; y < 30; y++) {
        image.setRGB(x, y, x * 6 << 16 | y * 8 << 8 | 40);
      }
    }
    AnimatedGif gif = new AnimatedGif();
    gif.add(image, 10);
    BufferedImage shown = shown(reader(gif.encoded()), 0);
    assertThat(shown.getRGB(0, 0)).isEqualTo(0xff3b528b);
    assertThat(shown.getRGB(6, 12)).isEqualTo(0xffb2182b);
    for (int x = 0; x < 40; x++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        int wanted = image.getRGB(x, 25) >> shift & 0xff;
        assertThat(shown.getRGB(x, 25) >> shift & 0xff).isCloseTo(wanted, within(9));
      }
    }
  }
}
