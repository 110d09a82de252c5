package dev.backstep.ui.mycode;

import dev.backstep.check.verdict.Judgement;
import dev.backstep.check.verdict.TotalJudgement;
import dev.backstep.words.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The gradients of the whole sequence and its loss: each agrees, is off by so much, cannot be
 * judged, or was not supplied. A click writes the number out that is off by most.
 */
final class CodeTotals {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

  private final MyCodeViewModel code;
  private final Texts texts;
  private final FlowPane pane;
  private final Map<CodePlace, Button> chips = new LinkedHashMap<>();

  CodeTotals(MyCodeViewModel code, Texts texts, FlowPane pane) {
    this.texts = texts;
    this.code = code;
    this.pane = pane;
  }

  void show(CodeCheck check, CodeWords words) {
    chips.clear();
    for (TotalJudgement total : check.verdict().totals()) {
      add(new CodePlace.OfTotal(total), total.name(), words.total(total), total.judgement());
    }
    if (!check.hasLossOfTimesteps()) {
      add(new CodePlace.OfLoss(), "loss", words.loss(), check.verdict().loss());
    }
    pane.getChildren().setAll(chips.values());
  }

  private void add(CodePlace place, String name, String said, Judgement judgement) {
    Button chip = new Button(said, new FontIcon(icon(judgement)));
    chip.setMnemonicParsing(false);
    chip.setId("code-total-" + name);
    chip.getStyleClass().setAll("button", "total", "mono");
    chip.setTooltip(new Tooltip(texts.of("mycode.chip.help")));
    chip.setMinWidth(Button.USE_PREF_SIZE);
    chip.pseudoClassStateChanged(WRONG, judgement.differs());
    chip.pseudoClassStateChanged(OPEN, judgement.isOpen());
    chip.pseudoClassStateChanged(MISSING, !judgement.isSupplied());
    chip.setDisable(!judgement.isSupplied());
    chip.setOnAction(event -> code.placeProperty().set(place));
    chips.put(place, chip);
  }

  private static String icon(Judgement judgement) {
    return switch (judgement.outcome()) {
      case AGREES -> "fth-check";
      case DIFFERS -> "fth-x";
      case CANNOT_BE_JUDGED -> "fth-help-circle";
      case NOT_SUPPLIED -> "fth-minus";
    };
  }

  /** Frames the one that is looked at. */
  void showPlace() {
    chips.forEach(
        (place, chip) ->
            chip.pseudoClassStateChanged(PICKED, place.equals(code.placeProperty().get())));
  }
}
