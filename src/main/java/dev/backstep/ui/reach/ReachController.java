package dev.backstep.ui.reach;

import dev.backstep.math.Numbers;
import dev.backstep.math.Series;
import dev.backstep.ui.chart.ChartLine;
import dev.backstep.ui.chart.ChartTexts;
import dev.backstep.ui.chart.ChartWords;
import dev.backstep.ui.chart.LossChart;
import dev.backstep.ui.reach.ReachWork.Point;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.ToDoubleFunction;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** Two curves over training: how far the gradient of a loss reached, and ρ. */
public final class ReachController {
  private final ReachViewModel model;
  private final SessionViewModel session;
  private final Texts texts;
  private final LongConsumer goTo;

  @FXML private Label title;
  @FXML private LossChart reach;
  @FXML private Label said;
  @FXML private LossChart radius;

  /**
   * @param goTo goes to an update of the run
   */
  public ReachController(
      ReachViewModel model, SessionViewModel session, Texts texts, LongConsumer goTo) {
    this.model = model;
    this.session = session;
    this.texts = texts;
    this.goTo = goTo;
  }

  @FXML
  private void initialize() {
    prepare(reach, "reach.letters");
    prepare(radius, "reach.radius");
    model.pointsProperty().addListener(observable -> show());
    session.run().progressProperty().addListener(observable -> mark());
    show();
  }

  private void prepare(LossChart chart, String what) {
    ChartTexts words = ChartWords.from(texts);
    chart.compactProperty().set(true);
    chart
        .textsProperty()
        .set(
            new ChartTexts(
                words.updateAxis(),
                texts.of(what),
                words.update(),
                words.smoothed(),
                texts.of(what),
                words.at(),
                words.here(),
                words.epoch(),
                words.past(),
                words.band(),
                words.marks()));
    chart.placeholderProperty().set(texts.of("reach.none"));
    chart.setAccessibleText(texts.of(what + ".help"));
    chart.setAccessibleHelp(texts.of("run.chart.help"));
    chart.travel().setOnGoTo(goTo);
  }

  private void show() {
    List<Point> points = model.pointsProperty().get();
    title.setText(texts.of("reach.title", model.loss()));
    show(reach, points, point -> point.reach().letters());
    show(radius, points, Point::radius);
    said.setText(points.isEmpty() ? "" : describe(points));
    mark();
  }

  private void show(LossChart chart, List<Point> points, ToDoubleFunction<Point> value) {
    Series updates = new Series();
    Series values = new Series();
    for (Point point : points) {
      if (Double.isFinite(value.applyAsDouble(point))) {
        updates.add(point.update());
        values.add(value.applyAsDouble(point));
      }
    }
    chart
        .getLines()
        .setAll(
            new ChartLine(
                chart.textsProperty().get().lossAxis(),
                ChartLine.Role.RUN,
                new Series(),
                new Series(),
                updates,
                values));
    chart
        .travel()
        .reachProperty()
        .set(points.isEmpty() ? 0 : (int) points.get(points.size() - 1).update());
    chart.refresh();
  }

  private String describe(List<Point> points) {
    Point first = points.get(0);
    Point last = points.get(points.size() - 1);
    String change =
        texts.of(
            "reach.change",
            letters(first),
            letters(last),
            Numbers.grouped(last.update()),
            Numbers.three(first.radius()),
            Numbers.three(last.radius()));
    return points.stream().anyMatch(point -> point.reach().isWhole())
        ? change + " " + texts.of("reach.whole", model.loss())
        : change;
  }

  private String letters(Point point) {
    return (point.reach().isWhole() ? "≥ " : "") + point.reach().letters();
  }

  private void mark() {
    int here = (int) session.run().progressProperty().get().updates();
    for (LossChart chart : List.of(reach, radius)) {
      chart.markerProperty().set(here == 0 ? -1 : here);
    }
  }
}
