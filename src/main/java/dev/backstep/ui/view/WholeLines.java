package dev.backstep.ui.view;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** Lines in a label, as many as there is room for: the last one is not cut in half. */
final class WholeLines {
  private final Label label;
  private List<String> lines = List.of();

  WholeLines(Label label) {
    this.label = label;
    label.setMinHeight(0);
    // Heights change while the window is laid out; the text must not before that ends.
    label.heightProperty().addListener(observable -> Platform.runLater(this::show));
    label.fontProperty().addListener(observable -> show());
  }

  void show(List<String> shown) {
    lines = shown;
    show();
  }

  private void show() {
    double room = label.getHeight() - label.getInsets().getTop() - label.getInsets().getBottom();
    int count = lines.size();
    while (count > 0 && height(count) > room) {
      count--;
    }
    label.setText(first(count));
  }

  private String first(int count) {
    return String.join("\n", lines.subList(0, count));
  }

  /** As they will be drawn: a sign from another font makes its line higher. */
  private double height(int count) {
    Text text = new Text(first(count));
    text.setFont(label.getFont());
    text.setLineSpacing(label.getLineSpacing());
    return text.getLayoutBounds().getHeight();
  }
}
