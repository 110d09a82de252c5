package dev.backstep.ui.mycode;

import dev.backstep.check.reading.Programs;
import dev.backstep.io.python.WatchedCalls;
import dev.backstep.math.NdArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A script in place of Python, which hands out prepared calls instead of running a file. */
record FakePython(Path folder) {
  /** Notes how it was called, then does the rest. Its last argument is the folder of the arrays. */
  private static final String BEGIN =
      "#!/bin/sh\ncd \"$(dirname \"$0\")\"\necho \"$0 $*\" >> called.txt\nfor out; do :; done\n";

  static FakePython in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("prepared"));
    FakePython python = new FakePython(folder);
    python.does("cp prepared/* \"$out\"");
    return python;
  }

  Path path() {
    return folder.resolve("python");
  }

  void does(String lines) throws IOException {
    Files.writeString(path(), BEGIN + lines + "\n");
    path().toFile().setExecutable(true);
  }

  /** How it was called, each time. */
  List<String> called() throws IOException {
    Path list = folder.resolve("called.txt");
    return Files.exists(list) ? Files.readAllLines(list) : List.of();
  }

  /** Prepares the arrays of a call. */
  void prepare(String name, Map<String, NdArray> arrays) throws IOException {
    Programs.saved(folder.resolve("prepared"), name, arrays);
  }

  /** Prepares the list of calls. */
  void list(String... calls) throws IOException {
    Files.writeString(
        folder.resolve("prepared").resolve(WatchedCalls.NAME),
        "{\"calls\": [" + String.join(", ", calls) + "], \"notes\": [\"It was stopped.\"]}");
  }

  static String call(String file, int number, String within, int parts) {
    return """
    {"file": "%s", "function": "lossFun", "call": %d, "within": %s, "calls": %d,
     "notes": ["hs: a dict."], "leftOut": {"params": "has no shape"}}\
    """
        .formatted(file, number, within, parts);
  }

  static String call(String file, int number) {
    return call(file, number, "null", 0);
  }
}
