package dev.backstep.ui.sizes;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.CssMetaData;
import javafx.css.PseudoClass;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * A panel at a side of a screen, and the edge towards the rest, which can be moved, as far as that
 * the panel is folded. How long it usually is and at least, the style of what is in it says; what
 * the rest needs, the screen says.
 */
public final class SidePanel extends Pane {
  private static final StyleablePropertyFactory<SidePanel> CSS =
      new StyleablePropertyFactory<>(Pane.getClassCssMetaData());

  private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

  private final StyleableProperty<Font> font =
      CSS.createStyleableFontProperty(
          this, "font", "-fx-font", panel -> panel.font, Font.getDefault(), true);
  private final PanelEdge edge = new PanelEdge(this);
  private final DoubleProperty wish = new SimpleDoubleProperty(this, "wish", PanelLength.USUAL);
  private Side side = Side.RIGHT;
  private double rest;
  private String name = "";
  private String words = "";
  private @Nullable PanelSizes sizes;
  private final InvalidationListener onRoom = observable -> requestLayout();

  /** The edge stands before what is in the panel, in the order of Tab too. */
  public SidePanel() {
    getStyleClass().add("side-panel");
    getChildren().add(edge);
    wish.addListener(observable -> requestLayout());
    ((Observable) font).addListener(observable -> requestLayout());
    parentProperty().addListener((property, before, now) -> follow(before, now));
  }

  /** The room may have changed, and with it the length. */
  private void follow(@Nullable Parent before, @Nullable Parent now) {
    if (before instanceof Region region) {
      region.widthProperty().removeListener(onRoom);
      region.heightProperty().removeListener(onRoom);
    }
    if (now instanceof Region region) {
      region.widthProperty().addListener(onRoom);
      region.heightProperty().addListener(onRoom);
    }
  }

  /** Takes the wishes of the user, in which it is known by its name. */
  public void setSizes(PanelSizes ofUser) {
    sizes = ofUser;
    bindWish();
  }

  public @Nullable PanelSizes getSizes() {
    return sizes;
  }

  private void bindWish() {
    if (sizes != null && !name.isEmpty()) {
      wish.bindBidirectional(sizes.of(name));
    }
  }

  /** Names it among the panels. */
  public void setName(String panelName) {
    name = panelName;
    bindWish();
  }

  public String getName() {
    return name;
  }

  /** Says at which side of its parent it is. */
  public void setSide(Side where) {
    side = where;
    edge.show(words);
  }

  public Side getSide() {
    return side;
  }

  /** Says how long the rest has to be at least, in sizes of the type. */
  public void setRest(double sizesOfType) {
    rest = sizesOfType;
  }

  public double getRest() {
    return rest;
  }

  /** Says what the edge is for. */
  public void setWords(String sentence) {
    words = sentence;
    edge.show(words);
  }

  public String getWords() {
    return words;
  }

  boolean isAtTheEnd() {
    return side == Side.RIGHT || side == Side.BOTTOM;
  }

  private @Nullable Region content() {
    for (Node child : getChildren()) {
      if (child != edge && child instanceof Region region && child.isManaged()) {
        return region;
      }
    }
    return null;
  }

  private boolean isFolded() {
    return isBeside() && length() == 0;
  }

  /** A folded panel keeps nothing that could be reached by key. */
  private void showFolded(Region content, boolean isFolded) {
    pseudoClassStateChanged(FOLDED, isFolded);
    content.setDisable(isFolded);
    content.setOpacity(isFolded ? 0 : 1);
  }

  /** False where it does not stand beside the rest: there it is as any other part. */
  private boolean isBeside() {
    return content() != null && !(side.isVertical() && getParent() instanceof VBox);
  }

  private PanelLength lengths() {
    Region content = content();
    double usual =
        content == null ? 0 : side.isVertical() ? content.prefWidth(-1) : content.prefHeight(-1);
    double least =
        content == null ? 0 : side.isVertical() ? content.minWidth(-1) : content.minHeight(-1);
    double type = font.getValue().getSize();
    return new PanelLength(usual, least, rest * type, room(), type);
  }

  double room() {
    if (!(getParent() instanceof Region parent)) {
      return Double.MAX_VALUE;
    }
    Insets insets = parent.getInsets();
    double room =
        side.isVertical()
            ? parent.getWidth() - insets.getLeft() - insets.getRight()
            : parent.getHeight() - insets.getTop() - insets.getBottom();
    return room <= 0 ? Double.MAX_VALUE : room - PanelEdge.THICKNESS;
  }

  double length() {
    return lengths().of(wish.get());
  }

  void lengthen(double length) {
    wish.set(lengths().wish(length));
  }

  void move(double steps) {
    wish.set(lengths().moved(wish.get(), steps));
  }

  void reset() {
    wish.set(PanelLength.USUAL);
  }

  private double thickness(double across) {
    Region content = content();
    return content == null
        ? 0
        : side.isVertical() ? content.prefHeight(across) : content.prefWidth(across);
  }

  @Override
  protected double computePrefWidth(double height) {
    return isBeside() && side.isVertical()
        ? length() + PanelEdge.THICKNESS
        : content() == null ? 0 : content().prefWidth(height);
  }

  @Override
  protected double computeMinWidth(double height) {
    return isBeside() && side.isVertical()
        ? computePrefWidth(height)
        : content() == null ? 0 : content().minWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return isBeside() && !side.isVertical() ? length() + PanelEdge.THICKNESS : thickness(width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return isBeside() && !side.isVertical()
        ? computePrefHeight(width)
        : content() == null ? 0 : content().minHeight(width);
  }

  @Override
  protected double computeMaxWidth(double height) {
    return isBeside() && side.isVertical() ? computePrefWidth(height) : Double.MAX_VALUE;
  }

  @Override
  protected double computeMaxHeight(double width) {
    return isBeside() && !side.isVertical() ? computePrefHeight(width) : Double.MAX_VALUE;
  }

  @Override
  protected void layoutChildren() {
    Region content = content();
    edge.setVisible(isBeside());
    if (content == null) {
      return;
    }
    showFolded(content, isFolded());
    double width = getWidth();
    double height = getHeight();
    if (!isBeside()) {
      content.resizeRelocate(0, 0, width, height);
      return;
    }
    double thick = PanelEdge.THICKNESS;
    boolean isUpright = side.isVertical();
    double contentWidth = isUpright ? width - thick : width;
    double contentHeight = isUpright ? Math.min(height, content.maxHeight(-1)) : height - thick;
    double x = side == Side.RIGHT ? thick : 0;
    double y = side == Side.BOTTOM ? thick : 0;
    content.resizeRelocate(x, y, contentWidth, contentHeight);
    edge.resizeRelocate(
        side == Side.LEFT ? contentWidth : 0,
        side == Side.TOP ? contentHeight : 0,
        isUpright ? thick : width,
        isUpright ? height : thick);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return CSS.getCssMetaData();
  }
}
