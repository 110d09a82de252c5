package dev.backstep.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The python3 of the PATH, which gets its script through standard input. */
record Python(int exitCode, String output) {
  static boolean hasNumPy() {
    try {
      return run("import numpy").exitCode == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Runs a script to its end.
   *
   * @throws IOException if there is no python3
   */
  static Python run(String script) throws IOException {
    ProcessBuilder python = new ProcessBuilder("python3", "-").redirectErrorStream(true);
    // Whatever the locale of the machine is, the output is read as UTF-8 here.
    python.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = python.start();
    // Python reads all of the script before it runs any of it, so neither side waits for the other.
    try (OutputStream in = process.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.US_ASCII));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Python(process.onExit().join().exitValue(), output);
  }
}
