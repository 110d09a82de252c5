package dev.backstep.cli;

import dev.backstep.net.Net;
import java.nio.file.Path;
import java.util.Optional;

/** The part of the program that draws, as commands use it. Both return an exit code. */
public interface Desktop {
  /** Opens the window, and a text or a session in it if one is given; returns when closed. */
  int open(Optional<Path> file);

  /**
   * Renders as PNG into a folder, in both themes, without a display: every screen, or Step alone
   * with a run of a net.
   */
  int render(Path folder, Optional<Net> stepOf);

  /** Where there is nothing to draw on: what draws ends with 2. */
  Desktop NONE =
      new Desktop() {
        @Override
        public int open(Optional<Path> file) {
          return 2;
        }

        @Override
        public int render(Path folder, Optional<Net> stepOf) {
          return 2;
        }
      };
}
