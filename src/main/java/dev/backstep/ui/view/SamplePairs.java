package dev.backstep.ui.view;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/**
 * The samples of two runs side by side, drawn with the same random numbers; equal ones are marked.
 */
final class SamplePairs {
  private static final PseudoClass EQUAL = PseudoClass.getPseudoClass("equal");

  private final GridPane grid;
  private final String leftTitle;
  private final String rightTitle;
  private List<String> shownLeft = List.of();
  private List<String> shownRight = List.of();

  SamplePairs(GridPane grid, String leftTitle, String rightTitle) {
    this.grid = grid;
    this.leftTitle = leftTitle;
    this.rightTitle = rightTitle;
  }

  /** Shows them, unless they are what is shown already. */
  void show(List<String> left, List<String> right) {
    if (left.equals(shownLeft) && right.equals(shownRight)) {
      return;
    }
    shownLeft = List.copyOf(left);
    shownRight = List.copyOf(right);
    grid.getChildren().clear();
    grid.addRow(0, title(leftTitle), title(rightTitle));
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      boolean isEqual = left.get(i).equals(right.get(i));
      grid.addRow(i + 1, sample(left.get(i), isEqual), sample(right.get(i), isEqual));
    }
  }

  private static Label title(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("hint");
    return label;
  }

  private static Label sample(String text, boolean isEqual) {
    Label label = new Label(text.replace('\n', '⏎'));
    label.pseudoClassStateChanged(EQUAL, isEqual);
    label.getStyleClass().add("sample");
    return label;
  }
}
