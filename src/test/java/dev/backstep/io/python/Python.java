package dev.backstep.io.python;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The end of a Python script, run by the python3 of the PATH. It is started once and gets one
 * script after the other, each with names of its own, because NumPy takes longer to import than a
 * script to run.
 */
record Python(int exitCode, String output) {
  private static final Path RUNNER = Path.of("src", "test", "python", "run_scripts.py");
  private static Process runner;

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
  static synchronized Python run(String script) throws IOException {
    if (runner == null) {
      runner =
          new ProcessBuilder("python3", "-B", RUNNER.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    }
    byte[] code = script.getBytes(StandardCharsets.US_ASCII);
    DataOutputStream out = new DataOutputStream(runner.getOutputStream());
    out.writeInt(code.length);
    out.write(code);
    out.flush();
    DataInputStream in = new DataInputStream(runner.getInputStream());
    int exitCode = in.readInt();
    return new Python(exitCode, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
  }

  /**
   * Runs a script as its user does, as a program of its own that is read from standard input.
   *
   * @throws IOException if there is no python3
   */
  static Python runAlone(String script) throws IOException {
    ProcessBuilder python = new ProcessBuilder("python3", "-").redirectErrorStream(true);
    // Whatever the locale of the machine is, the output is read as UTF-8 here.
    python.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = python.start();
    // Python reads all of the script before it runs any of it, so neither side waits for the other.
    try (var in = process.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.US_ASCII));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Python(process.onExit().join().exitValue(), output);
  }
}
