package dev.backstep.ui.picture;

import dev.backstep.io.picture.SvgElement;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;

/** The backgrounds and borders of a region. */
final class RegionInk {
  private final Region region;
  private final NodeTransform place;
  private final SvgElement into;

  RegionInk(Region region, SvgElement into) {
    this.region = region;
    this.into = into;
    place = NodeTransform.of(region);
  }

  void draw() {
    if (region.getBackground() != null) {
      region.getBackground().getFills().forEach(this::fill);
    }
    if (region.getBorder() != null) {
      region.getBorder().getStrokes().forEach(this::stroke);
    }
  }

  private void fill(BackgroundFill fill) {
    Insets in = fill.getInsets();
    double width = region.getWidth() - in.getLeft() - in.getRight();
    double height = region.getHeight() - in.getTop() - in.getBottom();
    // An icon that is not stretched may stand in a region without any size.
    boolean isIcon = region.getShape() != null && !region.isScaleShape();
    boolean hasRoom = isIcon || (width > 0 && height > 0);
    if (!Inks.isSeen(fill.getFill()) || !hasRoom) {
      return;
    }
    SvgElement element =
        region.getShape() instanceof SVGPath shape
            ? shaped(shape, in, width, height)
            : new SvgElement("path")
                .with("d", rounded(in.getLeft(), in.getTop(), width, height, fill.getRadii()));
    Inks.paint(element, "fill", fill.getFill());
    into.add(place.put(element));
  }

  /** An icon of the theme: a path that is stretched to the region. */
  private SvgElement shaped(SVGPath shape, Insets in, double width, double height) {
    Bounds bounds = shape.getLayoutBounds();
    double x = region.isScaleShape() ? width / bounds.getWidth() : 1;
    double y = region.isScaleShape() ? height / bounds.getHeight() : 1;
    double left = in.getLeft() + (width - bounds.getWidth() * x) / 2 - bounds.getMinX() * x;
    double top = in.getTop() + (height - bounds.getHeight() * y) / 2 - bounds.getMinY() * y;
    SvgElement path =
        new SvgElement("path")
            .with("d", shape.getContent())
            .with(
                "transform",
                String.format(
                    Locale.ROOT,
                    "translate(%s %s) scale(%s %s)",
                    SvgElement.number(left),
                    SvgElement.number(top),
                    String.valueOf(x),
                    String.valueOf(y)));
    return new SvgElement("g").add(path);
  }

  private void stroke(BorderStroke stroke) {
    BorderWidths widths = stroke.getWidths();
    Insets in = stroke.getInsets();
    double[] w = {widths.getTop(), widths.getRight(), widths.getBottom(), widths.getLeft()};
    boolean isEven = w[0] == w[1] && w[1] == w[2] && w[2] == w[3];
    boolean isOneColor =
        stroke.getTopStroke().equals(stroke.getRightStroke())
            && stroke.getTopStroke().equals(stroke.getBottomStroke())
            && stroke.getTopStroke().equals(stroke.getLeftStroke());
    if (isEven && isOneColor) {
      frame(stroke, in, w[0]);
      return;
    }
    double right = region.getWidth() - in.getRight();
    double bottom = region.getHeight() - in.getBottom();
    double width = right - in.getLeft();
    double height = bottom - in.getTop();
    side(stroke.getTopStroke(), in.getLeft(), in.getTop(), width, w[0]);
    side(stroke.getRightStroke(), right - w[1], in.getTop(), w[1], height);
    side(stroke.getBottomStroke(), in.getLeft(), bottom - w[2], width, w[2]);
    side(stroke.getLeftStroke(), in.getLeft(), in.getTop(), w[3], height);
  }

  private void frame(BorderStroke stroke, Insets in, double w) {
    double width = region.getWidth() - in.getLeft() - in.getRight() - w;
    double height = region.getHeight() - in.getTop() - in.getBottom() - w;
    if (!Inks.isSeen(stroke.getTopStroke()) || w <= 0 || width <= 0 || height <= 0) {
      return;
    }
    double x = in.getLeft() + w / 2;
    double y = in.getTop() + w / 2;
    SvgElement element =
        new SvgElement("path")
            .with("d", rounded(x, y, width, height, stroke.getRadii()))
            .with("fill", "none")
            .with("stroke-width", w);
    Inks.paint(element, "stroke", stroke.getTopStroke());
    into.add(place.put(element));
  }

  private void side(Paint paint, double x, double y, double width, double height) {
    if (Inks.isSeen(paint) && width > 0 && height > 0) {
      SvgElement element = rectangle(x, y, width, height);
      Inks.paint(element, "fill", paint);
      into.add(place.put(element));
    }
  }

  static SvgElement rectangle(double x, double y, double width, double height) {
    return new SvgElement("rect")
        .with("x", x)
        .with("y", y)
        .with("width", width)
        .with("height", height);
  }

  /** A rectangle of which every corner has a radius of its own. */
  private static String rounded(double x, double y, double width, double height, CornerRadii r) {
    double most = Math.min(width, height) / 2;
    double[] radii = {
      radius(r.getTopLeftHorizontalRadius(), r.isTopLeftHorizontalRadiusAsPercentage(), width),
      radius(r.getTopRightHorizontalRadius(), r.isTopRightHorizontalRadiusAsPercentage(), width),
      radius(
          r.getBottomRightHorizontalRadius(), r.isBottomRightHorizontalRadiusAsPercentage(), width),
      radius(r.getBottomLeftHorizontalRadius(), r.isBottomLeftHorizontalRadiusAsPercentage(), width)
    };
    for (int i = 0; i < radii.length; i++) {
      radii[i] = Math.min(most, radii[i]);
    }
    return String.format(
        Locale.ROOT,
        "M%s %sh%s%sv%s%sh%s%sv%s%sz",
        n(x + radii[0]),
        n(y),
        n(width - radii[0] - radii[1]),
        corner(radii[1], 1, 1),
        n(height - radii[1] - radii[2]),
        corner(radii[2], -1, 1),
        n(radii[2] + radii[3] - width),
        corner(radii[3], -1, -1),
        n(radii[3] + radii[0] - height),
        corner(radii[0], 1, -1));
  }

  private static double radius(double radius, boolean isShare, double width) {
    return isShare ? radius * width : radius;
  }

  private static String corner(double r, int x, int y) {
    return r == 0
        ? ""
        : String.format(Locale.ROOT, "a%s %s 0 0 1 %s %s", n(r), n(r), n(x * r), n(y * r));
  }

  private static String n(double value) {
    return SvgElement.number(value);
  }
}
