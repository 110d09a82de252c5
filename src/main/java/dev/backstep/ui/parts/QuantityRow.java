package dev.backstep.ui.parts;

import dev.backstep.math.MatrixView;
import dev.backstep.trace.links.Lights;
import dev.backstep.ui.heatmap.RowLabels;
import dev.backstep.ui.heatmap.ScaleBar;
import dev.backstep.ui.heatmap.Square;
import dev.backstep.ui.heatmap.SquareNames;
import dev.backstep.ui.heatmap.TimeHeatmap;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.ScaleKind;
import dev.backstep.ui.time.TimeAxis;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One row of a picture with a time axis: its name and scale, then its heatmap. */
public final class QuantityRow extends HBox {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private static final double USUAL_TYPE = 12;
  private static final double MIN_HEIGHT = 26;
  private static final double USUAL_HEIGHT = 60;
  private static final double MAX_HEIGHT = 320;

  /** The height from which there is room for all three lines of usual type beside the heatmap. */
  private static final double SUBTITLE_FROM = 43;

  /** The width that the gutter's padding and the arrow take from the scale bar. */
  private static final double SCALE_ROOM = 24;

  private final TimeHeatmap heatmap;
  private final ScaleBar scaleBar = new ScaleBar();
  private final Label title = new Label();
  private final Label subtitle = new Label();
  private final HBox head = new HBox(title);
  private final VBox gutter = new VBox(head, subtitle, scaleBar);
  private final RowLabels rowLabels = new RowLabels();
  private final Label reason = new Label();
  private final TimeAxis axis;
  private String explanation;
  private String shorter;

