package dev.backstep.ui.mycode;

import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.diagnosis.Explanation;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.verdict.JudgedEntry;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.fault.evidence.Signature;
import dev.backstep.math.Combined;
import dev.backstep.math.MatrixView;
import dev.backstep.model.Batch;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.arithmetic.Derivation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The sequences of the user's program, to be stepped through one at a time. */
public final class CodeTraces {
  private final Verdict verdict;
  private final CodeColumns columns;
  private final @Nullable Explanation explanation;
  private final Map<Integer, Optional<Trace>> yours = new ConcurrentHashMap<>();
  private final int sequence;
  private final @Nullable Entry first;

  private CodeTraces(Verdict verdict, Diagnosis diagnosis) {
    this.verdict = verdict;
    columns = new CodeColumns(verdict.submission());
    explanation = diagnosis.explanations().stream().findFirst().orElse(null);
    sequence =
        verdict
            .firstWrong()
            .filter(wrong -> wrong.timestep() >= 0)
            .map(wrong -> columns.sequence(wrong.timestep()))
            .orElse(0);
    first =
        verdict
            .firstWrong()
            .flatMap(CodeTraces::cell)
            .or(() -> Optional.ofNullable(yours()).flatMap(wrong -> firstWrong(right(), wrong)))
            .orElse(null);
  }

  /** Goes through the sequence; it belongs on another thread than the screen's. */
  static CodeTraces of(Verdict verdict, Diagnosis diagnosis) {
    return new CodeTraces(verdict, diagnosis);
  }

  /** The sequence in which something went wrong first; the first where nothing did. */
  public int sequence() {
    return sequence;
  }

  /** The number of it that went wrong first; null where none is known. */
  public @Nullable Entry first() {
    return first;
  }

  /** The sequence in which something went wrong first, as it should be. */
  public Trace right() {
    return right(sequence);
  }

  /** A sequence as it should be. */
  public Trace right(int which) {
    return verdict.entries().trace(which);
  }

  /** The one in which something went wrong first, as {@link #yours(int)}. */
  public @Nullable Trace yours() {
    return yours(sequence);
  }

  /**
   * A sequence as the program seems to have computed it; null where no fault is named that gives
   * every number, or Step has no picture of it.
   */
  public @Nullable Trace yours(int which) {
    return yours.computeIfAbsent(which, this::wrong).orElse(null);
  }

  private Optional<Trace> wrong(int which) {
    return Optional.ofNullable(explanation)
        .filter(found -> columns.canBeSteppedThrough())
        .flatMap(found -> found.trace(alone(which)));
  }

  private Submission alone(int which) {
    Submission all = verdict.submission();
    Batch batch = all.batch();
    return all.hasMany()
        ? all.on(new Batch(List.of(batch.sequences().get(which)), batch.truncation()))
        : all;
  }

  /** Which number of a cell was judged; nothing if it is of all timesteps. */
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
        .or(() -> signature.firstWrong(FaultEffect.TOLERANCE))
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
