package dev.backstep.ui.norms;

import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.trace.GradientNorms;
import dev.backstep.trace.GradientNorms.Kind;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.words.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row of a picture with a time axis: what the bars are, their axis, and the bars. */
public final class NormRow extends HBox {
  /** The lines of the legend, which is read column by column. */
  private static final int LINES = 2;

  private final Texts texts;
  private final NormStrip strip;
  private final Map<Kind, Label> legend = new EnumMap<>(Kind.class);

  public NormRow(TimeAxis axis, Texts texts) {
    this.texts = texts;
    strip = new NormStrip(axis, texts);
    getStyleClass().add("norm-row");
    Label title = new Label(texts.of("norms.title"));
    title.getStyleClass().addAll("quantity-title", "mono");
    VBox words = new VBox(title);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    GridPane kinds = new GridPane();
    kinds.getStyleClass().add("norm-legend");
    for (Kind kind : Kind.values()) {
      Label label = entry(kind);
      legend.put(kind, label);
      kinds.add(label, kind.ordinal() / LINES, kind.ordinal() % LINES);
    }
    words.getChildren().add(kinds);
    HBox gutter = new HBox(words, new NormAxis(strip));
    gutter.getStyleClass().addAll("gutter", "norm-gutter");
    HBox.setHgrow(strip, Priority.ALWAYS);
    getChildren().addAll(gutter, strip);
    strip
        .traceProperty()
        .addListener((property, before, now) -> showNames(now == null ? null : now.net()));
  }

  private Label entry(Kind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Region swatch = new Region();
    swatch.getStyleClass().addAll("norm-swatch", "of-" + name);
    Label label = new Label(texts.of(key(kind)), swatch);
    label.getStyleClass().add("norm-kind");
    label.setMinWidth(USE_PREF_SIZE);
    label.setTooltip(new Tooltip(texts.of(key(kind) + ".help")));
    return label;
  }

  private static String key(Kind kind) {
    return switch (kind) {
      case ERROR -> "norms.kind.error";
      case OWN -> "norms.kind.own";
      case HANDED_BACK -> "norms.kind.handed-back";
      case TOTAL -> "norms.kind.total";
    };
  }

  /** The sums have names, which say whose parts the others are. */
  private void showNames(@Nullable Net net) {
    if (net == null) {
      return;
    }
    String sums =
        net.states().stream()
            .map(net::gradientOf)
            .map(Vector::symbol)
            .collect(Collectors.joining(", "));
    of(Kind.TOTAL).setText(sums);
    boolean hasError =
        GradientNorms.series(net).stream().anyMatch(each -> each.kind() == Kind.ERROR);
    of(Kind.ERROR).setVisible(hasError);
    of(Kind.ERROR).setManaged(hasError);
  }

  private Label of(Kind kind) {
    return Objects.requireNonNull(legend.get(kind));
  }

  /** The bars. */
  public NormStrip strip() {
    return strip;
  }
}
