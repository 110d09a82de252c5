package dev.backstep.ui.paint;

import java.util.List;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * One line of mathematics, set in type at device pixels. Until it is set its plain text stands in
 * its place; one that is wider than its place is set smaller. The style sheet says how large it is
 * ({@code -size}) and in which colour ({@code -ink}).
 */
public final class Formula extends Region {
  /** The height of a line by the size of its type, for the plain text as for the formula. */
  private static final double LINE = 1.5;

  private static final StyleablePropertyFactory<Formula> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final StyleableProperty<Color> ink =
      FACTORY.createStyleableColorProperty(this, "ink", "-ink", s -> s.ink, Color.GRAY);
  private final StyleableProperty<Number> size =
      FACTORY.createStyleableNumberProperty(this, "size", "-size", s -> s.size, 15);
  private final Typesetter typesetter;
  private final String latex;
  private final Label plain;
  private final ImageView view = new ImageView();
  private @Nullable TypesetFormula shown;
  private @Nullable Color shownInk;

  /**
   * A formula.
   *
   * @param text what it says as plain text
   * @param latex the same as LaTeX, without dollar signs
   */
  public Formula(Typesetter typesetter, String text, String latex) {
    this.typesetter = typesetter;
    this.latex = latex;
    plain = new Label(text);
    plain.getStyleClass().add("mono");
    getStyleClass().add("formula");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(text);
    setMinWidth(0);
    view.setManaged(false);
    getChildren().addAll(plain, view);
    ((Observable) ink).addListener(observable -> requestLayout());
    ((Observable) size).addListener(observable -> requestLayout());
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::renderScaleXProperty)
        // A listener of changes reads the value; one of invalidation would hear of the first only.
        .addListener((property, before, now) -> requestLayout());
  }

  @Override
  protected double computePrefWidth(double height) {
    TypesetFormula natural = typeset(pixels());
    return natural == null ? plain.prefWidth(-1) : natural.width() / pixelsPerUnit();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double line = Math.ceil(LINE * size.getValue().doubleValue());
    TypesetFormula natural = typeset(pixels());
    return natural == null ? line : Math.max(line, natural.height() / pixelsPerUnit());
  }

  @Override
  protected void layoutChildren() {
    TypesetFormula formula = fitting();
    plain.setVisible(formula == null);
    view.setVisible(formula != null);
    plain.resizeRelocate(0, 0, getWidth(), getHeight());
    if (formula != null) {
      show(formula);
    }
  }

  /** As large as it is meant, or as it fits; null while it is being set. */
  private @Nullable TypesetFormula fitting() {
    TypesetFormula natural = typesetOrAsk(pixels());
    double room = getWidth() * pixelsPerUnit();
    if (natural == null || room < 1 || natural.width() <= Math.ceil(room)) {
      return natural;
    }
    // Whole pixels, so that a window that is being resized does not ask for every size.
    float smaller = (float) Math.max(1, Math.floor(pixels() * room / natural.width()));
    return typesetOrAsk(smaller);
  }

  private void show(TypesetFormula formula) {
    if (formula != shown || !ink.getValue().equals(shownInk)) {
      view.setImage(formula.in(ink.getValue()));
      shown = formula;
      shownInk = ink.getValue();
    }
    double perUnit = pixelsPerUnit();
    view.setFitWidth(formula.width() / perUnit);
    view.setFitHeight(formula.height() / perUnit);
    double top = Math.round((getHeight() * perUnit - formula.height()) / 2);
    view.relocate(0, top / perUnit);
  }

  private @Nullable TypesetFormula typeset(float pixels) {
    return isInPicture() ? typesetter.now(latex, pixels) : typesetter.find(latex, pixels);
  }

  private @Nullable TypesetFormula typesetOrAsk(float pixels) {
    return isInPicture()
        ? typesetter.now(latex, pixels)
        : typesetter.find(latex, pixels, this::requestLayout);
  }

  private boolean isInPicture() {
    return Sharpness.ofPicture(this) > 0;
  }

  private float pixels() {
    return (float) (size.getValue().doubleValue() * pixelsPerUnit());
  }

  private double pixelsPerUnit() {
    if (isInPicture()) {
      return Sharpness.ofPicture(this);
    }
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : window.getRenderScaleX();
  }

  /** Whether the formula stands there, and not its plain text. */
  public boolean isSet() {
    return view.isVisible() && view.getImage() != null;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
