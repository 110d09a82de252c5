package dev.backstep.ui.compare;

import dev.backstep.text.Dataset;
import dev.backstep.ui.common.FormFields;
import dev.backstep.words.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/**
 * Offers the recall text for a pair of two cells, and says what it is for; and the text of the run
 * for a pair that is on another.
 */
public final class TextOfPairController {
  private final CompareViewModel compare;
  private final Texts texts;
  private final BooleanProperty isOffered = new SimpleBooleanProperty();

  @FXML private Node root;
  @FXML private Label recallWords;
  @FXML private Button changeText;

  public TextOfPairController(CompareViewModel compare, Texts texts) {
    this.compare = compare;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    FormFields.showOnly(isOffered, root);
    FormFields.showOnly(recallWords.textProperty().isNotEmpty(), recallWords);
  }

  /** Shows what can be done about the text of the pair that is open. */
  void show() {
    PairChoice choice = compare.choice();
    isOffered.set(choice.isForRecall() || !choice.isOnTextOfRun());
    String name = choice.isOnTextOfRun() ? Dataset.RECALL.fileName() : choice.textOfRun();
    changeText.setText(texts.of("compare.text.change", name));
    recallWords.setText(
        choice.isForRecall() || choice.isOnRecall()
            ? texts.of(
                "compare.text.recall", Dataset.RECALL.fileName(), Dataset.RECALL.description())
            : "");
  }

  @FXML
  private void changeText() {
    if (compare.isOnTextOfRun()) {
      compare.choice().useRecall();
    } else {
      compare.choice().useTextOfRun();
    }
  }
}
