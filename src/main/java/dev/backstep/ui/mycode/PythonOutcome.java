package dev.backstep.ui.mycode;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.io.array.ArrayFileException;
import dev.backstep.io.python.WatchedCalls;
import dev.backstep.text.ProgramError;
import dev.backstep.words.Texts;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What came of running a Python file.
 *
 * @param check of the call that is shown; null if there is none
 * @param said what it came to, in a sentence
 * @param output the last lines that it printed, where it failed
 * @param saved when the file had been saved before it was run
 */
record PythonOutcome(@Nullable CodeCheck check, String said, String output, long saved) {
  /**
   * Starts a process and judges what it has caught when it has ended. No thread waits for it.
   *
   * @param cancelled asked now and then; once true what comes of it is worth nothing
   */
  static CompletableFuture<PythonOutcome> of(
      PythonFile asked, PythonProcess process, BooleanSupplier cancelled, Texts texts) {
    return CompletableFuture.supplyAsync(() -> start(process, asked.file().toFile()))
        .thenCompose(
            saved ->
                process
                    .ended()
                    .thenApply(code -> of(asked, process, code, saved, cancelled, texts)))
        .exceptionally(failure -> notStarted(asked, failure, texts));
  }

  /** Starts the process; when the file had been saved then. */
  private static long start(PythonProcess process, File file) {
    try {
      long saved = file.lastModified();
      process.start();
      return saved;
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static PythonOutcome notStarted(PythonFile asked, Throwable failure, Texts texts) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String why =
        cause instanceof RuntimeException mistake
            ? ProgramError.reason(mistake)
            : String.valueOf(cause.getMessage());
    String sentence = texts.of("mycode.python.not-started", asked.python());
    return new PythonOutcome(null, sentence, why, asked.file().toFile().lastModified());
  }

  private static PythonOutcome of(
      PythonFile asked,
      PythonProcess process,
      int code,
      long saved,
      BooleanSupplier cancelled,
      Texts texts) {
    if (code != 0) {
      String sentence = texts.of("mycode.python.ended", code);
      return new PythonOutcome(null, sentence, process.output(), saved);
    }
    try {
      WatchedCalls watched = WatchedCalls.read(asked.folder());
      if (watched.calls().isEmpty()) {
        throw new IOException("nothing was caught");
      }
      WatchedCheck check = WatchedCheck.of(asked.folder(), watched, cancelled);
      return new PythonOutcome(check.check(), sentence(check, texts), "", saved);
    } catch (ArrayFileException | SubmissionException refused) {
      return new PythonOutcome(null, String.valueOf(refused.getMessage()), "", saved);
    } catch (IOException e) {
      return new PythonOutcome(null, texts.of("mycode.python.no-list"), process.output(), saved);
    } catch (RuntimeException failure) {
      return new PythonOutcome(null, ProgramError.reason(failure) + ".", "", saved);
    }
  }

  private static String sentence(WatchedCheck check, Texts texts) {
    boolean isRight = check.check().verdict().agrees();
    return texts.count(
        check.judged(),
        isRight ? "mycode.python.right" : "mycode.python.wrong",
        check.call().function(),
        check.call().number(),
        check.judged());
  }
}
