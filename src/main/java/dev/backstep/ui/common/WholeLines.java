package dev.backstep.ui.common;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** Lines in a label, as many as there is room for: the last one is not cut in half. */
public final class WholeLines {
  /** On the screen a line is up to a pixel higher than it is measured. */
  private static final double ROUNDED = 1;

  private final Label label;
  private List<String> lines = List.of();

  public WholeLines(Label label) {
    this.label = label;
    label.setMinHeight(0);
    // Heights change while the window is laid out; the text must not before that ends.
    label.heightProperty().addListener(observable -> Platform.runLater(this::show));
    label.fontProperty().addListener(observable -> show());
    label.lineSpacingProperty().addListener(observable -> show());
  }

  public void show(List<String> shown) {
    lines = shown;
    show();
  }

  private void show() {
    double gap = label.getLineSpacing();
    double room = label.getHeight() - label.getInsets().getTop() - label.getInsets().getBottom();
    int fitting = (int) Math.floor((room + gap) / (height("0") + ROUNDED + gap));
    String text = first(fitting);
    // A character of another font makes its line higher.
    while (fitting > 0 && height(text) > room) {
      fitting--;
      text = first(fitting);
    }
    label.setText(text);
  }

  private String first(int count) {
    return String.join("\n", lines.subList(0, Math.min(lines.size(), Math.max(0, count))));
  }

  private double height(String shown) {
    Text text = new Text(shown);
    text.setFont(label.getFont());
    text.setLineSpacing(label.getLineSpacing());
    return Math.ceil(text.getLayoutBounds().getHeight());
  }
}
