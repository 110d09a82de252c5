package dev.backstep.ui.picture;

import dev.backstep.io.picture.SvgElement;
import javafx.geometry.VPos;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Words as words, one element a line, each as wide as on the screen whatever font stands in for its
 * own; icons, and text that flows with other text, as outlines.
 */
final class TextInk {
  private final Text text;
  private final SvgElement into;

  TextInk(Text text, SvgElement into) {
    this.text = text;
    this.into = into;
  }

  void draw() {
    if (text.getText().isBlank() || !Inks.isSeen(text.getFill())) {
      return;
    }
    if (text instanceof FontIcon || text.getParent() instanceof TextFlow) {
      outlines();
    } else {
      lines();
    }
  }

  private void lines() {
    String words = text.getText();
    double firstTop = top(0);
    double firstBaseline =
        text.getTextOrigin() == VPos.BASELINE
            ? text.getY()
            : text.getY() + text.getBaselineOffset() + text.getLayoutBounds().getMinY();
    int from = 0;
    for (int i = 1; i <= words.length(); i++) {
      boolean isEnd = i == words.length() || words.charAt(i - 1) == '\n' || top(i) > top(i - 1) + 1;
      if (isEnd) {
        line(from, i, firstBaseline + top(from) - firstTop);
        from = i;
      }
    }
  }

  private void line(int from, int until, double baseline) {
    String words = text.getText().substring(from, until).stripTrailing();
    String inner = words.stripLeading();
    if (inner.isEmpty()) {
      return;
    }
    int begin = from + words.length() - inner.length();
    double left = left(begin);
    double width = right(begin + inner.length() - 1) - left;
    SvgElement element =
        new SvgElement("text")
            .with("x", left)
            .with("y", baseline)
            .with("xml:space", "preserve")
            .with("textLength", width)
            .with("lengthAdjust", "spacingAndGlyphs");
    Fonts.describe(text.getFont(), element);
    Inks.paint(element, "fill", text.getFill());
    into.add(NodeTransform.of(text).put(element.withText(inner)));
  }

  private double top(int character) {
    return edge(character, false, true);
  }

  private double left(int character) {
    return edge(character, true, true);
  }

  private double right(int character) {
    return edge(character, true, false);
  }

  /** An edge of the box of one character; a surrogate has the box of its pair. */
  private double edge(int character, boolean isHorizontal, boolean isLower) {
    String words = text.getText();
    int begin = Character.isLowSurrogate(words.charAt(character)) ? character - 1 : character;
    int end = words.offsetByCodePoints(begin, 1);
    double edge = isLower ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    for (PathElement element : text.rangeShape(begin, end)) {
      double at =
          element instanceof MoveTo move
              ? isHorizontal ? move.getX() : move.getY()
              : element instanceof LineTo line ? isHorizontal ? line.getX() : line.getY() : edge;
      edge = isLower ? Math.min(edge, at) : Math.max(edge, at);
    }
    return Double.isInfinite(edge) && character > 0
        ? edge(character - 1, isHorizontal, isLower)
        : edge;
  }

  private void outlines() {
    Path path = (Path) Shape.subtract(text, new Rectangle());
    SvgElement element = new SvgElement("path").with("d", data(path)).with("aria-label", label());
    Inks.paint(element, "fill", text.getFill());
    into.add(element);
  }

  private String label() {
    return text instanceof FontIcon icon ? icon.getIconLiteral() : text.getText();
  }

  /** The outline as the language of SVG has it; in the units of the scene. */
  static String data(Path path) {
    StringBuilder data = new StringBuilder();
    for (PathElement element : path.getElements()) {
      if (element instanceof MoveTo to) {
        append(data, 'M', to.getX(), to.getY());
      } else if (element instanceof LineTo to) {
        append(data, 'L', to.getX(), to.getY());
      } else if (element instanceof QuadCurveTo to) {
        append(data, 'Q', to.getControlX(), to.getControlY(), to.getX(), to.getY());
      } else if (element instanceof CubicCurveTo to) {
        append(
            data,
            'C',
            to.getControlX1(),
            to.getControlY1(),
            to.getControlX2(),
            to.getControlY2(),
            to.getX(),
            to.getY());
      } else if (element instanceof ClosePath) {
        data.append('Z');
      }
    }
    return data.toString();
  }

  private static void append(StringBuilder data, char command, double... numbers) {
    data.append(command);
    for (int i = 0; i < numbers.length; i++) {
      data.append(i == 0 ? "" : " ").append(SvgElement.number(numbers[i]));
    }
  }
}
