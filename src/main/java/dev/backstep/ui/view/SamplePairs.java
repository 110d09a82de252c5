package dev.backstep.ui.view;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

/**
 * The samples of two runs side by side, drawn with the same random numbers; equal ones are marked,
 * by colour and with a sign.
 */
final class SamplePairs {
  private static final PseudoClass EQUAL = PseudoClass.getPseudoClass("equal");

  private record Shown(String leftTitle, String rightTitle, List<String> left, List<String> right) {
    boolean isEqual(int i) {
      return left.get(i).equals(right.get(i));
    }
  }

  private final GridPane grid;
  private String leftTitle = "";
  private String rightTitle = "";
  private Shown shown = new Shown("", "", List.of(), List.of());

  SamplePairs(GridPane grid) {
    this.grid = grid;
  }

  /** What stands over them from the next time on that they are shown. */
  void name(String left, String right) {
    leftTitle = left;
    rightTitle = right;
  }

  /** Shows them, unless they are what is shown already. */
  void show(List<String> left, List<String> right) {
    Shown wanted = new Shown(leftTitle, rightTitle, List.copyOf(left), List.copyOf(right));
    if (wanted.equals(shown)) {
      return;
    }
    shown = wanted;
    grid.getChildren().clear();
    grid.addRow(0, title(leftTitle, "run-a"), new Label(), title(rightTitle, "run-b"));
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      Label sign = new Label(shown.isEqual(i) ? "=" : "");
      sign.getStyleClass().add("sample");
      grid.addRow(
          i + 1,
          sample(left.get(i), shown.isEqual(i)),
          sign,
          sample(right.get(i), shown.isEqual(i)));
    }
  }

  private static Label title(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().addAll("hint", style);
    label.setWrapText(true);
    return label;
  }

  private static Label sample(String text, boolean isEqual) {
    Label label = new Label(text.replace('\n', '⏎'));
    label.setTooltip(new Tooltip(label.getText()));
    label.pseudoClassStateChanged(EQUAL, isEqual);
    label.getStyleClass().add("sample");
    return label;
  }
}
