package dev.backstep.ui.common;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** The question to the user where something is to be saved. */
public interface SavePlace {
  /**
   * Asks for a file.
   *
   * @param name the name that is suggested, with its ending
   * @param kind what kind of file it is, in words
   * @return nothing if the user does not want to after all
   */
  Optional<Path> ask(Window owner, String name, String kind);
}
