package dev.backstep.ui.compare;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.trace.Trace;
import dev.backstep.ui.time.LetterStrip;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.ui.time.TimeScroll;
import dev.backstep.words.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Both runs unrolled in time, letters on top, under one cursor. */
final class CompareStrips {
  private final CompareViewModel compare;
  private final Texts texts;
  private final TimeAxis axis = new TimeAxis();
  private final LetterStrip letters = new LetterStrip(axis);
  private final List<QuantityStrips> strips;
  private final TimeScroll time;
  private final Label readOut;

  CompareStrips(
      CompareViewModel compare, Texts texts, VBox rows, ScrollBar timeScroll, Label readOut) {
    this.compare = compare;
    this.texts = texts;
    this.readOut = readOut;
    addLetters(rows);
    strips =
        List.of(
            new QuantityStrips(compare, texts, Cell.H, axis, rows, this::read),
            new QuantityStrips(compare, texts, Cell.DH, axis, rows, this::read));
    time = new TimeScroll(axis, timeScroll);
    time.followWheelOver(rows, letters);
    compare.cursor().timestepProperty().addListener(observable -> showCursor());
  }

  private void addLetters(VBox rows) {
    HBox.setHgrow(letters, Priority.ALWAYS);
    Region gutter = new Region();
    gutter.getStyleClass().add("gutter");
    rows.getChildren().add(new HBox(gutter, letters));
    axis.viewportWidthProperty().bind(letters.widthProperty());
  }

  /** Shows both runs as they are now. */
  void show() {
    Trace a = compare.a().traceProperty().get();
    Trace b = compare.b().traceProperty().get();
    if (a == null || b == null || a.length() != b.length()) {
      return;
    }
    axis.setLength(a.length());
    letters.traceProperty().set(a);
    strips.forEach(each -> each.show(a, b));
    showCursor();
  }

  private void showCursor() {
    int timestep = compare.cursor().timestepProperty().get();
    strips.forEach(each -> each.setCursor(timestep));
    axis.reveal(timestep);
    read("");
  }

  /** What is pointed at; if nothing is, what stands at the cursor. */
  private void read(String words) {
    readOut.setText(words.isEmpty() ? atCursor() : words);
  }

  private String atCursor() {
    Trace a = compare.a().traceProperty().get();
    Trace b = compare.b().traceProperty().get();
    int t = compare.cursor().timestepProperty().get();
    if (a == null || b == null || t >= Math.min(a.length(), b.length())) {
      return "";
    }
    return String.join(
        " · ",
        texts.of("compare.cursor", t, a.label(a.input(t)), a.label(a.target(t))),
        both("compare.cursor.loss", a.loss(t), b.loss(t)),
        both("compare.cursor.h", a.norm(Cell.H, t), b.norm(Cell.H, t)),
        both("compare.cursor.dh", a.norm(Cell.DH, t), b.norm(Cell.DH, t)));
  }

  private String both(String key, double a, double b) {
    return texts.of(key, Numbers.three(a), Numbers.three(b));
  }

  /** Zooms by a typed character. */
  void onTyped(String character) {
    time.onTyped(character, compare.cursor().timestepProperty().get());
  }
}
