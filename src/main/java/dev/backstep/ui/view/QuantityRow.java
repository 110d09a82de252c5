package dev.backstep.ui.view;

import dev.backstep.math.MatrixView;
import dev.backstep.ui.control.ColorScale;
import dev.backstep.ui.control.Lights;
import dev.backstep.ui.control.ScaleBar;
import dev.backstep.ui.control.ScaleKind;
import dev.backstep.ui.control.Square;
import dev.backstep.ui.control.TimeAxis;
import dev.backstep.ui.control.TimeHeatmap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One row of a picture with a time axis: what it is and on which scale, then its heatmap. */
final class QuantityRow extends HBox {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  /** The height from which there is room for all three lines of usual type beside the heatmap. */
  private static final double SUBTITLE_FROM = 43;

  private final TimeHeatmap heatmap;
  private final ScaleBar scaleBar = new ScaleBar();
  private final Label title = new Label();
  private final Label subtitle = new Label();

  QuantityRow(TimeAxis axis, String name, String explanation) {
    getStyleClass().add("quantity-row");
    heatmap = new TimeHeatmap(axis);
    heatmap.setAccessibleText(name);
    HBox.setHgrow(heatmap, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    title.setText(name);
    title.getStyleClass().addAll("quantity-title", "mono");
    subtitle.setText(explanation);
    subtitle.getStyleClass().add("hint");
    subtitle
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> getHeight() > SUBTITLE_FROM * title.getFont().getSize() / 12,
                heightProperty(),
                title.fontProperty()));
    subtitle.managedProperty().bind(subtitle.visibleProperty());
    scaleBar.kindProperty().bind(heatmap.kindProperty());
    scaleBar.scaleProperty().bind(heatmap.scaleProperty());
    scaleBar.limitProperty().bind(heatmap.limitProperty());
    VBox gutter = new VBox(title, subtitle, scaleBar);
    gutter.getStyleClass().add("gutter");
    getChildren().addAll(gutter, heatmap);
  }

  /** Names the row's heatmap for tests and styles. */
  QuantityRow withId(String id) {
    heatmap.setId(id);
    return this;
  }

  void show(MatrixView values, ColorScale scale, double limit) {
    heatmap.scaleProperty().set(scale);
    heatmap.limitProperty().set(limit);
    heatmap.valuesProperty().set(values);
  }

  void setSubtitle(String explanation) {
    subtitle.setText(explanation);
  }

  /** Which columns are computed, and at which one the cursor stands. */
  void setCursor(IntPredicate computed, int timestep) {
    heatmap.computedProperty().set(computed);
    heatmap.markedProperty().set(timestep);
  }

  /** At which column the numbers are covered; −1 for none. */
  void setCovered(int timestep) {
    heatmap.coveredProperty().set(timestep);
  }

  void setActive(boolean active) {
    heatmap.activeProperty().set(active);
    title.pseudoClassStateChanged(ACTIVE, active);
  }

  void setOnPick(IntConsumer action) {
    heatmap.setOnPick(action);
  }

  void setKind(ScaleKind kind) {
    heatmap.kindProperty().set(kind);
  }

  void setLights(Lights lights) {
    heatmap.lightsProperty().set(lights);
  }

  /** Told of every square that is clicked. */
  void setOnSelect(Consumer<Square> action) {
    heatmap.setOnSelect(action);
  }

  /** Told of every square that comes under the mouse; null when it leaves. */
  void setOnHover(Consumer<Square> action) {
    heatmap.hoveredProperty().addListener((property, before, now) -> action.accept(now));
  }
}
