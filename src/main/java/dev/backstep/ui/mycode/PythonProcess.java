package dev.backstep.ui.mycode;

import dev.backstep.io.FilePermissions;
import dev.backstep.io.python.PythonSide;
import dev.backstep.io.python.WatchedCalls;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process that runs a Python file and watches it. What it prints goes into a file. */
final class PythonProcess {
  private static final String OUTPUT = "output.txt";
  private static final int LINES = 12;
  private static final int BYTES = 1 << 14;

  private final PythonFile asked;
  private @Nullable Process process;
  private boolean isStopped;

  PythonProcess(PythonFile asked) {
    this.asked = asked;
  }

  /** Starts it, unless it was stopped before. */
  synchronized void start() throws IOException {
    Path folder = asked.folder();
    FilePermissions.makePrivateFolder(folder);
    if (asked.isModuleToBeWritten()) {
      Files.writeString(asked.module(), PythonSide.text());
    }
    Files.deleteIfExists(folder.resolve(WatchedCalls.NAME));
    if (isStopped) {
      return;
    }
    ProcessBuilder builder =
        new ProcessBuilder(asked.command())
            .directory(asked.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(OUTPUT).toFile());
    // What it prints is read as UTF-8, and it has no window to draw into.
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    builder.environment().put("MPLBACKEND", "Agg");
    process = builder.start();
    process.getOutputStream().close();
  }

  /** The code that it ends with, once it has ended; no thread waits for it. */
  synchronized CompletableFuture<Integer> ended() {
    return process == null
        ? CompletableFuture.completedFuture(-1)
        : process.onExit().thenApply(Process::exitValue);
  }

  /** Ends it with all that it has started. */
  synchronized void stop() {
    isStopped = true;
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** The last lines that it has printed. */
  String output() {
    try (RandomAccessFile file =
        new RandomAccessFile(asked.folder().resolve(OUTPUT).toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(BYTES, file.length())];
      file.seek(file.length() - end.length);
      file.readFully(end);
      List<String> lines = new String(end, StandardCharsets.UTF_8).strip().lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }

  /** Deletes what was written. */
  void tidyUp() {
    try (Stream<Path> files = Files.list(asked.folder())) {
      files.map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      // Temporary files are tidied up by the system too.
    }
    asked.folder().toFile().delete();
  }
}
