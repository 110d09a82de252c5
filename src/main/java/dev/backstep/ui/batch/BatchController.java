package dev.backstep.ui.batch;

import dev.backstep.trace.Trace;
import dev.backstep.trace.TracedBatch;
import dev.backstep.ui.common.FormFields;
import dev.backstep.words.Texts;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The batch over the picture of Step: its rows, its mask, and how its gradients add up. */
public final class BatchController {
  /** So many rows are seen at once. */
  private static final int ROWS_SEEN = 6;

  /** The map has this part of the width at most. */
  private static final double MOST = 0.5;

  /** The height of a window in which the map is folded at first. */
  private static final double LOW = 740;

  private static final double LEAST = 160;
  private static final double SCROLL_BAR = 14;

  private final BatchViewModel model;
  private final BatchWords words;
  private final Tooltip pointed = new Tooltip();

  /** Whether the button has said if the map is shown. */
  private boolean isChosen;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Button previousRow;
  @FXML private Button nextRow;
  @FXML private ToggleButton unfolded;
  @FXML private HBox body;
  @FXML private Label padding;
  @FXML private ScrollPane scroll;
  @FXML private BatchMap map;
  @FXML private Label mask;
  @FXML private Label added;
  @FXML private Label sum;
  @FXML private Label handedOver;

  public BatchController(BatchViewModel model, Texts texts) {
    this.model = model;
    words = new BatchWords(texts);
  }

  @FXML
  private void initialize() {
    FormFields.showOnly(model.isThere(), root);
    FormFields.showOnly(unfolded.selectedProperty(), body);
    unfolded.setOnAction(event -> isChosen = true);
    root.sceneProperty().addListener((property, before, now) -> foldInLowWindow(now));
    FormFields.showOnly(handedOver.textProperty().isNotEmpty(), handedOver);
    map.setOnPick(model::unfold, model::goToColumn);
    map.setOnMouseMoved(
        event -> {
          BatchLayout layout = map.place();
          TracedBatch batch = model.batchBinding().get();
          int row = layout == null ? -1 : layout.rowAt(event.getY());
          int column = layout == null ? -1 : layout.columnAt(event.getX());
          pointed.setText(
              batch == null || row < 0 || column < 0 ? "" : words.square(batch, row, column));
        });
    Tooltip.install(map, pointed);
    model.step().shownProperty().addListener(observable -> show());
    model.sumProperty().addListener(observable -> show());
    model.addedProperty().addListener(observable -> show());
    map.heightProperty().addListener(observable -> reveal());
    root.widthProperty().addListener(observable -> show());
    show();
  }

  /**
   * A window so low has no room for the map and the picture below, until the button says otherwise.
   */
  private void foldInLowWindow(@Nullable Scene scene) {
    if (scene != null) {
      scene.heightProperty().addListener(observable -> fold(scene.getHeight()));
      fold(scene.getHeight());
    }
  }

  private void fold(double height) {
    if (!isChosen && height > 0) {
      unfolded.setSelected(height >= LOW);
    }
  }

  private void show() {
    TracedBatch batch = model.batchBinding().get();
    Trace trace = model.trace();
    if (batch == null || trace == null) {
      return;
    }
    int row = trace.row();
    map.show(batch, row, model.column());
    map.show(model.addedProperty().get());
    title.setText(words.title(batch, row));
    previousRow.setDisable(row == 0);
    nextRow.setDisable(row == batch.size() - 1);
    padding.setText(words.padding(batch));
    padding.setVisible(batch.hasPadding());
    padding.setManaged(batch.hasPadding());
    mask.setText(words.mask(batch, trace));
    added.setText(words.added(batch, model.weight(), model.column(), model.addedProperty().get()));
    sum.setText(words.sum(batch, model.sumProperty().get()));
    handedOver.setText(words.handedOver(batch, trace));
    map.setAccessibleText(title.getText() + ". " + padding.getText() + ". " + sum.getText());
    double wanted =
        Math.min(map.prefWidth(-1) + SCROLL_BAR, Math.max(LEAST, MOST * root.getWidth()));
    scroll.setMinWidth(wanted);
    scroll.setPrefWidth(wanted);
    double square = map.prefHeight(map.getWidth()) / batch.size();
    scroll.setPrefViewportHeight(Math.ceil(square * Math.min(ROWS_SEEN, batch.size())) + 1);
    reveal();
  }

  /** Scrolls so that the row that is unfolded is seen. */
  private void reveal() {
    TracedBatch batch = model.batchBinding().get();
    if (batch != null && batch.size() > ROWS_SEEN) {
      double beyond = batch.size() - ROWS_SEEN;
      scroll.setVvalue(Math.max(0, Math.min(1, (model.row() - ROWS_SEEN / 2.0) / beyond)));
    }
  }

  @FXML
  private void previousRow() {
    model.previous();
  }

  @FXML
  private void nextRow() {
    model.next();
  }
}
