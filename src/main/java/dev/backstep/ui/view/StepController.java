package dev.backstep.ui.view;

import dev.backstep.math.Numbers;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Phase;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import dev.backstep.ui.control.ColorScale;
import dev.backstep.ui.control.Lights;
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
    new TimeScroll(axis, timeScroll).followWheelOver(rows);
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
    step.hoveredProperty().addListener((property, before, now) -> showLights());
    main.options().logScaleProperty().addListener((property, before, now) -> showKind(now));
    showActive();
  }

  /** Gradients span decades; probabilities stay as they are. */
  private void showKind(boolean isLogarithmic) {
    quantityRows.forEach(
        (quantity, row) ->
            row.setKind(
                isLogarithmic && !quantity.isProbability()
                    ? ScaleKind.SYMMETRIC_LOG
                    : ScaleKind.LINEAR));
  }

  private void addNetwork() {
    network.setId("network");
    network.traceProperty().bind(step.traceProperty());
    network.placeProperty().bind(step.placeProperty());
    network.setOnPick(step::goToTimestep);
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
    row.setOnSelect(
        square -> step.selection().select(new Entry.OfCell(quantity, square.row(), square.col())));
    row.setOnHover(square -> hover(quantity, square));
    quantityRows.put(quantity, row);
    rows.getChildren().add(row);
  }

  private void hover(Quantity quantity, Square square) {
    if (square != null && main.covers().isCovered(quantity, square.row())) {
      step.hoveredProperty().set(null);
      step.readOutProperty().set(texts.of("covers.square", quantity.symbol(), square.row()));
      return;
    }
    step.hoveredProperty()
        .set(square == null ? null : new Entry.OfCell(quantity, square.row(), square.col()));
    step.readOutProperty()
        .set(
            square == null
                ? ""
                : ReadOuts.of(step.traceProperty().get(), quantity, square.row(), square.col()));
  }

  private void showLights() {
    Lights lights = new Lights(step.litSources(), step.litDestinations());
    quantityRows.forEach((quantity, row) -> row.setLights(lights.of(quantity)));
    network.lightsProperty().set(lights);
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
      quantityRows.values().forEach(row -> row.show(null, ColorScale.DIVERGING, 1));
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
    ColorScale scale = quantity.isProbability() ? ColorScale.PROBABILITY : ColorScale.DIVERGING;
    row.show(trace.values(quantity), scale, limit(trace, quantity));
    String key = "quantity." + quantity.name().toLowerCase(Locale.ROOT) + ".of";
    String shape = trace.values(quantity).cols() + " × " + trace.length();
    row.setSubtitle(texts.of(key, shape));
  }

  /** dh and its two summands share one limit, so that the eye can add them. */
  private static double limit(Trace trace, Quantity quantity) {
    return switch (quantity) {
      case DH, DH_FROM_OUTPUT, DH_FROM_LATER ->
          Math.max(
              trace.limit(Quantity.DH),
              Math.max(trace.limit(Quantity.DH_FROM_OUTPUT), trace.limit(Quantity.DH_FROM_LATER)));
      default -> trace.limit(quantity);
    };
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
  }

  private void showActive() {
    quantityRows.forEach(
        (quantity, row) ->
            row.setActive(step.activeProperty().get().quantities().contains(quantity)));
  }

  /** Puts the cursor of the keyboard into the field for a word. */
  void focusWord() {
    sequenceBarController.focusWord();
  }
}
