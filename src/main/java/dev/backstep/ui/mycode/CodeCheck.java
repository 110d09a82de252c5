package dev.backstep.ui.mycode;

import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.reading.ReadableArrays;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.BestReading;
import dev.backstep.check.verdict.LargestErrors;
import dev.backstep.check.verdict.RowJudgement;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.array.ArrayFileException;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What the check of one file came to.
 *
 * @param traces to step through
 * @param notes what is to be said of where the numbers come from
 * @param reading the file and how it was said to be read
 */
public record CodeCheck(
    Verdict verdict,
    Diagnosis diagnosis,
    CodeTraces traces,
    List<String> notes,
    CodeReading reading) {
  /**
   * Reads a file, judges it and tries every known fault on it; it may take a second, so it is not
   * done on the thread of the screen.
   *
   * @param mapped the file's name of an array by our name, as the user says it
   * @param notes what is to be said of where the numbers come from
   * @param cancelled asked now and then; once true the diagnosis is worth nothing
   * @throws ArrayFileException if it cannot be read
   * @throws SubmissionException if nothing in it can be checked
   */
  static CodeCheck of(
      Path file, Map<String, String> mapped, List<String> notes, BooleanSupplier cancelled)
      throws ArrayFileException, SubmissionException {
    return of(judged(file, mapped), notes, cancelled);
  }

  /** Reads a file and judges it, without a diagnosis. */
  static Judged judged(Path file, Map<String, String> mapped)
      throws ArrayFileException, SubmissionException {
    return ArrayFile.read(
        file,
        arrays ->
            new Judged(
                BestReading.verdict(name(file), arrays, mapped),
                CodeReading.of(file, ReadableArrays.of(arrays).arrays(), mapped)));
  }

  /** What was judged of a file, and how it was read. */
  record Judged(Verdict verdict, CodeReading reading) {}

  /** The check of a file that was judged already. */
  static CodeCheck of(Judged judged, List<String> notes, BooleanSupplier cancelled) {
    Verdict verdict = judged.verdict();
    Diagnosis diagnosis = Diagnosis.of(verdict, cancelled);
    return new CodeCheck(
        verdict, diagnosis, CodeTraces.of(verdict, diagnosis), notes, judged.reading());
  }

  private static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }

  /** The rows of the grid, in the order of computation; what few programs keep if it is there. */
  public List<RowJudgement> rows() {
    return verdict.rows().stream().filter(row -> row.isSupplied() || !isSeldom(row)).toList();
  }

  /** What few programs keep: parts of a sum; and the loss of a timestep. */
  private boolean isSeldom(RowJudgement row) {
    Vector quantity = row.quantity();
    return quantity == null
        || (submission().shape().net().ruleOf(quantity) instanceof Rule.OfVector rule
            && !rule.equation().left().equals(quantity));
  }

  /** Whether the loss is a number a timestep. */
  public boolean hasLossOfTimesteps() {
    return submission().loss().perTimestep().length > 0;
  }

  /** Single numbers of it, beside the right ones. */
  public LargestErrors entries() {
    return verdict.entries();
  }

  /** The columns of the grid. */
  public CodeColumns columns() {
    return new CodeColumns(submission());
  }

  /** What was judged. */
  public Submission submission() {
    return verdict.submission();
  }
}
