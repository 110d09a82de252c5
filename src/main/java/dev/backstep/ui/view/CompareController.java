package dev.backstep.ui.view;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.control.ChartLine;
import dev.backstep.ui.control.ColorScale;
import dev.backstep.ui.control.LetterStrip;
import dev.backstep.ui.control.LossChart;
import dev.backstep.ui.control.SquareNames;
import dev.backstep.ui.control.TimeAxis;
import dev.backstep.ui.viewmodel.CompareViewModel;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.RunViewModel;
import dev.backstep.ui.viewmodel.Screen;
import dev.backstep.ui.viewmodel.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Compare screen: zero-initialised against carried hidden state, in lock step. */
public final class CompareController {
  private final MainViewModel main;
  private final CompareViewModel compare;
  private final Texts texts;
  private final TimeAxis axis = new TimeAxis();
  private LetterStrip letters;
  private TimeScroll time;
  private SamplePairs samplePairs;
  private QuantityRow zeroRow;
  private QuantityRow carriedRow;
  private QuantityRow differenceRow;

  @FXML private Label headline;
  @FXML private Label everythingElse;
  @FXML private Label readOut;
  @FXML private Button toggle;
  @FXML private FontIcon toggleIcon;
  @FXML private Button update;
  @FXML private Button epoch;
  @FXML private Button reset;
  @FXML private VBox rows;
  @FXML private ScrollBar timeScroll;
  @FXML private LossChart chart;
  @FXML private Label lossNow;
  @FXML private GridPane samples;
  @FXML private Label equalCount;

  public CompareController(MainViewModel main) {
    this.main = main;
    compare = main.compare();
    texts = main.texts();
  }

  @FXML
  private void initialize() {
    new RunButtons(compare.session())
        .toggle(toggle, toggleIcon, texts, "compare.start")
        .update(update)
        .update(epoch)
        .reset(reset);
    samplePairs =
        new SamplePairs(samples, texts.of("compare.line.zero"), texts.of("compare.line.carried"));
    addLetters();
    zeroRow = addRow("compare-zero", "compare.zero");
    carriedRow = addRow("compare-carried", "compare.carried");
    differenceRow = addRow("compare-difference", "compare.difference");
    time = new TimeScroll(axis, timeScroll);
    time.followWheelOver(rows, letters);
    addLine(texts.of("compare.line.zero"), ChartLine.Role.RUN_A, compare.zero());
    addLine(texts.of("compare.line.carried"), ChartLine.Role.RUN_B, compare.carried());
    chart.textsProperty().set(ChartWords.from(texts));
    chart.placeholderProperty().set(texts.of("compare.no-loss"));
    headline.setText(texts.of("compare.headline"));
    WhileShown.run(main, Screen.COMPARE, compare.session().revisionProperty(), this::show);
  }

  private void addLetters() {
    letters = new LetterStrip(axis);
    HBox.setHgrow(letters, Priority.ALWAYS);
    Region gutter = new Region();
    gutter.getStyleClass().add("gutter");
    rows.getChildren().add(new HBox(gutter, letters));
    axis.viewportWidthProperty().bind(letters.widthProperty());
  }

  private QuantityRow addRow(String id, String key) {
    QuantityRow row = new QuantityRow(axis, texts.of(key), "").withId(id);
    row.setOnRead(readOut::setText);
    row.setCursor(t -> true, -1);
    rows.getChildren().add(row);
    return row;
  }

  private SquareNames names(String key, Trace trace) {
    return Naming.ofTimesteps(
        texts,
        trace,
        (t, unit) ->
            texts.of("compare.square", texts.of(key), unit, t, trace.label(trace.input(t))),
        String::valueOf);
  }

  private void addLine(String name, ChartLine.Role role, RunViewModel run) {
    chart
        .getLines()
        .add(
            new ChartLine(
                name,
                role,
                run.losses(),
                run.smoothedLosses(),
                run.heldOutUpdates(),
                run.heldOutLosses()));
  }

  private void show() {
    chart.refresh();
    RunSettings settings = compare.zero().settingsProperty().get();
    everythingElse.setText(
        settings == null
            ? ""
            : texts.of(
                "compare.equal-settings",
                settings.hidden(),
                settings.optimizer().title(),
                Numbers.plain(settings.learningRate()),
                String.valueOf(settings.seed()),
                Numbers.grouped(compare.zero().progressProperty().get().updates())));
    showHidden();
    showLosses();
    samplePairs.show(compare.zero().samples(), compare.carried().samples());
    equalCount.setText(
        texts.of("compare.equal", compare.equalSamples(), compare.zero().samples().size()));
  }

  /** All three on one scale, so that the difference can be judged by eye. */
  private void showHidden() {
    Trace zero = compare.zero().traceProperty().get();
    Trace carried = compare.carried().traceProperty().get();
    MatrixView difference = compare.difference(Quantity.H);
    if (difference == null) {
      return;
    }
    axis.setLength(zero.length());
    letters.traceProperty().set(zero);
    double limit =
        Math.max(difference.maxAbs(), Math.max(zero.limit(Quantity.H), carried.limit(Quantity.H)));
    zeroRow.setNames(names("compare.zero", zero));
    carriedRow.setNames(names("compare.carried", zero));
    differenceRow.setNames(names("compare.difference", zero));
    zeroRow.show(zero.values(Quantity.H), ColorScale.DIVERGING);
    zeroRow.setLimit(limit);
    carriedRow.show(carried.values(Quantity.H), ColorScale.DIVERGING);
    carriedRow.setLimit(limit);
    differenceRow.show(difference, ColorScale.DIVERGING);
    differenceRow.setLimit(limit);
    differenceRow.setSubtitle(texts.of("compare.largest", Numbers.three(difference.maxAbs())));
    zeroRow.setSubtitle(describeInitialState(zero));
    carriedRow.setSubtitle(describeInitialState(carried));
  }

  private String describeInitialState(Trace trace) {
    double norm = trace.initialStateNorm();
    return norm == 0 ? texts.of("step.h0.zero") : texts.of("step.h0.carried", Numbers.three(norm));
  }

  private void showLosses() {
    List<String> diverged = diverged();
    if (!diverged.isEmpty()) {
      lossNow.setText(texts.of("compare.diverged", String.join(", ", diverged)));
      return;
    }
    boolean isTrained = compare.zero().smoothedLosses().size() > 0;
    lossNow.setText(
        isTrained
            ? texts.of(
                "compare.loss",
                Numbers.three(compare.zero().smoothedLosses().last()),
                Numbers.three(compare.carried().smoothedLosses().last()))
            : "");
  }

  /** Which of the two stopped making finite numbers, and where. */
  private List<String> diverged() {
    return Stream.of(compare.zero(), compare.carried())
        .filter(run -> run.divergenceProperty().get() != null)
        .map(
            run ->
                texts.of(
                    "status.diverged",
                    Numbers.grouped(run.divergenceProperty().get().update()),
                    run.divergenceProperty().get().timestep()))
        .toList();
  }

  /** Zooms by a typed character. */
  void onTyped(String character) {
    time.onTyped(character, -1);
  }

  @FXML
  private void toggle() {
    compare.session().toggle();
  }

  @FXML
  private void update() {
    compare.session().update();
  }

  @FXML
  private void finishEpoch() {
    compare.session().finishEpoch();
  }

  @FXML
  private void reset() {
    compare.session().reset();
  }
}
