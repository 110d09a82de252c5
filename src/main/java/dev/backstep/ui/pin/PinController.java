package dev.backstep.ui.pin;

import dev.backstep.trace.Trace;
import dev.backstep.trace.pin.Composition;
import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import javafx.fxml.FXML;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The line of the pinned number, which leads to where it is computed. */
public final class PinController {
  private final PinViewModel model;
  private final StepViewModel step;
  private final GuessFirst guessFirst;
  private final Texts texts;

  @FXML private VBox root;
  @FXML private Hyperlink number;
  @FXML private Label parts;

  public PinController(PinViewModel model, StepViewModel step, GuessFirst guessFirst, Texts texts) {
    this.model = model;
    this.step = step;
    this.guessFirst = guessFirst;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    FormFields.showOnly(model.pinnedProperty().isNotNull(), root);
    model.pinnedProperty().addListener(observable -> show());
    step.notationProperty().addListener(observable -> show());
    guessFirst.coveredProperty().addListener(observable -> show());
  }

  private void show() {
    Composition made = model.pinnedProperty().get();
    Trace trace = step.traceProperty().get();
    if (made == null || trace == null) {
      return;
    }
    PinWords words = new PinWords(texts, step.notationProperty().get());
    boolean isCovered = guessFirst.isCovered(made.entry());
    number.setText(isCovered ? texts.of("step.covers.hint") : words.number(trace, made));
    parts.setText(isCovered ? "" : words.parts(trace, made));
    root.setAccessibleText(isCovered ? number.getText() : words.all(trace, made));
    root.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  @FXML
  private void goThere() {
    model.goThere();
  }

  @FXML
  private void unpin() {
    model.close();
  }
}
