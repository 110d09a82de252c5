package dev.backstep.ui.compare;

import java.util.List;
import java.util.stream.Stream;
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
  private final Label leftHead = title("run-a");
  private final Label rightHead = title("run-b");
  private List<Row> rows = List.of();
  private String leftTitle = "";
  private String rightTitle = "";
  private Shown shown = new Shown("", "", List.of(), List.of());

  SamplePairs(GridPane grid) {
    this.grid = grid;
  }

  /** Sets the titles over them for the next time that they are shown. */
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
    int count = Math.min(left.size(), right.size());
    if (rows.size() != count) {
      layOut(count);
    }
    leftHead.setText(leftTitle);
    rightHead.setText(rightTitle);
    for (int i = 0; i < count; i++) {
      rows.get(i).show(left.get(i), right.get(i), shown.isEqual(i));
    }
  }

  /** The labels stay while only what they say changes: new ones have to be styled. */
  private void layOut(int count) {
    rows = Stream.generate(Row::new).limit(count).toList();
    grid.getChildren().clear();
    grid.addRow(0, leftHead, new Label(), rightHead);
    for (int i = 0; i < count; i++) {
      Row row = rows.get(i);
      grid.addRow(i + 1, row.left, row.sign, row.right);
    }
  }

  private static Label title(String style) {
    Label label = new Label();
    label.getStyleClass().addAll("hint", style);
    label.setWrapText(true);
    return label;
  }

  /** Two samples and the sign between them. */
  private static final class Row {
    private final Label left = sample();
    private final Label sign = new Label();
    private final Label right = sample();

    Row() {
      sign.getStyleClass().add("sample");
    }

    private static Label sample() {
      Label label = new Label();
      label.setTooltip(new Tooltip());
      label.getTooltip().textProperty().bind(label.textProperty());
      label.getStyleClass().add("sample");
      return label;
    }

    void show(String leftText, String rightText, boolean isEqual) {
      show(left, leftText, isEqual);
      sign.setText(isEqual ? "=" : "");
      show(right, rightText, isEqual);
    }

    private static void show(Label label, String text, boolean isEqual) {
      label.setText(text.replace('\n', '⏎'));
      label.pseudoClassStateChanged(EQUAL, isEqual);
    }
  }
}
