package dev.backstep.ui.view;

import dev.backstep.model.Parameters;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Phase;
import dev.backstep.trace.Trace;
import dev.backstep.ui.viewmodel.Landings;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.StepViewModel;
import dev.backstep.ui.viewmodel.Texts;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * What the cell under the cursor does: its equations, its vectors, what it adds to the gradients.
 */
public final class InspectorController {
  private final StepViewModel step;
  private final Texts texts;
  private final Landings landings;
  private VectorGrid vectorGrid;
  private AccumulatorView accumulatorView;

  @FXML private Label title;
  @FXML private VBox equations;
  @FXML private VBox vectorsSection;
  @FXML private GridPane vectors;
  @FXML private VBox accumulatorSection;
  @FXML private Label accumulatorTitle;
  @FXML private HBox parameters;
  @FXML private HBox accumulator;
  @FXML private HBox optimizer;
  @FXML private Label accumulatorNote;
  @FXML private Label readOut;

  public InspectorController(MainViewModel main) {
    step = main.step();
    texts = main.texts();
    landings = new Landings(step, main.options());
  }

  @FXML
  private void initialize() {
    vectorGrid = new VectorGrid(vectors, step, texts);
    accumulatorView = new AccumulatorView(accumulator, optimizer, step, landings, texts);
    addParameterChoice();
    new EquationsView(equations, step, texts);
    step.readOutProperty().addListener(observable -> showReadOut());
    step.traceProperty().addListener(observable -> show());
    step.momentProperty().addListener(observable -> show());
    step.notationProperty().addListener(observable -> show());
    showReadOut();
    show();
  }

  private void addParameterChoice() {
    for (String name : Parameters.NAMES) {
      ToggleButton button = new ToggleButton();
      button.setId("parameter-" + name);
      button.getStyleClass().addAll("mono", "small", pill(name));
      button.setTooltip(new Tooltip());
      write(button, step.notationProperty().get().name(name));
      step.notationProperty().addListener((property, old, now) -> write(button, now.name(name)));
      button.setSelected(name.equals(Parameters.W2));
      button.setOnAction(event -> choose(button, name));
      parameters.getChildren().add(button);
    }
  }

  private void write(ToggleButton button, String name) {
    button.setText(name);
    button.setAccessibleText(texts.of("accumulator.choose", name));
    button.getTooltip().setText(button.getAccessibleText());
  }

  private static String pill(String name) {
    return switch (Parameters.NAMES.indexOf(name)) {
      case 0 -> "left-pill";
      case 4 -> "right-pill";
      default -> "center-pill";
    };
  }

  /** Without a group, in which only the arrows would lead from one to the next. */
  private void choose(ToggleButton button, String name) {
    parameters.getChildren().forEach(each -> ((ToggleButton) each).setSelected(each == button));
    accumulatorView.setParameter(name);
    showAccumulator();
  }

  private void showReadOut() {
    String words = step.readOutProperty().get();
    readOut.setText(words.isEmpty() ? texts.of("inspector.hover") : words);
    readOut.pseudoClassStateChanged(PseudoClass.getPseudoClass("empty"), words.isEmpty());
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
    setShown(vectorsSection, moment.phase() != Phase.UPDATE);
    vectorGrid.show();
    showAccumulator();
  }

  private void showTitle(Trace trace, Moment moment) {
    int t = moment.timestep();
    String key = "inspector." + moment.phase().name().toLowerCase(Locale.ROOT);
    title.setText(texts.of(key, t, trace.label(trace.input(t)), trace.label(trace.target(t))));
  }

  private void showAccumulator() {
    Trace trace = step.traceProperty().get();
    Moment moment = step.momentProperty().get();
    boolean isUpdate = moment.phase() == Phase.UPDATE;
    setShown(accumulatorSection, isUpdate || moment.phase() == Phase.BACKWARD);
    if (!accumulatorSection.isVisible()) {
      return;
    }
    accumulatorTitle.setText(texts.of(isUpdate ? "update.title" : "accumulator.title"));
    accumulatorNote.setText(
        isUpdate
            ? accumulatorView.showUpdate(trace)
            : accumulatorView.showCell(trace, moment.timestep()));
  }

  private static void setShown(VBox section, boolean isShown) {
    section.setVisible(isShown);
    section.setManaged(isShown);
  }
}
