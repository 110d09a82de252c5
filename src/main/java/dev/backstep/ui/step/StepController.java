package dev.backstep.ui.step;

import dev.backstep.math.Numbers;
import dev.backstep.net.Phase;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.trace.pin.Composition;
import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.network.UnrolledNetwork;
import dev.backstep.ui.norms.NormRow;
import dev.backstep.ui.parts.ReadOuts;
import dev.backstep.ui.shares.ShareRow;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.ui.time.TimeScroll;
import dev.backstep.ui.time.Zooming;
import dev.backstep.words.Texts;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Step screen: one time axis shared by the unrolled network and the heatmaps. */
public final class StepController implements Zooming {
  private final StepViewModel step;
  private final GuessFirst guessFirst;
  private final Guest guest;
  private final ViewOptions options;
  private final Texts texts;
  private final TimeAxis axis;
  private final UnrolledNetwork network;
  private final Label lossText = new Label();
  private QuantityRows quantityRows;
  private TimeScroll time;

  @FXML private Node root;
  @FXML private VBox rows;
  @FXML private Node sequenceBar;
  @FXML private ScrollBar timeScroll;

  public StepController(
      StepViewModel step, GuessFirst guessFirst, Guest guest, ViewOptions options, Texts texts) {
    this.step = step;
    axis = step.axis();
    network = new UnrolledNetwork(axis);
    this.guessFirst = guessFirst;
    this.guest = guest;
    this.options = options;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    // While the screen is lent to a guest, the guest's own bar stands there.
    FormFields.showOnly(
        options.presentingProperty().not().and(Bindings.not(guest.presentProperty())), sequenceBar);
    axis.foldedProperty().bind(options.squaresProperty());
    addNetwork();
    Pointing.openDoubleClicked(root, step.highlight());
    addShares(addNorms());
    quantityRows = new QuantityRows(step, guessFirst, options.squaresProperty(), texts, axis, rows);
    time = new TimeScroll(axis, timeScroll);
    time.followWheelOver(rows, network);
    lossText
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::describeLoss,
                step.traceProperty(),
                step.momentProperty(),
                guessFirst.coveredProperty()));
    network.coveredProperty().bind(guessFirst.coveredProperty());
    network.saysOpennessProperty().bind(options.opennessProperty());
    guessFirst.coveredProperty().addListener(observable -> showCursor());
    step.traceProperty().addListener((property, before, now) -> quantityRows.show(now));
    step.shownProperty().addListener((property, before, now) -> showCursor());
  }

  private void addNetwork() {
    network.setId("network");
    network.traceProperty().bind(step.traceProperty());
    network.placeProperty().bind(step.placeProperty());
    network.pendingProperty().bind(step.shownProperty().map(Shown::pendingVectors));
    network.setOnPick(step::goToTimestep);
    new NetworkHover(network, step, guessFirst, texts);
    network
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                this::describeMoment,
                step.traceProperty(),
                step.momentProperty(),
                guessFirst.coveredProperty()));
    axis.viewportWidthProperty().bind(network.widthProperty());
    lossText.getStyleClass().addAll("mono", "loss-text");
    lossText.setId("lossText");
    VBox loss = new VBox(lossText);
    loss.getStyleClass().add("network-loss");
    HandOverView handOver = new HandOverView(step, guessFirst, texts);
    StackPane gutter = new StackPane(handOver.view(), new VBox(loss, handOver.words()));
    gutter.getStyleClass().addAll("gutter", "boundary-gutter");
    Pointing.onPress(gutter, step.highlight(), this::firstOfInitialState);
    HBox.setHgrow(network, Priority.ALWAYS);
    HBox row = new HBox(gutter, network);
    row.getStyleClass().add("network-row");
    rows.getChildren().add(row);
  }

  private Entry firstOfInitialState() {
    return new Entry.OfInitialState(step.net().states().get(0), 0);
  }

  private Node addNorms() {
    NormRow row = new NormRow(axis, texts);
    row.strip().traceProperty().bind(step.traceProperty());
    row.strip().placeProperty().bind(step.placeProperty());
    row.strip().coveredProperty().bind(guessFirst.coveredProperty());
    row.strip().setOnPick(step::goToTimestep);
    row.strip().setOnRead(words -> step.highlight().point(null, words));
    rows.getChildren().add(row);
    return row;
  }

  /** The parts of a pinned number stand in the place of the sizes, so that no row moves. */
  private void addShares(Node sizes) {
    ShareRow row = new ShareRow(axis, texts);
    FormFields.showOnly(Bindings.not(row.visibleProperty()), sizes);
    row.strip().traceProperty().bind(step.traceProperty());
    row.strip()
        .madeProperty()
        .bind(
            Bindings.createObjectBinding(
                this::seenPin, step.highlight().pinnedProperty(), guessFirst.coveredProperty()));
    row.strip().setOnPick(step::goToTimestep);
    row.strip().setOnRead(words -> step.highlight().point(null, words));
    rows.getChildren().add(row);
  }

  /** The number that is pinned; null if none is, or it is covered. */
  private @Nullable Composition seenPin() {
    Composition made = step.highlight().pinnedProperty().get();
    return made == null || guessFirst.isCovered(made.entry()) ? null : made;
  }

  private String describeMoment() {
    Trace trace = step.traceProperty().get();
    Moment moment = step.momentProperty().get();
    boolean isThere = trace != null && moment != null && moment.timestep() < trace.length();
    if (!isThere) {
      return texts.of("step.network");
    }
    return guessFirst.coveredProperty().get()
        ? texts.of("step.network.covered", moment.timestep())
        : ReadOuts.ofMoment(texts, trace, moment)
            + ReadOuts.ofGate(texts, trace, moment.timestep())
                .map(words -> ". " + words)
                .orElse("");
  }

  private String describeLoss() {
    Trace trace = step.traceProperty().get();
    Moment moment = step.momentProperty().get();
    if (trace == null || moment == null || moment.phase() == Phase.FORWARD) {
      return "";
    }
    if (guessFirst.isCovered(Phase.LOSS)) {
      return texts.of("step.loss", "?", "?");
    }
    double loss = trace.totalLoss();
    if (trace.net().head().isWeighted()) {
      return texts.of("step.loss.weighted", Numbers.six(loss));
    }
    return texts.of("step.loss", Numbers.six(loss), Numbers.six(loss / trace.length()));
  }

  private void showCursor() {
    Moment moment = step.momentProperty().get();
    if (moment == null) {
      return;
    }
    int timestep = moment.phase() == Phase.UPDATE ? -1 : moment.timestep();
    quantityRows.showCursor(timestep);
    if (timestep >= 0) {
      axis.reveal(timestep);
    }
  }

  @Override
  public void onTyped(String character) {
    Moment moment = step.momentProperty().get();
    time.onTyped(character, moment == null ? -1 : moment.timestep());
  }
}
