package dev.backstep.ui.run;

import dev.backstep.ui.common.FormFields;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The band that says which pair has made way for another, and brings it back. */
public final class PairBackController {
  private @Nullable EarlierPairs<?> pairs;

  @FXML private HBox root;
  @FXML private Label pairOffer;

  /** Ties the band to the pairs of a screen. */
  public void offer(EarlierPairs<?> ofScreen) {
    pairs = ofScreen;
    pairOffer.textProperty().bind(ofScreen.offerProperty());
    FormFields.showOnly(ofScreen.offerProperty().isNotEmpty(), root);
  }

  @FXML
  private void bringBack() {
    giveFocusBack();
    offered().bringBack();
  }

  @FXML
  private void dismiss() {
    giveFocusBack();
    offered().dismiss();
  }

  private EarlierPairs<?> offered() {
    return Objects.requireNonNull(pairs, "the pairs of a screen");
  }

  /** Else the next control would have it, wherever that is. */
  private void giveFocusBack() {
    root.getScene().getRoot().requestFocus();
  }
}
