package dev.backstep.ui.compare;

import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.settings.OwnSideController;
import dev.backstep.words.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/** Two columns of fields for the settings of the pair that is to be compared. */
public final class OwnPairController {
  private final CompareViewModel compare;
  private final Texts texts;

  @FXML private Node root;
  @FXML private Label ownError;
  @FXML private OwnSideController ownAController;
  @FXML private OwnSideController ownBController;

  public OwnPairController(CompareViewModel compare, Texts texts) {
    this.compare = compare;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    ownAController.edit(texts.of("compare.a"), compare.own().a(), compare::chooseChangedOwn);
    ownBController.edit(texts.of("compare.b"), compare.own().b(), compare::chooseChangedOwn);
    ownError.textProperty().bind(compare.own().errorProperty());
    FormFields.showOnly(compare.own().errorProperty().isNotEmpty(), ownError);
  }

  /** Is shown while a button is selected. */
  void openWith(ToggleButton button) {
    FormFields.showWith(button, compare.own().shownProperty(), root);
  }

  @FXML
  private void begin() {
    compare.chooseOwn();
  }

  @FXML
  private void cancel() {
    compare.restoreOwn();
    compare.own().shownProperty().set(false);
  }
}
