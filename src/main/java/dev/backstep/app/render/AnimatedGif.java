package dev.backstep.app.render;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A GIF that plays over and over. All frames share one palette of the colours that they have, and
 * every frame but the first holds only what has changed.
 */
final class AnimatedGif {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  private final List<BufferedImage> frames = new ArrayList<>();
  private final List<Integer> delays = new ArrayList<>();

  /**
   * Adds a frame, all of them of the same size.
   *
   * @param frame of type {@link BufferedImage#TYPE_INT_RGB}
   * @param hundredths how long it is shown, in hundredths of a second
   */
  void add(BufferedImage frame, int hundredths) {
    frames.add(frame);
    delays.add(hundredths);
  }

  byte[] encoded() throws IOException {
    GifPalette palette = GifPalette.of(frames);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < frames.size(); i++) {
        @Nullable BufferedImage before = i == 0 ? null : frames.get(i - 1);
        Rectangle changed = changed(before, frames.get(i));
        BufferedImage indexed = indexed(palette, before, frames.get(i), changed);
        IIOMetadata metadata =
            metadata(writer, indexed, changed, delays.get(i), palette.transparentIndex());
        writer.writeToSequence(new IIOImage(indexed, null, metadata), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The smallest rectangle outside of which nothing is new; one pixel if nothing is. */
  private static Rectangle changed(@Nullable BufferedImage before, BufferedImage now) {
    if (before == null) {
      return new Rectangle(now.getWidth(), now.getHeight());
    }
    Rectangle changed = new Rectangle(-1, -1);
    for (int y = 0; y < now.getHeight(); y++) {
      int[] above = row(before, y);
      int[] row = row(now, y);
      int first = Arrays.mismatch(above, row);
      if (first >= 0) {
        int last = row.length - 1;
        while (above[last] == row[last]) {
          last--;
        }
        changed.add(new Rectangle(first, y, last + 1 - first, 1));
      }
    }
    return changed.isEmpty() ? new Rectangle(1, 1) : changed;
  }

  /** The pixels of a row of a frame as they lie there, which is without asking about each. */
  static int[] row(BufferedImage frame, int y) {
    return (int[]) frame.getRaster().getDataElements(0, y, frame.getWidth(), 1, null);
  }

  /** The pixels of a rectangle as places in the palette; what is as before is transparent. */
  private static BufferedImage indexed(
      GifPalette palette, @Nullable BufferedImage before, BufferedImage now, Rectangle part) {
    BufferedImage image =
        new BufferedImage(
            part.width, part.height, BufferedImage.TYPE_BYTE_INDEXED, palette.colorModel());
    WritableRaster raster = image.getRaster();
    for (int y = 0; y < part.height; y++) {
      int[] row = row(now, part.y + y);
      int[] above = before == null ? null : row(before, part.y + y);
      int[] places = new int[part.width];
      for (int x = 0; x < part.width; x++) {
        int color = row[part.x + x];
        boolean isAsBefore = above != null && above[part.x + x] == color;
        places[x] = isAsBefore ? palette.transparentIndex() : palette.index(color);
      }
      raster.setSamples(0, y, part.width, 1, 0, places);
    }
    return image;
  }

  private static IIOMetadata metadata(
      ImageWriter writer, BufferedImage image, Rectangle part, int delay, int transparent)
      throws IOException {
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    IIOMetadataNode place = child(root, "ImageDescriptor");
    place.setAttribute("imageLeftPosition", String.valueOf(part.x));
    place.setAttribute("imageTopPosition", String.valueOf(part.y));
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "TRUE");
    control.setAttribute("transparentColorIndex", String.valueOf(transparent));
    control.setAttribute("delayTime", String.valueOf(delay));
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0});
    child(root, "ApplicationExtensions").appendChild(loop);
    metadata.setFromTree(FORMAT, root);
    return metadata;
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    for (int i = 0; i < root.getLength(); i++) {
      if (root.item(i).getNodeName().equals(name)) {
        return (IIOMetadataNode) root.item(i);
      }
    }
    IIOMetadataNode child = new IIOMetadataNode(name);
    root.appendChild(child);
    return child;
  }
}
