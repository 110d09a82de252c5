package dev.backstep.ui.train;

import dev.backstep.math.Numbers;
import dev.backstep.model.SamplingSettings;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.RunSnapshot.Progress;
import dev.backstep.ui.chart.LossChart;
import dev.backstep.ui.common.Presenting;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.common.WhileShown;
import dev.backstep.ui.common.WholeLines;
import dev.backstep.ui.run.RunButtons;
import dev.backstep.ui.run.RunChart;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;

/** The Train screen: the loss as it falls, samples as they get better, weights as they move. */
public final class TrainController {
  private static final int MAX_SAMPLE_LENGTH = 30;

  private final ViewOptions options;
  private final ObservableValue<Screen> shown;
  private final GoingBack goingBack;
  private final SessionViewModel session;
  private final RunViewModel run;
  private final Texts texts;
  private long sampleSeed = 1;
  private WholeLines lines;

  @FXML private Node settings;
  @FXML private Node bar;
  @FXML private Button update;
  @FXML private Button epoch;
  @FXML private Button reset;
  @FXML private Label epochText;
  @FXML private ProgressBar epochProgress;
  @FXML private Label speed;
  @FXML private Label lossNow;
  @FXML private CheckBox logX;
  @FXML private CheckBox logY;
  @FXML private LossChart chart;
  @FXML private ScrollPane branches;
  @FXML private CheckBox greedy;
  @FXML private Slider temperature;
  @FXML private Label temperatureText;
  @FXML private Label samples;
  @FXML private GridPane weights;
  @FXML private Label weightReadOut;

  public TrainController(
      SessionViewModel session,
      GoingBack goingBack,
      Texts texts,
      ViewOptions options,
      ObservableValue<Screen> shown) {
    this.session = session;
    this.goingBack = goingBack;
    this.texts = texts;
    this.options = options;
    this.shown = shown;
    run = session.run();
  }

  @FXML
  private void initialize() {
    new Presenting(options).hide(settings, bar);
    new RunButtons(session).update(update).update(epoch).reset(reset);
    bindChart();
    bindSamples();
    WeightMaps maps = new WeightMaps(weights, texts, weightReadOut::setText);
    WhileShown.run(
        shown, TrainScreen.ID, run.traceProperty(), () -> maps.show(run.traceProperty().get()));
    WhileShown.run(shown, TrainScreen.ID, session.revisionProperty(), this::showProgress);
  }

  private void bindChart() {
    chart.logXProperty().bind(logX.selectedProperty());
    chart.logYProperty().bind(logY.selectedProperty());
    new RunChart(session, texts, chart, texts.of("train.line"), goingBack::goTo)
        .follow(shown, TrainScreen.ID);
    BranchList list = new BranchList(run.branches(), goingBack, texts, branches);
    WhileShown.run(shown, TrainScreen.ID, session.revisionProperty(), list::show);
  }

  private void bindSamples() {
    lines = new WholeLines(samples);
    run.samples().addListener((ListChangeListener<String>) change -> showSamples());
    temperature.valueProperty().addListener(observable -> changeSampling());
    greedy.selectedProperty().addListener(observable -> changeSampling());
    temperature.disableProperty().bind(greedy.selectedProperty());
    changeSampling();
    showSamples();
  }

  /** One a line; line ends that were drawn are written as signs. */
  private void showSamples() {
    lines.show(run.samples().stream().map(sample -> sample.replace('\n', '⏎')).toList());
  }

  private void changeSampling() {
    double rounded = Math.round(temperature.getValue() * 20) / 20.0;
    temperatureText.setText(texts.of("train.sampling.temperature.now", Numbers.plain(rounded)));
    session.setSampling(
        new SamplingSettings(rounded, greedy.isSelected(), MAX_SAMPLE_LENGTH, sampleSeed));
  }

  /** Not before something is open, which is after the window where it opens with this screen. */
  private boolean hasBatches() {
    RunSettings settings = run.settingsProperty().get();
    return settings != null && settings.batch().size() > 1;
  }

  private void showProgress() {
    Progress progress = run.progressProperty().get();
    epochText.setText(
        texts.count(
            progress.epochLength(),
            hasBatches() ? "train.epoch.updates" : "train.epoch.now",
            progress.epoch() + 1,
            Numbers.grouped(progress.placeInEpoch()),
            Numbers.grouped(progress.epochLength())));
    epochProgress.setProgress(
        progress.epochLength() == 0
            ? 0
            : (double) progress.placeInEpoch() / progress.epochLength());
    double perSecond = session.charactersPerSecondProperty().get();
    speed.setText(
        perSecond == 0 ? "" : texts.of("train.speed", Numbers.grouped(Math.round(perSecond))));
    lossNow.setText(describeLoss());
  }

  private String describeLoss() {
    if (run.smoothedLosses().size() == 0) {
      return "";
    }
    String smoothed = Numbers.three(run.smoothedLosses().last());
    return run.heldOutLosses().size() == 0
        ? texts.of("train.loss.now", smoothed)
        : texts.of("train.loss.both", smoothed, Numbers.three(run.heldOutLosses().last()));
  }

  @FXML
  private void update() {
    session.update();
  }

  @FXML
  private void finishEpoch() {
    session.finishEpoch();
  }

  @FXML
  private void reset() {
    session.reset();
  }

  @FXML
  private void resample() {
    sampleSeed += 1000;
    changeSampling();
  }
}
