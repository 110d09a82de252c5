package dev.backstep.ui.view;

import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Lights;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Phase;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Site;
import dev.backstep.trace.Trace;
import dev.backstep.ui.control.ColorScale;
import dev.backstep.ui.control.ScaleKind;
import dev.backstep.ui.control.Square;
import dev.backstep.ui.control.TimeAxis;
import dev.backstep.ui.control.UnrolledNetwork;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.ReadOuts;
import dev.backstep.ui.viewmodel.StepViewModel;
import dev.backstep.ui.viewmodel.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Step screen: one time axis shared by the unrolled network and the heatmaps. */
public final class StepController {
  private static final List<Quantity> ROWS =
      List.of(
          Quantity.H,
          Quantity.O,
          Quantity.E,
          Quantity.DH,
          Quantity.DH_FROM_OUTPUT,
          Quantity.DH_FROM_LATER,
          Quantity.DTANH,
          Quantity.DXT);

  private final MainViewModel main;
  private final StepViewModel step;
  private final Texts texts;
  private final TimeAxis axis = new TimeAxis();
  private final UnrolledNetwork network = new UnrolledNetwork(axis);
  private final Map<Quantity, QuantityRow> quantityRows = new EnumMap<>(Quantity.class);
  private final Label lossText = new Label();
  private final Label initialState = new Label();
  private OutputRow outputRow;
  private TimeScroll time;

  @FXML private VBox rows;
  @FXML private Node sequenceBar;
  @FXML private ScrollBar timeScroll;
  @FXML private SequenceBarController sequenceBarController;

  public StepController(MainViewModel main) {
    this.main = main;
    step = main.step();
    texts = main.texts();
  }

