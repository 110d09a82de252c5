package dev.backstep.ui.chart;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Names the lines of a chart, in as many rows as the width asks for; the colours come from the
 * stylesheet.
 */
final class ChartLegend extends FlowPane {
  private record Shown(
      List<ChartLine> lines,
      List<ChartMark.Kind> marks,
      String heldOut,
      boolean anyHeldOut,
      boolean anyBand) {}

  private Shown shown = new Shown(List.of(), List.of(), "", false, false);

  ChartLegend() {
    getStyleClass().add("legend");
    setManaged(false);
  }

  /** The width of all names in one row. */
  @Override
  protected double computePrefWidth(double height) {
    double names =
        getManagedChildren().stream().mapToDouble(name -> snapSizeX(name.prefWidth(-1))).sum();
    double gaps = snapSpaceX(getHgap()) * Math.max(0, getManagedChildren().size() - 1);
    return Math.ceil(snappedLeftInset() + names + gaps + snappedRightInset());
  }

  /** Cheap where nothing changed, so that it can be called once a pulse. */
  void show(List<ChartLine> lines, List<ChartMark> marks, ChartTexts texts) {
    boolean anyHeldOut = lines.stream().anyMatch(line -> line.heldOutCount() > 0);
    List<ChartMark.Kind> kinds = marks.stream().map(ChartMark::kind).distinct().sorted().toList();
    boolean anyBand = lines.stream().anyMatch(ChartRange::hasBand);
    Shown wanted = new Shown(List.copyOf(lines), kinds, texts.heldOut(), anyHeldOut, anyBand);
    if (!wanted.equals(shown)) {
      shown = wanted;
      List<ChartLine> runs = lines.stream().filter(line -> !line.isPast()).toList();
      getChildren().setAll(runs.stream().map(ChartLegend::entry).toList());
      if (anyBand) {
        getChildren().add(new Label(texts.band(), band(runs.size() > 1)));
      }
      if (runs.size() < lines.size()) {
        getChildren().add(new Label(texts.past(), swatch("past")));
      }
      if (anyHeldOut) {
        getChildren().add(new Label(texts.heldOut(), diamond(runs.size() > 1)));
      }
      kinds.forEach(kind -> getChildren().add(new Label(texts.marks().get(kind), sign(kind))));
    }
  }

  private static Label entry(ChartLine line) {
    return new Label(
        line.name(), swatch(line.role().name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }

  private static Node sign(ChartMark.Kind kind) {
    Region sign = new Region();
    sign.getStyleClass().addAll("sign", kind.name().toLowerCase(Locale.ROOT));
    return sign;
  }

  private static Node swatch(String styleClass) {
    Region raw = new Region();
    raw.getStyleClass().addAll("raw", styleClass);
    Region smoothed = new Region();
    smoothed.getStyleClass().addAll("smoothed", styleClass);
    return new StackPane(raw, smoothed);
  }

  /** Of several runs each has a band in its own colour. */
  private static Node band(boolean several) {
    Region band = new Region();
    band.getStyleClass().addAll("raw", several ? "any-run" : "run");
    return band;
  }

  /** Of several runs each has points in its own colour, so the legend shows the shape only. */
  private static Node diamond(boolean several) {
    Region diamond = new Region();
    diamond.getStyleClass().addAll("diamond", several ? "any-run" : "held-out");
    return diamond;
  }
}
