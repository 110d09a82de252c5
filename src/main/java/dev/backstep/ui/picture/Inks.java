package dev.backstep.ui.picture;

import dev.backstep.io.picture.SvgElement;
import java.util.Locale;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;

/** The paints of the screen, as a vector picture writes them. */
final class Inks {
  private Inks() {}

  static boolean isSeen(Paint paint) {
    return paint != null && color(paint).getOpacity() > 0;
  }

  /** Sets an attribute ("fill" or "stroke") and its opacity. */
  static void paint(SvgElement element, String attribute, Paint paint) {
    Color color = color(paint);
    element.with(attribute, hex(argb(color)));
    if (color.getOpacity() < 1) {
      element.with(attribute + "-opacity", color.getOpacity());
    }
  }

  /** A gradient is painted in its first colour: the themes have none, and it will do. */
  private static Color color(Paint paint) {
    if (paint instanceof LinearGradient gradient && !gradient.getStops().isEmpty()) {
      return gradient.getStops().get(0).getColor();
    }
    return paint instanceof Color color ? color : Color.TRANSPARENT;
  }

  private static int argb(Color color) {
    int red = (int) Math.round(255 * color.getRed());
    int green = (int) Math.round(255 * color.getGreen());
    int blue = (int) Math.round(255 * color.getBlue());
    return red << 16 | green << 8 | blue;
  }

  static String hex(int argb) {
    return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
  }
}
