package dev.backstep.ui.common;

import java.io.File;
import java.util.Optional;
import java.util.function.Function;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * A question for a file in the system's own window. While it is open the owner cannot be resized,
 * and some window managers, openbox among them, take that for a reason to end its being maximised.
 */
public record SystemDialog(Window owner) {
  /** The file that is chosen, if one is; the owner is maximised afterwards if it was before. */
  public Optional<File> ask(Function<Window, File> chooser) {
    boolean wasMaximized = owner instanceof Stage stage && stage.isMaximized();
    File chosen = chooser.apply(owner);
    if (wasMaximized) {
      Stage stage = (Stage) owner;
      RequestedSize.ask(() -> !stage.isMaximized(), () -> stage.setMaximized(true));
    }
    return Optional.ofNullable(chosen);
  }
}
