package dev.backstep.ui.sentence;

import dev.backstep.net.Phase;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The sentence over the picture. */
public final class SentenceController {
  private static final Map<Phase, PseudoClass> PASSES =
      Map.of(
          Phase.FORWARD, PseudoClass.getPseudoClass("forward"),
          Phase.LOSS, PseudoClass.getPseudoClass("loss"),
          Phase.BACKWARD, PseudoClass.getPseudoClass("backward"),
          Phase.UPDATE, PseudoClass.getPseudoClass("update"));

  private final SentenceViewModel model;

  @FXML private KeptRoom root;
  @FXML private TextFlow line;

  public SentenceController(SentenceViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    root.setAccessibleRole(AccessibleRole.TEXT);
    model.sentenceProperty().addListener((property, before, now) -> show(now));
    show(model.sentenceProperty().get());
  }

  private void show(MarkedSentence sentence) {
    line.getChildren().setAll(sentence.pieces().stream().map(SentenceController::text).toList());
    root.setAccessibleText(sentence.plain());
    root.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    PASSES.forEach((pass, state) -> root.pseudoClassStateChanged(state, pass == model.phase()));
  }

  private static Text text(MarkedSentence.Piece piece) {
    Text text = new Text(piece.text());
    text.getStyleClass()
        .add(
            switch (piece.kind()) {
              case WHEN -> "sentence-when";
              case WORDS -> "sentence-words";
              case LETTERS -> "sentence-letters";
            });
    return text;
  }
}
