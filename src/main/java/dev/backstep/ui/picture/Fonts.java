package dev.backstep.ui.picture;

import dev.backstep.io.picture.SvgElement;
import java.util.Locale;
import javafx.scene.text.Font;

/** The fonts of the screen, as a vector picture asks for them. */
final class Fonts {
  private Fonts() {}

  static void describe(Font font, SvgElement element) {
    String style = font.getStyle().toLowerCase(Locale.ROOT);
    boolean isMono = font.getFamily().toLowerCase(Locale.ROOT).contains("mono");
    element
        .with(
            "font-family",
            String.format(
                Locale.ROOT, "'%s', %s", font.getFamily(), isMono ? "monospace" : "sans-serif"))
        .with("font-size", font.getSize());
    if (style.contains("bold")) {
      element.with("font-weight", "bold");
    }
    if (style.contains("italic") || style.contains("oblique")) {
      element.with("font-style", "italic");
    }
  }
}
