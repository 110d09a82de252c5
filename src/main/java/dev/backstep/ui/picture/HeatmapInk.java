package dev.backstep.ui.picture;

import dev.backstep.io.picture.SvgElement;
import dev.backstep.ui.paint.HeatmapShapes;
import dev.backstep.ui.paint.Patch;
import java.util.List;
import javafx.scene.layout.Region;

/** A heatmap as rectangles; one of very many squares as an image instead. */
final class HeatmapInk {
  private static final int MOST_RECTANGLES = 20_000;

  private final Region heatmap;
  private final SvgElement into;

  HeatmapInk(Region heatmap, SvgElement into) {
    this.heatmap = heatmap;
    this.into = into;
  }

  void draw() {
    List<Patch> patches = HeatmapShapes.of(heatmap);
    if (patches.size() > MOST_RECTANGLES) {
      SvgElement image = NodeImages.image(heatmap);
      into.add(image.with("style", "image-rendering: pixelated"));
      return;
    }
    SvgElement group = new SvgElement("g").with("shape-rendering", "crispEdges");
    patches.forEach(patch -> group.add(patch.isHatched() ? hatched(patch) : filled(patch)));
    into.add(NodeTransform.of(heatmap).put(group));
  }

  private static SvgElement filled(Patch patch) {
    return RegionInk.rectangle(patch.x(), patch.y(), patch.width(), patch.height())
        .with("fill", Inks.hex(patch.argb()));
  }

  /** Diagonal lines through the rectangle, cut at its edges. */
  private static SvgElement hatched(Patch patch) {
    StringBuilder lines = new StringBuilder();
    double right = patch.x() + patch.width();
    double bottom = patch.y() + patch.height();
    double pitch = 7;
    double first = Math.ceil((patch.x() + patch.y()) / pitch) * pitch;
    for (double sum = first; sum < right + bottom; sum += pitch) {
      double x0 = Math.max(patch.x(), sum - bottom);
      double x1 = Math.min(right, sum - patch.y());
      lines
          .append('M')
          .append(SvgElement.number(x0))
          .append(' ')
          .append(SvgElement.number(sum - x0))
          .append('L')
          .append(SvgElement.number(x1))
          .append(' ')
          .append(SvgElement.number(sum - x1));
    }
    return new SvgElement("path")
        .with("d", lines.toString())
        .with("stroke", Inks.hex(patch.argb()))
        .with("stroke-width", 0.8)
        .with("shape-rendering", "auto");
  }
}