  public QuantityRow(TimeAxis axis, String name, String explanation) {
    this.axis = axis;
    getStyleClass().add("quantity-row");
    heatmap = new TimeHeatmap(axis);
    heatmap.setAccessibleText(name);
    HBox.setHgrow(heatmap, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    title.setText(name);
    title.getStyleClass().addAll("quantity-title", "mono");
    this.explanation = explanation;
    shorter = explanation;
    subtitle.setText(explanation);
    subtitle.getStyleClass().add("hint");
    subtitle.fontProperty().addListener(observable -> fitSubtitle());
    gutter.widthProperty().addListener(observable -> fitSubtitle());
    subtitle
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> getHeight() > SUBTITLE_FROM * title.getFont().getSize() / USUAL_TYPE,
                heightProperty(),
                title.fontProperty()));
    subtitle.managedProperty().bind(subtitle.visibleProperty());
    scaleBar.kindProperty().bind(heatmap.kindProperty());
    scaleBar.scaleProperty().bind(heatmap.scaleProperty());
    scaleBar.limitProperty().bind(heatmap.limitProperty());
    head.getStyleClass().add("quantity-head");
    gutter.getStyleClass().add("gutter");
    reason.getStyleClass().add("reason");
    reason.setWrapText(true);
    reason.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(reason, Priority.ALWAYS);
    getChildren().addAll(gutter, heatmap);
    axis.magnificationProperty().addListener(observable -> fit());
    title.fontProperty().addListener(observable -> fit());
    fit();
  }

  /**
   * A row takes what room there is; zoomed in it takes more, and the rows are scrolled. A sentence
   * in the place of the heatmap leaves the room to the others.
   */
  private void fit() {
    double times = axis.magnificationProperty().get();
    double least = MIN_HEIGHT * title.getFont().getSize() / USUAL_TYPE;
    if (getChildren().contains(reason)) {
      setMinHeight(USE_COMPUTED_SIZE);
      setPrefHeight(USE_COMPUTED_SIZE);
      setMaxHeight(USE_PREF_SIZE);
      return;
    }
    setMinHeight(times > 1 ? Math.max(least, times * USUAL_HEIGHT) : least);
    setPrefHeight(times * USUAL_HEIGHT);
    setMaxHeight(Math.max(MAX_HEIGHT, times * USUAL_HEIGHT));
  }

  /** Names the row's heatmap for tests and styles. */
  public QuantityRow withId(String id) {
    heatmap.setId(id);
    return this;
  }

  public void setTitle(String name) {
    title.setText(name);
    heatmap.setAccessibleText(name);
  }

  /** Writes less than the whole name beside the heatmap. */
  public void setShortTitle(String name) {
    title.setText(name);
  }

  public void show(@Nullable MatrixView values, ColorScale scale) {
    heatmap.scaleProperty().set(scale);
    heatmap.valuesProperty().set(values);
  }

  public void setLimit(double limit) {
    heatmap.limitProperty().set(limit);
  }

  /**
   * Colours each column up to a limit of its own, or all up to one.
   *
   * @param limits by timestep; null for one limit of all
   * @param brief what the scale then says in the place of a limit
   * @param inWords what a screen reader then says
   */
  public void setColumnLimits(@Nullable IntToDoubleFunction limits, String brief, String inWords) {
    heatmap.limitsProperty().set(limits);
    scaleBar.setInsteadOfLimit(limits == null ? "" : brief, inWords);
  }

  /** Says what each row of the heatmap is, in the room between the gutter and the heatmap. */
  public void setRowLabels(List<String> labels) {
    if (rowLabels.getParent() == null) {
      rowLabels.setManaged(false);
      getChildren().add(rowLabels);
    }
    rowLabels.setLabels(labels);
  }

  /** The labels stand in the padding of the gutter, so that every heatmap begins at the same x. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double room = gutter.getInsets().getRight();
    rowLabels.resizeRelocate(
        heatmap.getLayoutX() - room, heatmap.getLayoutY(), room, heatmap.getHeight());
  }

  /** Says in the place of the heatmap why there is none; shows it again if nothing is said. */
  public void setReason(String words) {
    reason.setText(words);
    getChildren().set(1, words.isEmpty() ? heatmap : reason);
    scaleBar.setVisible(words.isEmpty());
    scaleBar.setManaged(words.isEmpty());
    fit();
  }

  /** Puts something to operate beside the title. */
  public void addToHead(Node node) {
    head.getChildren().add(node);
  }

  /** Makes a button of the scale bar, which opens a menu. */
  public void setScaleMenu(MenuButton menu) {
    gutter.getChildren().remove(scaleBar);
    menu.setGraphic(scaleBar);
    scaleBar.prefWidthProperty().bind(gutter.widthProperty().subtract(SCALE_ROOM));
    gutter.getChildren().add(menu);
  }

  /**
   * What the quantity is made of.
   *
   * @param shorter what is said where there is no room for all of it
   */
  public void setSubtitle(String explanation, String shorter) {
    this.explanation = explanation;
    this.shorter = shorter;
    fitSubtitle();
  }

  private void fitSubtitle() {
    Text drawn = new Text(explanation);
    drawn.setFont(subtitle.getFont());
    double room = gutter.getWidth() - gutter.getInsets().getRight();
    boolean isCut = room > 0 && drawn.getLayoutBounds().getWidth() > room;
    subtitle.setText(isCut ? shorter : explanation);
  }

  /** Which columns are computed, and at which one the cursor stands. */
  public void setCursor(IntPredicate computed, int timestep) {
    heatmap.computedProperty().set(computed);
    heatmap.markedProperty().set(timestep);
  }

  /** At which column the numbers are covered; −1 for none. */
  public void setCovered(int timestep) {
    heatmap.coveredProperty().set(timestep);
  }

  public void setActive(boolean active) {
    heatmap.activeProperty().set(active);
    title.pseudoClassStateChanged(ACTIVE, active);
  }

  public void setOnPick(IntConsumer action) {
    heatmap.setOnPick(action);
  }

  public void setKind(ScaleKind kind) {
    heatmap.kindProperty().set(kind);
  }

  public void setLights(Lights lights) {
    heatmap.lightsProperty().set(lights);
  }

  /** Told of every square that is clicked. */
  public void setOnSelect(Consumer<Square> action) {
    heatmap.setOnSelect(action);
  }

  /** Sets the names of the squares, until the next call. */
  public void setNames(SquareNames names) {
    heatmap.setNames(names);
  }

  /** Told in words what is pointed at; empty if nothing is. */
  void setOnRead(Consumer<String> action) {
    heatmap.wordsProperty().addListener((property, before, now) -> action.accept(now));
  }

  public TimeHeatmap heatmap() {
    return heatmap;
  }
}
