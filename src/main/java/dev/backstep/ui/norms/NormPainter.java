package dev.backstep.ui.norms;

import dev.backstep.trace.GradientNorms.Kind;
import dev.backstep.trace.GradientNorms.Series;
import dev.backstep.ui.paint.Brush;
import dev.backstep.ui.paint.ColorScale;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws the bars of a strip once. */
record NormPainter(GraphicsContext g, NormLayout layout, double width, Colors colors) {
  private static final Font COVERED = Font.font("Monospaced", 15);

  /** What is not finite has the colour that it has in heatmaps. */
  private static final Color NOT_FINITE =
      Color.web(String.format(Locale.ROOT, "#%06x", ColorScale.NOT_FINITE & 0xffffff));

  record Colors(
      Color error, Color own, Color handedBack, Color total, Color line, Color ink, Color cursor) {
    Color of(Kind kind) {
      return switch (kind) {
        case ERROR -> error;
        case OWN -> own;
        case HANDED_BACK -> handedBack;
        case TOTAL -> total;
      };
    }
  }

  /** A line at each power of ten, from the first column to the end of the last. */
  void paintLines() {
    g.setFill(colors.line);
    double end = Math.min(width, layout.axis().x(layout.axis().getLength()));
    layout.powers().forEach(power -> g.fillRect(0, layout.yOfPower(power), end, 1));
  }

  void paintBars(List<Series> shown, int t) {
    for (int place = 0; place < shown.size(); place++) {
      Rectangle2D bar = layout.bar(shown, place, t);
      boolean isFinite = Double.isFinite(layout.norms().norm(shown.get(place), t));
      g.setFill(isFinite ? colors.of(shown.get(place).kind()) : NOT_FINITE);
      g.fillRect(bar.getMinX(), bar.getMinY(), bar.getWidth(), bar.getHeight());
    }
  }

  void paintCovered(int t) {
    g.setTextBaseline(VPos.CENTER);
    double x = layout.axis().x(t) + layout.axis().columnWidth() / 2;
    new Brush(g).text("?", x, layout.height() / 2, COVERED, colors.total);
  }

  /** As the heatmaps frame the column of the cursor. */
  void paintCursor(int t) {
    g.setStroke(colors.cursor);
    g.setLineWidth(2);
    double x = layout.axis().x(t) - 2;
    g.strokeRect(x, 1, layout.axis().columnWidth() + 4, layout.height() - 2);
  }
}