  @FXML
  private void initialize() {
    new Presenting(main.options()).hide(sequenceBar);
    addNetwork();
    ROWS.forEach(this::addRow);
    time = new TimeScroll(axis, timeScroll);
    time.followWheelOver(rows, network);
    lossText
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::describeLoss,
                step.traceProperty(),
                step.momentProperty(),
                main.covers().coveredProperty()));
    network.coveredProperty().bind(main.covers().coveredProperty());
    main.covers().coveredProperty().addListener(observable -> showCursor());
    step.traceProperty().addListener((property, before, now) -> showTrace(now));
    step.momentProperty().addListener((property, before, now) -> showCursor());
    step.activeProperty().addListener((property, before, now) -> showActive());
    step.notationProperty().addListener((property, before, now) -> showSubtitles());
    step.highlight().lightsProperty().addListener((property, before, now) -> showLights(now));
    step.outputOrder().byProbabilityProperty().addListener(observable -> showOutputs());
    step.outputOrder().topProperty().addListener(observable -> showOutputs());
    showActive();
  }

  private void addNetwork() {
    network.setId("network");
    network.traceProperty().bind(step.traceProperty());
    network.placeProperty().bind(step.placeProperty());
    network.setOnPick(step::goToTimestep);
    new NetworkHover(network, step, texts);
    network
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                this::describeMoment, step.traceProperty(), step.momentProperty()));
    axis.viewportWidthProperty().bind(network.widthProperty());
    initialState.getStyleClass().addAll("hint", "initial-state");
    initialState.setWrapText(true);
    lossText.getStyleClass().addAll("mono", "loss-text");
    lossText.setId("lossText");
    VBox loss = new VBox(lossText);
    loss.getStyleClass().add("network-loss");
    VBox gutter = new VBox(loss, initialState);
    gutter.getStyleClass().add("gutter");
    HBox.setHgrow(network, Priority.ALWAYS);
    HBox row = new HBox(gutter, network);
    row.getStyleClass().add("network-row");
    rows.getChildren().add(row);
  }

  private void addRow(Quantity quantity) {
    String key = "quantity." + quantity.name().toLowerCase(Locale.ROOT);
    QuantityRow row =
        new QuantityRow(axis, texts.of(key), texts.of(key + ".of", "")).withId(quantity.symbol());
    row.setOnPick(step::goToTimestep);
    row.setOnSelect(square -> step.selection().select(entry(quantity, square)));
    Pointing.at(row.heatmap(), step.highlight(), square -> entry(quantity, square));
    row.setScaleMenu(new ScaleMenu(step, quantity, texts).button());
    step.scales()
        .choiceProperty(quantity)
        .addListener(observable -> showScale(step.traceProperty().get(), quantity, row));
    if (quantity == Quantity.O) {
      outputRow = new OutputRow(row, step.outputOrder(), texts);
    }
    quantityRows.put(quantity, row);
    rows.getChildren().add(row);
  }

  /** The rows of O may stand in an order of their own. */
  private Entry.OfCell entry(Quantity quantity, Square square) {
    int index = quantity == Quantity.O ? outputRow.id(square.col()) : square.col();
    return new Entry.OfCell(quantity, square.row(), index);
  }

  private void showLights(Lights lights) {
    quantityRows.forEach((quantity, row) -> row.setLights(lights.on(new Site.OfCells(quantity))));
    quantityRows
        .get(Quantity.O)
        .setLights(outputRow.arranged(lights.on(new Site.OfCells(Quantity.O))));
  }

  private String describeMoment() {
    Trace trace = step.traceProperty().get();
    Moment moment = step.momentProperty().get();
    boolean isThere = trace != null && moment != null && moment.timestep() < trace.length();
    return isThere ? ReadOuts.ofMoment(texts, trace, moment) : texts.of("network");
  }

  private String describeLoss() {
    Trace trace = step.traceProperty().get();
    Moment moment = step.momentProperty().get();
    if (trace == null || moment == null || moment.phase() == Phase.FORWARD) {
      return "";
    }
    if (main.covers().isCovered(Phase.LOSS)) {
      return texts.of("step.loss", "?", "?");
    }
    double loss = trace.totalLoss();
    return texts.of("step.loss", Numbers.six(loss), Numbers.six(loss / trace.length()));
  }

  private void showTrace(Trace trace) {
    if (trace == null) {
      quantityRows.values().forEach(row -> row.show(null, ColorScale.DIVERGING));
      return;
    }
    axis.setLength(trace.length());
    quantityRows.forEach((quantity, row) -> showQuantity(trace, quantity, row));
    double norm = trace.initialStateNorm();
    initialState.setText(
        norm == 0 ? texts.of("step.h0.zero") : texts.of("step.h0.carried", Numbers.six(norm)));
    showCursor();
  }

  private void showQuantity(Trace trace, Quantity quantity, QuantityRow row) {
    if (quantity == Quantity.O) {
      outputRow.show(trace, step.momentProperty().get().timestep());
    } else {
      row.setNames(Naming.ofQuantity(texts, trace, quantity));
      row.show(trace.values(quantity), ColorScale.DIVERGING);
    }
    showScale(trace, quantity, row);
    showSubtitle(trace, quantity, row);
    if (quantity == Quantity.E || quantity == Quantity.DXT) {
      row.setRowLabels(
          IntStream.range(0, trace.shape().vocabulary()).mapToObj(trace::label).toList());
    }
  }

  private void showSubtitles() {
    if (step.traceProperty().get() != null) {
      quantityRows.forEach(
          (quantity, row) -> showSubtitle(step.traceProperty().get(), quantity, row));
    }
  }

  private void showSubtitle(Trace trace, Quantity quantity, QuantityRow row) {
    String key = "quantity." + quantity.name().toLowerCase(Locale.ROOT) + ".of";
    String weight = quantity == Quantity.DXT ? Parameters.W1 : Parameters.W3;
    row.setSubtitle(
        texts.of(key, shape(trace, quantity), step.notationProperty().get().through(weight)));
  }

  /** {@code 32 × 11}; {@code 5 of 27 × 11} where not all are shown. */
  private String shape(Trace trace, Quantity quantity) {
    int entries = trace.values(quantity).cols();
    int shown = quantity == Quantity.O ? outputRow.shown() : entries;
    String rows = shown < entries ? texts.of("quantity.shown", shown, entries) : "" + entries;
    return rows + " × " + trace.length();
  }

  private void showScale(Trace trace, Quantity quantity, QuantityRow row) {
    boolean isLogarithmic = step.scales().choiceProperty(quantity).get().logarithmic();
    row.setKind(isLogarithmic ? ScaleKind.SYMMETRIC_LOG : ScaleKind.LINEAR);
    if (trace != null) {
      row.setLimit(step.scales().limit(trace, quantity));
    }
  }

  private void showOutputs() {
    Trace trace = step.traceProperty().get();
    if (trace != null && step.momentProperty().get().timestep() < trace.length()) {
      showQuantity(trace, Quantity.O, quantityRows.get(Quantity.O));
    }
  }

  private void showCursor() {
    Moment moment = step.momentProperty().get();
    if (moment == null) {
      return;
    }
    int timestep = moment.phase() == Phase.UPDATE ? -1 : moment.timestep();
    quantityRows.forEach(
        (quantity, row) -> {
          row.setCovered(main.covers().isCovered(quantity, timestep) ? timestep : -1);
          row.setCursor(t -> step.isComputed(quantity, t), timestep);
        });
    if (timestep >= 0) {
      axis.reveal(timestep);
    }
    if (step.outputOrder().followsCursor()) {
      showOutputs();
    }
  }

  private void showActive() {
    quantityRows.forEach(
        (quantity, row) ->
            row.setActive(step.activeProperty().get().quantities().contains(quantity)));
  }

  /** Zooms by a typed character. */
  void onTyped(String character) {
    Moment moment = step.momentProperty().get();
    time.onTyped(character, moment == null ? -1 : moment.timestep());
  }

  /** Puts the cursor of the keyboard into the field for a word. */
  void focusWord() {
    sequenceBarController.focusWord();
  }
}
