package dev.backstep.ui.mycode;

import dev.backstep.io.python.PythonSide;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A Python file that is to be run and watched.
 *
 * @param python the name or the path of a Python
 * @param function the function to be watched; empty for those that return with gradients
 * @param folder where the arrays are to be written, and the module too if it is not shipped
 */
record PythonFile(Path file, String python, String function, Path folder) {
  /** What every shell takes as it stands. */
  private static final String PLAIN = "[\\p{L}\\p{N}_./:@%+=,\\\\-]+";

  /** A name for a folder that is not there yet. */
  static Path newFolder() {
    String name = "backstep-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    return Path.of(System.getProperty("java.io.tmpdir")).resolve(name);
  }

  /** The module that watches it, which is where it is shipped or else in the folder. */
  Path module() {
    return PythonSide.shipped().orElse(folder.resolve(PythonSide.NAME));
  }

  boolean isModuleToBeWritten() {
    return module().startsWith(folder);
  }

  /** The folder that the file is in, in which it is run: it may read data beside it. */
  Path home() {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
  }

  /** What is run. */
  List<String> command() {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(python, module().toString(), "--watch", file.toString()));
    if (!function.isEmpty()) {
      command.addAll(List.of("--function", function));
    }
    command.addAll(List.of("--out", folder.toString()));
    return command;
  }

  /** What is run as it would be typed. */
  String shown() {
    return command().stream().map(PythonFile::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String argument) {
    return argument.matches(PLAIN) ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }
}
