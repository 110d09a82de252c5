package dev.backstep.ui.inspector;

import dev.backstep.math.Numbers;
import dev.backstep.trace.arithmetic.Subtotal;
import dev.backstep.words.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The summands of a number as bars to the right and left of 0, all on one scale. */
final class SubtotalBars extends GridPane {
  SubtotalBars(List<Subtotal> subtotals, Texts texts) {
    setId("subtotals");
    getStyleClass().add("subtotals");
    double largest = subtotals.stream().mapToDouble(each -> Math.abs(each.value())).max().orElse(0);
    Label title = new Label(texts.of("inspector.arithmetic.subtotals"));
    title.getStyleClass().add("hint");
    add(title, 0, 0, 3, 1);
    for (Subtotal subtotal : subtotals) {
      addRow(subtotal, largest);
    }
  }

  private void addRow(Subtotal subtotal, double largest) {
    Label name = new Label(subtotal.summand());
    name.setMinWidth(Region.USE_PREF_SIZE);
    Bar bar = new Bar(largest > 0 ? subtotal.value() / largest : 0);
    bar.setAccessibleText(subtotal.summand() + " = " + Numbers.six(subtotal.value()));
    Label value = new Label(Numbers.three(subtotal.value()));
    value.setMinWidth(Region.USE_PREF_SIZE);
    setHgrow(bar, Priority.ALWAYS);
    setHalignment(value, HPos.RIGHT);
    addRow(getRowCount(), name, bar, value);
  }

  /** A share from −1 to 1 of the half of its width; what is not finite has no bar. */
  private static final class Bar extends Region {
    private final double share;
    private final Region filled = new Region();
    private final Region zero = new Region();

    Bar(double share) {
      this.share = Double.isFinite(share) ? share : 0;
      getStyleClass().add("subtotal-bar");
      setAccessibleRole(AccessibleRole.TEXT);
      filled.getStyleClass().add(share < 0 ? "negative" : "positive");
      zero.getStyleClass().add("zero");
      getChildren().addAll(zero, filled);
    }

    @Override
    protected void layoutChildren() {
      double middle = Math.rint(getWidth() / 2);
      double length = Math.rint(Math.abs(share) * (middle - 1));
      filled.resizeRelocate(share < 0 ? middle - length : middle, 0, length, getHeight());
      zero.resizeRelocate(middle, 0, 1, getHeight());
    }
  }
}
