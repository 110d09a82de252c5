package dev.backstep.ui.shell;

import dev.backstep.ui.common.RequestedSize;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/** The bounds with which a stage opens, and those that it has once it is no more maximised. */
record StageBounds(Stage stage, Rectangle2D place) {
  void open(boolean isMaximized) {
    set();
    stage.setMaximized(isMaximized);
    if (isMaximized) {
      stage.maximizedProperty().addListener(new Once());
    } else {
      RequestedSize.keep(stage, this::isTooSmall, this::set);
    }
  }

  private boolean isTooSmall() {
    return !stage.isMaximized()
        && !stage.isFullScreen()
        && (stage.getWidth() < place.getWidth() || stage.getHeight() < place.getHeight());
  }

  private void set() {
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
  }

  private final class Once implements ChangeListener<Boolean> {
    @Override
    public void changed(ObservableValue<? extends Boolean> maximized, Boolean before, Boolean now) {
      maximized.removeListener(this);
      set();
    }
  }
}
