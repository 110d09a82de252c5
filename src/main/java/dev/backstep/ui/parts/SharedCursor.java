package dev.backstep.ui.parts;

import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.ScreenKey;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.input.KeyCode;

/** The one timestep at which two compared runs are looked at; it stays within their sequence. */
public final class SharedCursor {
  private final ReadOnlyIntegerWrapper timestep = new ReadOnlyIntegerWrapper();
  private int length = 1;

  /** The number of timesteps of the sequence that is shown now. */
  public void setLength(int timesteps) {
    length = timesteps;
    goTo(timestep.get());
  }

  /** To a timestep, or to the nearest that there is. */
  public void goTo(int wanted) {
    timestep.set(Math.max(0, Math.min(length - 1, wanted)));
  }

  public void previous() {
    goTo(timestep.get() - 1);
  }

  public void next() {
    goTo(timestep.get() + 1);
  }

  public void first() {
    goTo(0);
  }

  public void last() {
    goTo(length - 1);
  }

  /** The keys that move it. */
  public KeyLine keys() {
    return KeyLine.of(
        "parts.keys.cursor",
        ScreenKey.plain(KeyCode.LEFT, this::previous),
        ScreenKey.plain(KeyCode.RIGHT, this::next),
        ScreenKey.plain(KeyCode.HOME, this::first),
        ScreenKey.plain(KeyCode.END, this::last));
  }

  public ReadOnlyIntegerProperty timestepProperty() {
    return timestep.getReadOnlyProperty();
  }
}
