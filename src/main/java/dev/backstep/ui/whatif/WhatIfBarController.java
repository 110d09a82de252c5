package dev.backstep.ui.whatif;

import dev.backstep.trace.whatif.WhatIf;
import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Says over the picture that its numbers are those of a copy, and frames it. */
public final class WhatIfBarController {
  private static final PseudoClass OF_COPY = PseudoClass.getPseudoClass("what-if");

  private final WhatIfViewModel model;
  private final StepViewModel step;
  private final Texts texts;

  @FXML private HBox root;
  @FXML private Label words;

  public WhatIfBarController(WhatIfViewModel model, StepViewModel step, Texts texts) {
    this.model = model;
    this.step = step;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    FormFields.showOnly(model.openProperty(), root);
    model.outcomeProperty().addListener((property, before, now) -> show(now));
    step.notationProperty().addListener(observable -> show(model.outcomeProperty().get()));
    root.parentProperty().addListener((property, before, now) -> frame(now));
  }

  private void show(@Nullable WhatIfOutcome now) {
    frame(root.getParent());
    if (now != null) {
      WhatIf copy = now.copy();
      words.setText(
          copy.isEmpty()
              ? texts.of("whatif.bar.none")
              : texts.of(
                  "whatif.bar",
                  new WhatIfWords(texts, step.notationProperty().get()).changes(copy)));
    }
  }

  /** The frame goes around everything that the bar stands in. */
  private void frame(@Nullable Node around) {
    if (around instanceof Parent picture) {
      picture.pseudoClassStateChanged(OF_COPY, model.isOfCopy());
    }
  }

  @FXML
  private void leave() {
    model.leave();
  }
}
