package dev.backstep.ui.run;

import dev.backstep.math.Numbers;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.ui.chart.ChartLine;
import dev.backstep.ui.chart.ChartMark;
import dev.backstep.ui.chart.ChartWords;
import dev.backstep.ui.chart.LossChart;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.WhileShown;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.value.ObservableValue;

/**
 * The loss of the run in a chart: its curve, how it was before, what happened on the way, where it
 * is now. A click on an update goes there.
 */
public final class RunChart {
  private final SessionViewModel session;
  private final RunViewModel run;
  private final Texts texts;
  private final BranchWords words;
  private final LossChart chart;
  private final ChartLine line;

  /**
   * @param name how the chart calls the curve of the run
   * @param goTo goes to an update of the run
   */
  public RunChart(
      SessionViewModel session, Texts texts, LossChart chart, String name, LongConsumer goTo) {
    this.session = session;
    this.texts = texts;
    this.chart = chart;
    run = session.run();
    words = new BranchWords(texts);
    line =
        new ChartLine(
            name,
            ChartLine.Role.RUN,
            run.losses(),
            run.smoothedLosses(),
            run.heldOutUpdates(),
            run.heldOutLosses());
    chart.textsProperty().set(ChartWords.from(texts));
    chart.placeholderProperty().set(texts.of("run.no-loss"));
    chart.setAccessibleHelp(texts.of("run.chart.help"));
    chart.travel().setOnGoTo(goTo);
  }

  /** Keeps the chart as the run is, while its screen is shown. */
  public void follow(ObservableValue<Screen> shown, Screen screen) {
    WhileShown.run(shown, screen, session.revisionProperty(), this::show);
  }

  private void show() {
    List<ChartLine> lines = new ArrayList<>();
    for (PastCurve past : run.branches().past()) {
      String name = words.name(past.branch());
      lines.add(
          ChartLine.past(
              name, past.from(), past.losses(), past.smoothed(), past.heldOutAt(), past.heldOut()));
    }
    lines.add(line);
    if (!lines.equals(chart.getLines())) {
      chart.getLines().setAll(lines);
    }
    List<ChartMark> marks = marks();
    if (!marks.equals(chart.travel().marks())) {
      chart.travel().marks().setAll(marks);
    }
    chart.travel().epochLengthProperty().set(run.progressProperty().get().epochLength());
    showPlace();
    chart.refresh();
  }

  private void showPlace() {
    PlaceOnCurve place =
        PlaceOnCurve.of(
            session.stateProperty().get(),
            run.branches().isBehind(),
            run.branches().tip(),
            run.progressProperty().get().updates());
    chart.travel().reachProperty().set(place.reach());
    chart.markerProperty().set(place.marker());
  }

  private List<ChartMark> marks() {
    List<ChartMark> marks = new ArrayList<>();
    BranchSummary branch = run.branches().current();
    if (branch == null) {
      return marks;
    }
    run.branches()
        .changes()
        .forEach(
            change ->
                marks.add(new ChartMark(ChartMark.Kind.CHANGE, change.update(), words.of(change))));
    if (branch.steepest() != null) {
      marks.add(
          new ChartMark(
              ChartMark.Kind.STEEPEST,
              branch.steepest().update(),
              texts.of("run.mark.steepest", Numbers.three(branch.steepest().gradientNorm()))));
    }
    HeldOutPoint lowest = run.branches().lowestHeldOut();
    if (lowest != null && run.heldOutLosses().size() > 1) {
      marks.add(
          new ChartMark(
              ChartMark.Kind.LOWEST,
              lowest.updates(),
              texts.of("run.mark.lowest", Numbers.three(lowest.loss()))));
    }
    if (branch.divergence() != null) {
      marks.add(
          new ChartMark(
              ChartMark.Kind.DIVERGED,
              branch.divergence().update(),
              texts.of("run.mark.diverged", branch.divergence().timestep())));
    }
    return marks;
  }
}
