package dev.backstep.ui.norms;

import dev.backstep.trace.GradientNorms;
import dev.backstep.trace.GradientNorms.Kind;
import dev.backstep.trace.GradientNorms.Series;
import dev.backstep.ui.time.TimeAxis;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;

/**
 * Where the bars of every timestep stand. Where a column is too narrow for all of them there are
 * fewer: no parts, then only the gradient of the first state.
 */
record NormLayout(TimeAxis axis, GradientNorms norms, double height) {
  /** The narrowest bar, with the gap beside it. */
  private static final double NARROWEST = 5;

  /** Wider bars would look like areas. */
  private static final double WIDEST = 20;

  /** The room above the highest and below the lowest power of ten, for half a line of type. */
  static final double MARGIN = 6;

  /** The least height of a bar that there is: what is smaller than the axis is seen, too. */
  private static final double LEAST = 2;

  private static final double LINE = 12;

  /** The bars of a timestep, from left to right. */
  List<Series> shown() {
    List<Series> all = norms.series();
    List<Series> sums = all.stream().filter(NormLayout::isNoPart).toList();
    List<Series> totals = all.stream().filter(each -> each.kind() == Kind.TOTAL).toList();
    for (List<Series> wanted : List.of(all, sums, totals)) {
      if (wanted.size() * NARROWEST <= axis.columnWidth()) {
        return wanted;
      }
    }
    return totals.subList(0, 1);
  }

  private static boolean isNoPart(Series series) {
    return series.kind() == Kind.TOTAL || series.kind() == Kind.ERROR;
  }

  private double bottom() {
    return height - MARGIN;
  }

  /** The height at which a size stands. */
  double y(double norm) {
    return yOfShare(norms.share(norm));
  }

  private double yOfShare(double share) {
    return Math.round(bottom() - share * (bottom() - MARGIN));
  }

  /** The powers of ten that have a line, from the lowest; no more than can be written. */
  List<Integer> powers() {
    int decades = norms.highest() - norms.lowest();
    int every = 1;
    while ((bottom() - MARGIN) * every / decades < LINE && every < decades) {
      every++;
    }
    int step = every;
    return IntStream.rangeClosed(norms.lowest(), norms.highest())
        .filter(power -> (norms.highest() - power) % step == 0)
        .boxed()
        .toList();
  }

  double yOfPower(int power) {
    double decades = norms.highest() - norms.lowest();
    return yOfShare((power - norms.lowest()) / decades);
  }

  /**
   * The bar of one of those that are shown, on whole pixels; without height for a size of 0.
   *
   * @param place which of them it is, from the left
   */
  Rectangle2D bar(List<Series> shown, int place, int t) {
    double width = Math.min(axis.columnWidth(), WIDEST * shown.size());
    double first = axis.x(t) + Math.floor((axis.columnWidth() - width) / 2);
    double left = first + Math.floor(width * place / shown.size());
    double right = first + Math.floor(width * (place + 1) / shown.size());
    double gap = right - left >= 4 ? 1 : 0;
    double norm = norms.norm(shown.get(place), t);
    double top = norm == 0 ? bottom() : Math.min(bottom() - LEAST, y(norm));
    return new Rectangle2D(left, top, Math.max(1, right - left - gap), bottom() - top);
  }
}
