package dev.backstep.ui.common;

import dev.backstep.net.Notation;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** The switches of the view, which change no number. */
public final class ViewOptions {
  private final BooleanProperty dark = new SimpleBooleanProperty();
  private final BooleanProperty logScale = new SimpleBooleanProperty();
  private final BooleanProperty fieldNames = new SimpleBooleanProperty();
  private final ObservableValue<Notation> notation =
      fieldNames.map(chosen -> chosen ? Notation.FIELD : Notation.OURS);
  private final BooleanProperty animated = new SimpleBooleanProperty(true);
  private final BooleanProperty openness = new SimpleBooleanProperty();
  private final BooleanProperty squares = new SimpleBooleanProperty(true);
  private final BooleanProperty lens = new SimpleBooleanProperty();
  private final BooleanProperty presenting = new SimpleBooleanProperty();
  private final BooleanProperty valuesHidden = new SimpleBooleanProperty();

  public BooleanProperty darkProperty() {
    return dark;
  }

  /** Whether signed numbers are coloured on a symmetric-logarithmic scale. */
  public BooleanProperty logScaleProperty() {
    return logScale;
  }

  /** Whether the weights are called Wxh, Whh and Why, as in the literature, instead of W1 … W3. */
  public BooleanProperty fieldNamesProperty() {
    return fieldNames;
  }

  /** The names of the weights. */
  public ObservableValue<Notation> notation() {
    return notation;
  }

  /** Whether what a backward cell adds is seen landing in the gradient. */
  public BooleanProperty animatedProperty() {
    return animated;
  }

  /** Whether below each character stands how far the gate is open that says what is kept. */
  public BooleanProperty opennessProperty() {
    return openness;
  }

  /** Whether the squares around the one pointed at are shown enlarged, with their numbers. */
  public BooleanProperty lensProperty() {
    return lens;
  }

  /** Whether vectors are folded into squares where there is room; else they are stripes. */
  public BooleanProperty squaresProperty() {
    return squares;
  }

  /** Whether only the picture and the equation are shown, in larger type. */
  public BooleanProperty presentingProperty() {
    return presenting;
  }

  /** Whether what a step computes is covered until it is revealed. */
  public BooleanProperty valuesHiddenProperty() {
    return valuesHidden;
  }

  /** The switches that are kept from one start to the next, by the name they are kept under. */
  public Map<String, BooleanProperty> kept() {
    return Map.of(
        "dark",
        dark,
        "logScale",
        logScale,
        "fieldNames",
        fieldNames,
        "animated",
        animated,
        "openness",
        openness,
        "squares",
        squares);
  }
}
