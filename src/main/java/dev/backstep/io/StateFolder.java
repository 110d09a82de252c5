package dev.backstep.io;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where each system wants a program to keep what it needs to go on after it ended. */
public final class StateFolder {
  private StateFolder() {}

  /** The folder of this user on this machine; it may not exist yet. */
  public static Path here() {
    return of(
        System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * The folder on some machine.
   *
   * @param system the name of the operating system
   * @param environment its variables
   * @param home the folder of the user
   */
  static Path of(String system, Map<String, String> environment, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return folder(environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"))
          .resolve("Backstep");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Backstep");
    }
    return folder(environment.get("XDG_STATE_HOME"), home.resolve(".local").resolve("state"))
        .resolve("backstep");
  }

  /** The XDG specification has relative paths ignored. */
  private static Path folder(String variable, Path otherwise) {
    return variable == null || !Path.of(variable).isAbsolute() ? otherwise : Path.of(variable);
  }
}
