package dev.backstep.ui.compare;

import dev.backstep.math.Numbers;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.run.Comparison;
import dev.backstep.ui.time.LetterStrip;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.ui.time.TimeScroll;
import dev.backstep.words.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** In a wide window, where there is nothing else beside the columns. */
  private static final double WIDEST_COLUMN = 320;

  private final TimeAxis axis = new TimeAxis();
  private final LetterStrip letters = new LetterStrip(axis);
  private final VBox rows;
  private final Map<Vector, QuantityStrips> strips = new LinkedHashMap<>();

  /** The quantities laid out at present. */
  private List<Vector> quantities = List.of();

  private final TimeScroll time;
  private final Label readOut;

  CompareStrips(
      CompareViewModel compare,
      ViewOptions options,
      Texts texts,
      VBox rows,
      ScrollBar timeScroll,
      Label readOut) {
    this.compare = compare;
    this.texts = texts;
    this.rows = rows;
    this.readOut = readOut;
    axis.foldedProperty().bind(options.squaresProperty());
    addLetters(rows);
    layOut(Vanilla.NET, Vanilla.NET);
    time = new TimeScroll(axis, timeScroll);
    axis.setWidest(WIDEST_COLUMN);
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

  /** Lays out a row for each state of the two nets, and for the gradient of each. */
  private void layOut(Net a, Net b) {
    List<Vector> wanted =
        Stream.concat(
                Stream.of(a, b).flatMap(net -> net.states().stream()),
                Stream.of(a, b).flatMap(net -> net.states().stream().map(net::gradientOf)))
            .distinct()
            .toList();
    if (!wanted.equals(quantities)) {
      quantities = wanted;
      rows.getChildren().remove(1, rows.getChildren().size());
      wanted.forEach(quantity -> strip(quantity).addTo(rows));
    }
  }

  private QuantityStrips strip(Vector quantity) {
    return strips.computeIfAbsent(
        quantity, each -> new QuantityStrips(compare, texts, each, axis, this::read, this::light));
  }

  /** States and their gradients have the same units. */
  private void light(int unit) {
    shown().forEach(each -> each.light(unit));
  }

  private Stream<QuantityStrips> shown() {
    return quantities.stream().map(this::strip);
  }

  /** Lays out the rows that a pair has, whose numbers come later. */
  void layOut(Comparison pair) {
    layOut(pair.a().cell(), pair.b().cell());
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
    layOut(a.net(), b.net());
    shown().forEach(each -> each.show(a, b));
    showCursor();
  }

  private void showCursor() {
    int timestep = compare.cursor().timestepProperty().get();
    shown().forEach(each -> each.setCursor(timestep));
    axis.reveal(timestep);
    read("");
  }

  /** Says what is pointed at, or else what stands at the cursor. */
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
    Stream<String> place =
        Stream.of(
            texts.of("compare.cursor", t, a.label(a.input(t)), a.label(a.target(t))),
            texts.of("compare.cursor.loss", Numbers.three(a.loss(t)), Numbers.three(b.loss(t))));
    Stream<String> norms =
        quantities.stream()
            .map(
                quantity ->
                    texts.of(
                        "compare.cursor.norm",
                        quantity.name(),
                        norm(a, quantity, t),
                        norm(b, quantity, t)));
    return Stream.concat(place, norms).collect(Collectors.joining(" · "));
  }

  private static String norm(Trace trace, Vector quantity, int timestep) {
    return trace.net().vectors().contains(quantity)
        ? Numbers.three(trace.norm(quantity, timestep))
        : "–";
  }

  /** Zooms by a typed character. */
  void onTyped(String character) {
    time.onTyped(character, compare.cursor().timestepProperty().get());
  }
}
