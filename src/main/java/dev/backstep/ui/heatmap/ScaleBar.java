package dev.backstep.ui.heatmap;

import dev.backstep.math.Numbers;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.PixelBoard;
import dev.backstep.ui.paint.PixelRegion;
import dev.backstep.ui.paint.ScaleKind;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * The colours of a heatmap from the lower to the upper limit, with both limits. The colours are the
 * same for every kind of scale; that they are spread logarithmically is said by a mark.
 */
public final class ScaleBar extends HBox {
  private static final int STEPS = 128;
  private static final String LOG = "log";

  private final ObjectProperty<ColorScale> scale =
      new SimpleObjectProperty<>(this, "scale", ColorScale.DIVERGING);
  private final ObjectProperty<ScaleKind> kind =
      new SimpleObjectProperty<>(this, "kind", ScaleKind.LINEAR);
  private final DoubleProperty limit = new SimpleDoubleProperty(this, "limit", 1);
  private String instead = "";
  private String insteadInWords = "";
  private final Label low = new Label();
  private final Label high = new Label();
  private final Label mark = new Label(LOG);
  private final Gradient gradient = new Gradient();

  public ScaleBar() {
    getStyleClass().add("scale-bar");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    HBox.setHgrow(gradient, Priority.ALWAYS);
    low.setMinWidth(USE_PREF_SIZE);
    high.setMinWidth(USE_PREF_SIZE);
    mark.setMinWidth(USE_PREF_SIZE);
    mark.getStyleClass().add("scale-mark");
    mark.managedProperty().bind(mark.visibleProperty());
    getChildren().addAll(low, gradient, high, mark);
    gradient.scaleProperty().bind(scale);
    scale.addListener(observable -> show());
    kind.addListener(observable -> show());
    limit.addListener(observable -> show());
    show();
  }

  private void show() {
    String upper = Numbers.three(limit.get());
    boolean isSigned = scale.get().lowest() < 0 && limit.get() != 0;
    low.setText(isSigned ? "−" : "0");
    high.setText(!instead.isEmpty() ? instead : isSigned ? "±" + upper : upper);
    low.setVisible(!isSigned);
    low.setManaged(!isSigned);
    boolean isLog = kind.get() == ScaleKind.SYMMETRIC_LOG;
    mark.setVisible(isLog);
    String lower = isSigned ? Numbers.three(-limit.get()) : "0";
    String limits = instead.isEmpty() ? lower + " … " + upper : insteadInWords;
    setAccessibleText(limits + (isLog ? ", " + LOG : ""));
  }

  /**
   * Says something in the place of the limit; the limit again if that is empty.
   *
   * @param inWords what a screen reader says
   */
  public void setInsteadOfLimit(String brief, String inWords) {
    instead = brief;
    insteadInWords = inWords;
    show();
  }

  public ObjectProperty<ColorScale> scaleProperty() {
    return scale;
  }

  /** The spreading of the colours from 0 to the limit. */
  public ObjectProperty<ScaleKind> kindProperty() {
    return kind;
  }

  public DoubleProperty limitProperty() {
    return limit;
  }

  /** The colours themselves. */
  private static final class Gradient extends PixelRegion {
    Gradient() {
      setMinSize(24, 8);
      setPrefSize(40, 8);
      setMaxHeight(8);
      setMouseTransparent(true);
    }

    @Override
    protected void paint(PixelBoard board, double pixelsPerUnit) {
      ColorScale drawn = scaleProperty().get().on(groundColor());
      double lowest = drawn.lowest();
      for (int i = 0; i < STEPS; i++) {
        double value = lowest + (1 - lowest) * i / (STEPS - 1);
        int x0 = PixelBoard.edge(i, STEPS, board.width());
        int x1 = PixelBoard.edge(i + 1, STEPS, board.width());
        board.fill(x0, 0, x1, board.height(), drawn.argb(value, 1));
      }
    }
  }
}
