package dev.backstep.ui.shell;

import dev.backstep.ui.settings.StateChoice;
import javafx.scene.control.ToggleButton;

/**
 * The two buttons for the hidden state that sequences begin with; the other modes light neither.
 */
final class StateButtons {
  private final MainViewModel main;
  private final ToggleButton zero;
  private final ToggleButton carried;

  StateButtons(MainViewModel main, ToggleButton zero, ToggleButton carried) {
    this.main = main;
    this.zero = zero;
    this.carried = carried;
    zero.setOnAction(event -> choose(StateChoice.ZERO));
    carried.setOnAction(event -> choose(StateChoice.CARRIED));
    main.settings().stateProperty().addListener(observable -> show());
    show();
  }

  private void choose(StateChoice choice) {
    main.applied().choose(choice);
    show();
  }

  private void show() {
    StateChoice choice = main.settings().stateProperty().get();
    zero.setSelected(choice == StateChoice.ZERO);
    carried.setSelected(choice == StateChoice.CARRIED);
  }
}
