package dev.backstep.ui.flow;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.FormFields;
import dev.backstep.words.Texts;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Says over the picture of Step that one loss alone counts, and frames it. */
public final class LossVisitController {
  private static final PseudoClass OF_ONE_LOSS = PseudoClass.getPseudoClass("one-loss");

  private final LossVisit visit;
  private final Texts texts;
  private final FlowWords said;

  @FXML private HBox root;
  @FXML private Label words;

  public LossVisitController(LossVisit visit, Texts texts) {
    this.visit = visit;
    this.texts = texts;
    said = new FlowWords(texts);
  }

  @FXML
  private void initialize() {
    FormFields.showOnly(visit.presentProperty(), root);
    visit.visitProperty().addListener((property, before, now) -> show(now));
    root.parentProperty().addListener((property, before, now) -> frame(now));
  }

  private void show(LossVisit.@Nullable Visit now) {
    frame(root.getParent());
    if (now != null) {
      Trace trace = now.trace();
      String only = texts.of("flow.visit", said.loss(trace, now.square().later()));
      words.setText(now.isCopy() ? only + " " + texts.of("flow.visit.copy") : only);
    }
  }

  /** The frame goes around everything that the bar stands in. */
  private void frame(@Nullable Node around) {
    if (around instanceof Parent picture) {
      picture.pseudoClassStateChanged(OF_ONE_LOSS, visit.presentProperty().get());
    }
  }

  @FXML
  private void backToFlow() {
    visit.backToFlow();
  }

  @FXML
  private void leave() {
    visit.leave();
  }
}
