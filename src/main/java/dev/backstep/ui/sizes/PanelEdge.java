package dev.backstep.ui.sizes;

import dev.backstep.ui.paint.OwnKeys;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The edge of a panel: it is dragged, or moved by the arrows while it has the focus. */
final class PanelEdge extends Region implements OwnKeys {
  /** Wide enough to be hit. */
  static final double THICKNESS = 6;

  private final SidePanel panel;
  private double pressedAt;
  private double lengthThen;

  PanelEdge(SidePanel panel) {
    this.panel = panel;
    getStyleClass().add("panel-edge");
    setManaged(false);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    OwnKeys.listen(this, this, this::onKey);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPress);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDrag);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
  }

  /** Says what it is for, on the side where it stands. */
  void show(String words) {
    setCursor(isUpright() ? Cursor.H_RESIZE : Cursor.V_RESIZE);
    setAccessibleText(words);
    Tooltip.install(this, new Tooltip(words));
  }

  private boolean isUpright() {
    return panel.getSide().isVertical();
  }

  private double along(MouseEvent event) {
    return isUpright() ? event.getSceneX() : event.getSceneY();
  }

  private void onPress(MouseEvent event) {
    pressedAt = along(event);
    lengthThen = panel.length();
    requestFocus();
    event.consume();
  }

  private void onDrag(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      double by = along(event) - pressedAt;
      panel.lengthen(lengthThen + (panel.isAtTheEnd() ? -by : by));
      event.consume();
    }
  }

  private void onClick(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      panel.reset();
    }
    event.consume();
  }

  private void onKey(KeyEvent event) {
    double towards = panel.isAtTheEnd() ? -1 : 1;
    switch (event.getCode()) {
      case LEFT, UP -> panel.move(-towards);
      case RIGHT, DOWN -> panel.move(towards);
      case HOME -> panel.move(Double.NEGATIVE_INFINITY);
      case END -> panel.move(Double.POSITIVE_INFINITY);
      default -> panel.reset();
    }
    notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
  }

  @Override
  public boolean uses(KeyEvent event) {
    return OwnKeys.isPlain(event)
        && switch (event.getCode()) {
          case LEFT, RIGHT -> isUpright();
          case UP, DOWN -> !isUpright();
          case HOME, END, ENTER, ESCAPE -> true;
          default -> false;
        };
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> panel.length();
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> panel.room();
      case ORIENTATION -> isUpright() ? Orientation.HORIZONTAL : Orientation.VERTICAL;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
