package dev.backstep.ui.lab;

import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.run.PairBackController;
import dev.backstep.ui.run.RunButtons;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.time.Zooming;
import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** The Bug lab: the effect of one faulty line, or the question which one it is. */
public final class BugLabController implements Zooming {
  /** The width of both beside each other, in sizes of the type. */
  private static final double WIDE = 75;

  private final BugLabViewModel lab;
  private final SessionViewModel session;

  @FXML private ToggleButton look;
  @FXML private ToggleButton predict;
  @FXML private ToggleButton quiz;
  @FXML private Button update;
  @FXML private Button epoch;
  @FXML private Button reset;
  @FXML private VBox body;
  @FXML private Node ofBatches;
  @FXML private HBox beside;
  @FXML private Node pair;
  @FXML private Node prediction;
  @FXML private Node quizPanel;
  @FXML private LabCheckController checkController;
  @FXML private PairBackController pairBackController;

  public BugLabController(BugLabViewModel lab) {
    this.lab = lab;
    session = lab.pair().session();
  }

  @FXML
  private void initialize() {
    new RunButtons(session).update(update).update(epoch).reset(reset);
    pairBackController.offer(lab.pair().earlier());
    BooleanBinding isOfBatch = lab.batches().chosenProperty().isNotNull();
    FormFields.showOnly(isOfBatch, ofBatches);
    FormFields.showOnly(isOfBatch.not(), body, update, epoch, reset);
    bind(look, LabMode.LOOK);
    bind(predict, LabMode.PREDICT);
    bind(quiz, LabMode.QUIZ);
    FormFields.showOnly(lab.modeProperty().isEqualTo(LabMode.PREDICT), prediction);
    FormFields.showOnly(lab.modeProperty().isEqualTo(LabMode.QUIZ), quizPanel);
    body.widthProperty().addListener(observable -> fit());
    look.fontProperty().addListener(observable -> fit());
  }

  /** Where there is room the losses stand beside the check, else below it. */
  private void fit() {
    Pane place = body.getWidth() >= WIDE * look.getFont().getSize() ? beside : body;
    if (pair.getParent() != place) {
      // Not while the window is laid out.
      Platform.runLater(
          () -> {
            ((Pane) pair.getParent()).getChildren().remove(pair);
            place.getChildren().add(pair);
          });
    }
  }

  private void bind(ToggleButton button, LabMode mode) {
    Runnable show = () -> button.setSelected(lab.modeProperty().get() == mode);
    button.setOnAction(
        event -> {
          lab.modeProperty().set(mode);
          show.run();
        });
    lab.modeProperty().addListener(observable -> show.run());
    show.run();
  }

  @Override
  public void onTyped(String character) {
    checkController.onTyped(character);
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
}
