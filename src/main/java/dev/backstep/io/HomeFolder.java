package dev.backstep.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the user. It is what {@code HOME} says, as for every other program, while Java by
 * itself takes it from the list of users; where neither has one there is none.
 */
public final class HomeFolder {
  private static final String PROPERTY = "user.home";

  private static final Optional<Path> HERE =
      of(System.getProperty("os.name"), System.getenv(), System.getProperty(PROPERTY, ""));

  private HomeFolder() {}

  /** The folder of who runs the program; nothing if there is none. */
  public static Optional<Path> here() {
    return HERE;
  }

  /**
   * The folder on some machine. Only Windows knows of it without the variable.
   *
   * @param system the name of the operating system
   * @param environment its variables
   * @param listed what Java takes it for; "?" where the user is not listed
   */
  static Optional<Path> of(String system, Map<String, String> environment, String listed) {
    boolean isWindows = system.toLowerCase(Locale.ROOT).startsWith("windows");
    Optional<Path> said = isWindows ? Optional.empty() : absolute(environment.get("HOME"));
    return said.isPresent() ? said : absolute(listed);
  }

  private static Optional<Path> absolute(@Nullable String folder) {
    try {
      return Optional.ofNullable(folder).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Has everything in this program take it for the folder of the user: preferences, and what JavaFX
   * and AWT keep. Where there is none they get one for this time, or they would take the folder
   * that is called "?".
   */
  public static void use() {
    HERE.or(HomeFolder::forThisTime)
        .ifPresent(folder -> System.setProperty(PROPERTY, folder.toString()));
  }

  private static Optional<Path> forThisTime() {
    try {
      Path folder = Files.createTempDirectory("backstep-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return Optional.of(folder);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // Temporary files are tidied up by the system too.
    }
  }
}
