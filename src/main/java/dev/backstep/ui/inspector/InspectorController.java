package dev.backstep.ui.inspector;

import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Presenting;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.paint.DrawingBudget;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.Locale;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The cell under the cursor: its equations, its vectors, what it adds to the gradients. */
public final class InspectorController {
  private final ViewOptions options;
  private final GuessFirst guessFirst;
  private final StepViewModel step;
  private final Texts texts;
  private final AdditionAnimations animations;
  private VectorGrid vectorGrid;
  private AccumulatorView accumulatorView;
  private ParameterChoice parameterChoice;

  @FXML private Label title;
  @FXML private VBox equations;
  @FXML private VBox vectorsSection;
  @FXML private GridPane vectors;
  @FXML private VBox accumulatorSection;
  @FXML private Label accumulatorTitle;
  @FXML private HBox parameters;
  @FXML private FlowPane manyParameters;
  @FXML private HBox accumulator;
  @FXML private HBox optimizer;
  @FXML private Label accumulatorNote;
  @FXML private Label hint;
  @FXML private StackPane legendPanel;
  @FXML private ScrollPane scroll;
  @FXML private Node arithmetic;
  private boolean isAtUpdate;

  public InspectorController(
      StepViewModel step, GuessFirst guessFirst, ViewOptions options, Texts texts) {
    this.step = step;
    this.guessFirst = guessFirst;
    this.options = options;
    this.texts = texts;
    animations = new AdditionAnimations(step, options);
  }

  @FXML
  private void initialize() {
    vectorGrid = new VectorGrid(vectors, step, guessFirst, texts);
    accumulatorView = new AccumulatorView(accumulator, optimizer, step, animations, texts);
    parameterChoice = new ParameterChoice(parameters, manyParameters, step, texts, this::choose);
    new EquationsView(equations, step, texts);
    step.highlight().lightsProperty().addListener(observable -> showHint());
    step.shownProperty()
        .addListener((property, before, now) -> DrawingBudget.fill(scroll, this::show));
    step.notationProperty().addListener(observable -> show());
    step.scales().logarithmicProperty().addListener((property, before, now) -> show());
    new Presenting(options).hide(legendPanel);
    options.presentingProperty().addListener(observable -> show());
    guessFirst.coveredProperty().addListener(observable -> show());
    guessFirst.coveredProperty().addListener(observable -> showHint());
    step.activeProperty().addListener(observable -> showIfPresenting());
    step.selection().entryProperty().addListener((property, before, now) -> showSelected(now));
    showHint();
    show();
  }

  private void choose(String name) {
    accumulatorView.setParameter(name);
    if (step.momentProperty().get() != null) {
      showAccumulator();
    }
  }

  private void showSelected(Entry entry) {
    showParameterOf(entry);
    if (entry != null) {
      // Others that listen to the selection have yet to write it out.
      Platform.runLater(() -> reveal(isOfGradient(entry) ? accumulatorSection : arithmetic));
    }
  }

  private static boolean isOfGradient(Entry entry) {
    return entry instanceof Entry.OfShare || entry instanceof Entry.OfAccumulator;
  }

  /** Scrolls as little as it takes to see the lower end of a section. */
  private void reveal(Node section) {
    scroll.applyCss();
    scroll.layout();
    double whole = scroll.getContent().getLayoutBounds().getHeight();
    double seen = scroll.getViewportBounds().getHeight();
    double bottom = section.getBoundsInParent().getMaxY();
    double top = scroll.getVvalue() * Math.max(0, whole - seen);
    if (whole > seen && (bottom > top + seen || section.getBoundsInParent().getMinY() < top)) {
      scroll.setVvalue(Math.max(0, Math.min(1, (bottom - seen) / (whole - seen))));
    }
  }

  /** A number of a gradient is selected: that gradient is the one to be shown. */
  private void showParameterOf(Entry entry) {
    String name =
        entry instanceof Entry.OfShare share
            ? share.parameter()
            : entry instanceof Entry.OfAccumulator sum
                ? sum.parameter()
                : entry instanceof Entry.AtUpdate update ? update.parameter() : "";
    parameterChoice.show(name);
  }

  private void showHint() {
    boolean isCovered = guessFirst.coveredProperty().get();
    hint.setText(texts.of(isCovered ? "step.covers.hint" : "inspector.hover"));
    hint.setVisible(step.highlight().lightsProperty().get().isEmpty());
  }

  private void show() {
    Trace trace = step.traceProperty().get();
    Moment moment = step.momentProperty().get();
    boolean isThere = trace != null && moment != null && moment.timestep() < trace.length();
    vectorsSection.setVisible(isThere);
    if (!isThere) {
      title.setText(texts.of("inspector.nothing"));
      setShown(accumulatorSection, false);
      return;
    }
    showTitle(trace, moment);
    beginAtTheTop(moment.phase() == Phase.UPDATE);
    setShown(vectorsSection, moment.phase() != Phase.UPDATE && !isPresenting());
    vectorGrid.show();
    showAccumulator();
  }

  /** Of the update other things are shown than of a cell: it is not read from their middle. */
  private void beginAtTheTop(boolean isUpdate) {
    if (isUpdate != isAtUpdate) {
      isAtUpdate = isUpdate;
      scroll.setVvalue(0);
    }
  }

  private void showTitle(Trace trace, Moment moment) {
    int t = moment.timestep();
    String key = "inspector.moment." + moment.phase().name().toLowerCase(Locale.ROOT);
    title.setText(texts.of(key, t, trace.label(trace.input(t)), trace.label(trace.target(t))));
  }

  private void showAccumulator() {
    Trace trace = step.traceProperty().get();
    Moment moment = step.momentProperty().get();
    boolean isUpdate = moment.phase() == Phase.UPDATE;
    boolean isThere = isUpdate || moment.phase() == Phase.BACKWARD;
    setShown(accumulatorSection, isThere && (!isPresenting() || isOfWeights()));
    if (!accumulatorSection.isVisible()) {
      return;
    }
    boolean isCovered = guessFirst.coveredProperty().get();
    accumulator.setVisible(!isCovered);
    accumulator.setManaged(!isCovered);
    if (isCovered) {
      accumulatorView.hideOptimizer();
    }
    accumulatorTitle.setText(
        texts.of(isUpdate ? "inspector.update.title" : "inspector.accumulator.title"));
    accumulatorNote.setText(
        isCovered
            ? texts.of("step.covers.hint")
            : isUpdate
                ? accumulatorView.showUpdate(trace)
                : accumulatorView.showCell(trace, moment.timestep()));
  }

  private boolean isPresenting() {
    return options.presentingProperty().get();
  }

  private void showIfPresenting() {
    if (isPresenting()) {
      show();
    }
  }

  /** Presenting shows gradients only with the equation that adds to them, and the update. */
  private boolean isOfWeights() {
    Rule active = step.activeProperty().get();
    return active instanceof Rule.OfGradients || active.equals(Rule.UPDATE);
  }

  private static void setShown(VBox section, boolean isShown) {
    section.setVisible(isShown);
    section.setManaged(isShown);
  }
}
