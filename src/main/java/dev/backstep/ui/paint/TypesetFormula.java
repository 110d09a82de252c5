package dev.backstep.ui.paint;

import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** A formula in device pixels: how much of each the ink covers, whatever its colour will be. */
record TypesetFormula(int width, int height, int[] coverage) {
  private static final int MARGIN = 1;
  private static final Object LIBRARY = new Object();

  /**
   * Sets a formula in type. The first takes most of a second, which the library needs for its fonts
   * and symbols, so this is nothing for the FX thread.
   *
   * @param latex what stands between the dollar signs
   * @param pixels the size of the type in device pixels
   * @throws org.scilab.forge.jlatexmath.ParseException if it is no LaTeX
   */
  static TypesetFormula of(String latex, float pixels) {
    // The library keeps what it has read in static fields and does not guard them.
    synchronized (LIBRARY) {
      TeXIcon icon = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_TEXT, pixels);
      icon.setInsets(new Insets(MARGIN, MARGIN, MARGIN, MARGIN), true);
      return painted(icon);
    }
  }

  private static TypesetFormula painted(TeXIcon icon) {
    int width = icon.getIconWidth();
    int height = icon.getIconHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    icon.paintIcon(null, graphics, 0, 0);
    graphics.dispose();
    int[] coverage = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < coverage.length; i++) {
      coverage[i] >>>= 24;
    }
    return new TypesetFormula(width, height, coverage);
  }

  /** The formula on nothing, in a colour. */
  WritableImage in(Color ink) {
    int[] pixels = new int[coverage.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] =
          coverage[i] << 24
              | part(ink.getRed(), i) << 16
              | part(ink.getGreen(), i) << 8
              | part(ink.getBlue(), i);
    }
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
    return image;
  }

  private int part(double channel, int i) {
    return (int) Math.round(channel * coverage[i]);
  }
}
