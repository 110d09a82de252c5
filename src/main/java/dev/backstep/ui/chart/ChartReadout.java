package dev.backstep.ui.chart;

import dev.backstep.math.Extent;
import dev.backstep.math.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The chart in words: of the column under the pointer, and of its end. */
final class ChartReadout {
  /** A mark is told of this many pixels around it. */
  private static final double NEAR = 4;

  private final ChartTexts texts;

  ChartReadout(ChartTexts texts) {
    this.texts = texts;
  }

  /** The updates of a pixel column, and of every run the raw, smoothed and held-out loss there. */
  String at(ChartPicture picture, int column) {
    double x = picture.area().columnLeft(column) + picture.area().pixel() / 2;
    int nearest = picture.updateAt(x);
    int from = nearest;
    int until = nearest + 1;
    for (ChartColumns columns : picture.columns()) {
      if (columns.first(column) < columns.first(column + 1)) {
        from = Math.min(from, columns.first(column));
        until = Math.max(until, columns.first(column + 1));
      }
    }
    List<String> rows = new ArrayList<>();
    rows.add(
        String.format(Locale.ROOT, texts.update(), stretch(from, until)) + epoch(picture, from));
    for (ChartLine line : picture.lines()) {
      if (until > line.from()) {
        addRow(rows, line, from, until);
      }
    }
    for (ChartMark mark : picture.marks()) {
      if (Math.abs(picture.updates().clampedAt(mark.update()) - x) <= NEAR) {
        rows.add(
            String.format(Locale.ROOT, texts.update(), ChartNumbers.grouped(mark.update()))
                + ": "
                + mark.words());
      }
    }
    return String.join("\n", rows);
  }

  private String epoch(ChartPicture picture, int update) {
    int length = picture.epochLength();
    return length < 1
        ? ""
        : " · "
            + String.format(Locale.ROOT, texts.epoch(), ChartNumbers.grouped(update / length + 1L));
  }

  /** The last losses of every run, one sentence a run. */
  String last(List<ChartLine> lines) {
    List<String> rows = new ArrayList<>();
    rows.add(texts.lossAxis());
    for (ChartLine line : lines) {
      int size = line.raw().size();
      if (size > 0 && !line.isPast()) {
        rows.add(String.format(Locale.ROOT, texts.update(), ChartNumbers.grouped(size - 1L)));
        addRow(rows, line, size - 1, size);
      }
    }
    return rows.stream().map(String::strip).collect(Collectors.joining("; "));
  }

  private void addRow(List<String> rows, ChartLine line, int from, int until) {
    if (from < line.raw().size()) {
      StringBuilder row = new StringBuilder(line.name()).append(": ");
      if (!line.isDifference()) {
        row.append(raw(line.raw(), from, Math.min(until, line.raw().size()))).append(", ");
      }
      int last = Math.min(until, line.smoothed().size()) - 1;
      if (last >= 0) {
        row.append(texts.smoothed()).append(' ');
        row.append(ChartNumbers.measured(line.smoothed().get(last)));
      }
      rows.add(row.toString());
    }
    addHeldOut(rows, line, (from + until - 1) / 2.0);
  }

  private void addHeldOut(List<String> rows, ChartLine line, double update) {
    int nearest = nearestHeldOut(line, update);
    if (nearest >= 0) {
      String value = ChartNumbers.measured(line.heldOut().get(nearest));
      String at = ChartNumbers.grouped(Math.round(line.heldOutAt().get(nearest)));
      rows.add("    " + texts.heldOut() + " " + String.format(Locale.ROOT, texts.at(), value, at));
    }
  }

  /** Of two that are as near the earlier; −1 if there is none. */
  private static int nearestHeldOut(ChartLine line, double update) {
    int later = line.firstHeldOut(update);
    boolean isEarlier =
        later == line.heldOutCount()
            || (later > 0
                && update - line.heldOutAt().get(later - 1)
                    <= line.heldOutAt().get(later) - update);
    return isEarlier ? later - 1 : later;
  }

  private static String stretch(int from, int until) {
    String first = ChartNumbers.grouped(from);
    return until - from == 1 ? first : first + " … " + ChartNumbers.grouped(until - 1L);
  }

  /** A stretch that holds anything not finite says which number that is. */
  private static String raw(Series raw, int from, int until) {
    Extent extent = raw.extent(from, until);
    if (!extent.allFinite()) {
      int bad = from;
      while (Double.isFinite(raw.get(bad))) {
        bad++;
      }
      return ChartNumbers.measured(raw.get(bad));
    }
    String low = ChartNumbers.measured(extent.min());
    return until - from == 1 ? low : low + " … " + ChartNumbers.measured(extent.max());
  }
}
