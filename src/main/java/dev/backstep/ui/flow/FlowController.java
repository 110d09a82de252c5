package dev.backstep.ui.flow;

import dev.backstep.io.csv.FlowCsv;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.LossFlow;
import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.common.WhileShown;
import dev.backstep.ui.screen.FileNames;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.ui.time.TimeScroll;
import dev.backstep.ui.time.Zooming;
import dev.backstep.words.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The Flow screen: how far the gradient of one loss reaches back, and why. */
public final class FlowController implements Zooming {
  private static final PseudoClass COPY = PseudoClass.getPseudoClass("copy");

  private final FlowViewModel flow;
  private final Texts texts;
  private final ViewOptions options;
  private final ObservableValue<Screen> shown;
  private final FileNames names;
  private final Saving saving;
  private final FlowWords words;
  private final TimeAxis axis = new TimeAxis();
  private FlowRows flowRows;
  private TimeScroll time;
  private List<Vector> states = List.of();

  @FXML private VBox picture;
  @FXML private Label sentence;
  @FXML private Label copyLine;
  @FXML private HBox stateChoice;
  @FXML private VBox rows;
  @FXML private ScrollBar timeScroll;
  @FXML private Label readOut;
  @FXML private Label check;
  @FXML private Button csv;

  public FlowController(
      FlowViewModel flow,
      Texts texts,
      ViewOptions options,
      ObservableValue<Screen> shown,
      FileNames names,
      Saving saving) {
    this.flow = flow;
    this.texts = texts;
    this.options = options;
    this.shown = shown;
    this.names = names;
    this.saving = saving;
    words = new FlowWords(texts);
  }

  @FXML
  private void initialize() {
    flowRows = new FlowRows(flow, texts, options.notation(), axis, rows);
    axis.foldedProperty().bind(options.squaresProperty());
    time = new TimeScroll(axis, timeScroll);
    time.followWheelOver(rows, flowRows.columns());
    FormFields.showOnly(copyLine.textProperty().isNotEmpty(), copyLine);
    WhileShown.run(shown, FlowScreen.ID, flow.revisionProperty(), this::show);
    shown.addListener((property, before, now) -> shareAxis(before, now));
    options.notation().addListener(observable -> show());
    flow.pointedProperty().addListener(observable -> showPair());
    flow.changeProperty().addListener(observable -> showCopy());
  }

  /** Step and this screen are zoomed and scrolled alike. */
  private void shareAxis(Screen before, Screen now) {
    if (FlowScreen.ID.equals(now)) {
      axis.beAs(flow.axisOfStep());
    } else if (FlowScreen.ID.equals(before)) {
      flow.axisOfStep().beAs(axis);
    }
  }

  private void show() {
    Trace trace = flow.traceProperty().get();
    if (trace != null) {
      offerStates(trace.net());
    }
    LossFlow row = flow.row().orElse(null);
    sentence.setText(words.reach(trace, row, flow.stateProperty().get()));
    csv.setDisable(trace == null);
    check.setText(trace == null ? "" : check());
    flowRows.show();
    showPair();
  }

  private String check() {
    if (!flow.isOfAllLosses()) {
      return words.onlyLookedAt();
    }
    return flow.isComputingRows()
        ? words.comparing()
        : words.check(flow.difference()) + flow.triangle().map(words::truncation).orElse("");
  }

  private void showPair() {
    StatePair pair = flow.pair();
    readOut.setText(
        flow.row(pair.later())
            .filter(row -> row.loss() >= pair.earlier())
            .map(row -> square(row, pair.earlier()))
            .orElse(""));
    flowRows.draw();
  }

  private String square(LossFlow row, int t) {
    String said = words.square(row, flow.stateProperty().get(), t);
    return flow.asides()
        .paths()
        .filter(paths -> paths.loss() == row.loss() && t < row.loss())
        .map(
            paths ->
                said
                    + " "
                    + words.paths(
                        paths, flow.traceProperty().get().net(), options.notation().getValue(), t))
        .orElse(said);
  }

  private void showCopy() {
    boolean isCopy = !flow.changeProperty().get().isNothing();
    copyLine.setText(isCopy ? texts.of("flow.copy") : "");
    picture.pseudoClassStateChanged(COPY, isCopy);
  }

  private void offerStates(Net net) {
    if (!states.equals(net.states())) {
      states = net.states();
      stateChoice.getChildren().setAll(states.stream().map(this::choice).toList());
    }
    stateChoice.setVisible(states.size() > 1);
    stateChoice.setManaged(states.size() > 1);
    for (int i = 0; i < states.size(); i++) {
      ToggleButton button = (ToggleButton) stateChoice.getChildren().get(i);
      button.setSelected(states.get(i).equals(flow.stateProperty().get()));
    }
  }

  private ToggleButton choice(Vector state) {
    ToggleButton button = new ToggleButton("∂" + state.name());
    String help = texts.of("flow.state.help", state.name());
    button.setId("flow-state-" + state.name());
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(
        event -> {
          flow.stateProperty().set(state);
          button.setSelected(true);
        });
    int place = states.indexOf(state);
    String pill =
        place == 0 ? "left-pill" : place == states.size() - 1 ? "right-pill" : "center-pill";
    button.getStyleClass().add(pill);
    return button;
  }

  /** What is computed, as a file; written on another thread. */
  @FXML
  private void saveCsv() {
    Vector state = flow.stateProperty().get();
    flow.triangle()
        .ifPresent(
            triangle ->
                saving.save(
                    csv.getScene().getWindow(),
                    names.of("flow"),
                    "csv",
                    () -> FlowCsv.of(triangle, state).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void onTyped(String character) {
    time.onTyped(character, flow.lossProperty().get());
  }
}
