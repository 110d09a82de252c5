package dev.backstep.ui.step;

import dev.backstep.ui.chart.LossChart;
import dev.backstep.ui.common.Presenting;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.run.RunChart;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.time.TimelineBar;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The bar below the Step screen: the one timeline, the buttons that move on it, the loss so far.
 */
public final class TransportController {
  private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0);

  private final StepViewModel step;
  private final SessionViewModel session;
  private final ViewOptions options;
  private final Texts texts;
  private final ObservableValue<Screen> screen;
  private final LongConsumer goTo;

  @FXML private VBox buttons;
  @FXML private Button first;
  @FXML private Button previous;
  @FXML private Button play;
  @FXML private Button next;
  @FXML private Button last;
  @FXML private FontIcon playIcon;
  @FXML private ComboBox<Double> speed;
  @FXML private TimelineBar timeline;
  @FXML private LossChart chart;

  /**
   * @param goTo goes to an update of the run
   */
  public TransportController(
      StepViewModel step,
      SessionViewModel session,
      ViewOptions options,
      Texts texts,
      ObservableValue<Screen> screen,
      LongConsumer goTo) {
    this.step = step;
    this.session = session;
    this.options = options;
    this.texts = texts;
    this.screen = screen;
    this.goTo = goTo;
  }

  @FXML
  private void initialize() {
    timeline.timelineProperty().bind(step.timelineProperty());
    step.placeProperty().addListener((property, before, now) -> timeline.placeProperty().set(now));
    timeline.placeProperty().addListener((property, before, now) -> goToPlace(now.intValue()));
    timeline.placeProperty().set(step.placeProperty().get());
    step.playingProperty()
        .addListener(
            (property, before, now) -> playIcon.setIconLiteral(now ? "fth-pause" : "fth-play"));
    List.of(first, previous, play, next, last)
        .forEach(button -> button.disableProperty().bind(step.timelineProperty().isNull()));
    new Presenting(options).hide(buttons, chart);
    bindSpeed();
    bindChart();
    showLabels();
  }

  /** What the cursor itself has told is no wish to go there, where the whole cell is computed. */
  private void goToPlace(int place) {
    if (place != step.placeProperty().get()) {
      step.goTo(place);
    }
  }

  private void bindSpeed() {
    speed.getItems().setAll(SPEEDS);
    speed.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Double value) {
            return value == null ? "" : texts.of("step.times", value);
          }

          @Override
          public Double fromString(String text) {
            return Double.valueOf(text.replace("×", ""));
          }
        });
    speed.setValue(step.speedProperty().get());
    speed.valueProperty().addListener((property, before, now) -> step.speedProperty().set(now));
  }

  private void bindChart() {
    chart.compactProperty().set(true);
    new RunChart(session, texts, chart, texts.of("run.loss"), goTo).follow(screen, StepScreen.ID);
  }

  private void showLabels() {
    timeline.setLabels(
        texts.of("time.phase.forward"),
        texts.of("time.phase.loss"),
        texts.of("time.phase.backward"),
        texts.of("time.phase.update"));
  }

  @FXML
  private void first() {
    step.first();
  }

  @FXML
  private void previous() {
    step.previous();
  }

  @FXML
  private void play() {
    step.togglePlay();
  }

  @FXML
  private void next() {
    step.next();
  }

  @FXML
  private void last() {
    step.last();
  }
}
