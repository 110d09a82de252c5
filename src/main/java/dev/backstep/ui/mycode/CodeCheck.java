package dev.backstep.ui.mycode;

import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.BestReading;
import dev.backstep.check.verdict.Entries;
import dev.backstep.check.verdict.RowJudgement;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.array.ArrayFileException;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What the check of one file came to.
 *
 * @param traces to step through
 * @param notes what is to be said of where the numbers come from
 */
public record CodeCheck(
    Verdict verdict, Diagnosis diagnosis, CodeTraces traces, List<String> notes) {
  /**
   * Reads a file, judges it and tries every known fault on it; it may take a second, so it is not
   * done on the thread of the screen.
   *
   * @param cancelled asked now and then; once true the diagnosis is worth nothing
   * @throws ArrayFileException if it cannot be read
   * @throws SubmissionException if nothing in it can be checked
   */
  static CodeCheck of(Path file, BooleanSupplier cancelled)
      throws ArrayFileException, SubmissionException {
    return of(verdict(file), List.of(), cancelled);
  }

  /** The same of a file that was judged already. */
  static CodeCheck of(Verdict verdict, List<String> notes, BooleanSupplier cancelled) {
    Diagnosis diagnosis = Diagnosis.of(verdict, cancelled);
    return new CodeCheck(verdict, diagnosis, CodeTraces.of(verdict, diagnosis), notes);
  }

  /** Reads a file and judges it, without a diagnosis. */
  static Verdict verdict(Path file) throws ArrayFileException, SubmissionException {
    Path last = file.getFileName();
    String name = last == null ? file.toString() : last.toString();
    return ArrayFile.read(file, arrays -> BestReading.verdict(name, arrays));
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
  public Entries entries() {
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
