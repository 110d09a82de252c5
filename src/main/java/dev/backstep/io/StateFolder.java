package dev.backstep.io;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where each system wants a program to keep what it needs to go on after it ended. */
public final class StateFolder {
  private StateFolder() {}

  /**
   * The folder of this user on this machine; it may not exist yet. Nothing where it is not said,
   * and the user has no folder in which it could be.
   */
  public static Optional<Path> here() {
    return of(System.getProperty("os.name"), System.getenv(), HomeFolder.here());
  }

  /**
   * The folder on some machine.
   *
   * @param system the name of the operating system
   * @param environment its variables
   * @param home the folder of the user
   */
  static Optional<Path> of(String system, Map<String, String> environment, Optional<Path> home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return folder(environment.get("LOCALAPPDATA"), home, "AppData", "Local")
          .map(folder -> folder.resolve("Backstep"));
    }
    if (name.startsWith("mac")) {
      return folder(null, home, "Library", "Application Support")
          .map(folder -> folder.resolve("Backstep"));
    }
    return folder(environment.get("XDG_STATE_HOME"), home, ".local", "state")
        .map(folder -> folder.resolve("backstep"));
  }

  /** The XDG specification has relative paths ignored. */
  private static Optional<Path> folder(
      @Nullable String variable, Optional<Path> home, String first, String second) {
    return variable == null || !Path.of(variable).isAbsolute()
        ? home.map(folder -> folder.resolve(first).resolve(second))
        : Optional.of(Path.of(variable));
  }
}
