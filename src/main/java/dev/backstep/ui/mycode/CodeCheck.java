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
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Vector;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What the check of one file came to.
 *
 * @param traces to step through
 */
public record CodeCheck(Verdict verdict, Diagnosis diagnosis, CodeTraces traces) {
  /** What few programs keep; left out where it is not supplied, as the loss of a timestep is. */
  private static final Set<Vector> SELDOM = Set.of(Head.DH_FROM_OUTPUT, Cell.DH_FROM_LATER);

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
    Path last = file.getFileName();
    String name = last == null ? file.toString() : last.toString();
    Verdict verdict = ArrayFile.read(file, arrays -> BestReading.verdict(name, arrays));
    Diagnosis diagnosis = Diagnosis.of(verdict, cancelled);
    return new CodeCheck(verdict, diagnosis, CodeTraces.of(verdict, diagnosis));
  }

  /** The rows of the grid, in the order of computation. */
  public List<RowJudgement> rows() {
    return verdict.rows().stream().filter(row -> row.isSupplied() || !isSeldom(row)).toList();
  }

  private static boolean isSeldom(RowJudgement row) {
    return row.quantity() == null || SELDOM.contains(row.quantity());
  }

  /** Whether the loss is a number a timestep. */
  public boolean hasLossOfTimesteps() {
    return submission().loss().perTimestep().length > 0;
  }

  /** Single numbers of it, beside the right ones. */
  public Entries entries() {
    return verdict.entries();
  }

  /** What was judged. */
  public Submission submission() {
    return verdict.submission();
  }
}
