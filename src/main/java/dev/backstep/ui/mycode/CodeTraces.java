package dev.backstep.ui.mycode;

import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.verdict.JudgedEntry;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.Examination;
import dev.backstep.fault.evidence.Signature;
import dev.backstep.math.Combined;
import dev.backstep.math.MatrixView;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.arithmetic.Derivation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sequence of the user's program, to be stepped through.
 *
 * @param right as it should be
 * @param yours as the program seems to have computed it; null where no fault is named that gives
 *     every number
 * @param first the number that went wrong first; null where none is known
 */
public record CodeTraces(Trace right, @Nullable Trace yours, @Nullable Entry first) {
  /** Goes through the sequence; it belongs on another thread than the screen's. */
  static CodeTraces of(Verdict verdict, Diagnosis diagnosis) {
    Trace right = verdict.entries().trace();
    Trace yours =
        diagnosis.explanations().stream()
            .findFirst()
            .flatMap(explanation -> explanation.trace(verdict.submission()))
            .orElse(null);
    Entry first =
        verdict
            .firstWrong()
            .flatMap(CodeTraces::cell)
            .or(() -> Optional.ofNullable(yours).flatMap(wrong -> firstWrong(right, wrong)))
            .orElse(null);
    return new CodeTraces(right, yours, first);
  }

  /** Which number of a cell was judged; nothing if it is of the whole sequence. */
  static Optional<Entry> cell(JudgedEntry judged) {
    return judged
        .derivation()
        .map(Derivation::entry)
        .filter(entry -> judged.timestep() >= 0 && entry instanceof Entry.OfCell);
  }

  /** Where only totals were supplied, the fault tells in which cell they began to go wrong. */
  private static Optional<Entry> firstWrong(Trace right, Trace wrong) {
    Signature signature = Signature.between(right, wrong);
    return signature
        .firstWrongForward()
        .or(() -> signature.firstWrong(Examination.TOLERANCE))
        .map(place -> worst(place.judged(), place.timestep(), right, wrong));
  }

  private static Entry worst(CheckedQuantity judged, int t, Trace right, Trace wrong) {
    MatrixView off = Combined.difference(judged.of(wrong, t), judged.of(right, t));
    int worst = 0;
    for (int i = 1; i < off.rows() * off.cols(); i++) {
      worst = size(off, i) > size(off, worst) ? i : worst;
    }
    return judged.isShare()
        ? new Entry.OfShare(judged.parameter(), t, worst / off.cols(), worst % off.cols())
        : new Entry.OfCell(judged.quantity(), t, worst);
  }

  private static double size(MatrixView matrix, int entry) {
    return Math.abs(matrix.get(entry / matrix.cols(), entry % matrix.cols()));
  }
}
