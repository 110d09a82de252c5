package dev.backstep.ui.paint;

import java.util.List;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The root of a window. Its ground is the fill of the scene, with which the toolkit wipes what it
 * is about to paint anew; the background of a region would be laid over that pixel by pixel, and
 * took more time than all that stands on it.
 */
public final class WindowPane extends BorderPane {
  private static final StyleablePropertyFactory<WindowPane> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final StyleableProperty<Color> ground =
      FACTORY.createStyleableColorProperty(
          this, "ground", "-ground-color", pane -> pane.ground, Color.WHITE);

  public WindowPane() {
    ((Observable) ground).addListener(observable -> getScene().setFill(ground()));
  }

  public Color ground() {
    return ground.getValue();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
