package dev.backstep.ui.control;

import javafx.scene.input.KeyEvent;

/** What has keys of its own while it has the focus; they then mean nothing else. */
public interface OwnKeys {
  /** Whether a press of a key is one of its own. */
  boolean uses(KeyEvent event);
}
