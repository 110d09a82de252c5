package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.PaddedLoss;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.BatchPass;
import dev.backstep.model.PaddedBatch;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Recognises what goes wrong with the padding of a batch. */
final class BatchFaults {
  private final Submission submission;

  BatchFaults(Submission submission) {
    this.submission = submission.asSaved();
  }

  /** Those that give all of these numbers; where one gives the loss too, the others are none. */
  List<GradientChange> found() {
    if (submission.padded().isEmpty()) {
      return List.of();
    }
    PaddedBatch padded = submission.padded().get();
    PaddedLoss loss = new PaddedLoss(submission, padded);
    List<BatchFault> found =
        BatchFault.of(padded).stream()
            .filter(loss::isOf)
            .filter(fault -> fits(fault, padded, BackwardRules.RIGHT))
            .toList();
    return found.stream().map(BatchFaults::change).toList();
  }

  /** One of them with a fault of the cell besides. */
  List<Explanation> with(List<Trial> trials, BooleanSupplier cancelled) {
    if (submission.padded().isEmpty()) {
      return List.of();
    }
    PaddedBatch padded = submission.padded().get();
    PaddedLoss loss = new PaddedLoss(submission, padded);
    List<Explanation> found = new ArrayList<>();
    for (BatchFault fault : BatchFault.of(padded)) {
      if (loss.isOf(fault)) {
        trials.stream()
            .map(Trial::fault)
            .filter(each -> !cancelled.getAsBoolean())
            .filter(each -> fits(fault, padded, each.rules()))
            .map(each -> new Explanation(change(fault), each))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static GradientChange change(BatchFault fault) {
    return new GradientChange(GradientChange.Kind.BATCH, 1, fault.id());
  }

  private boolean fits(BatchFault fault, PaddedBatch padded, BackwardRules rules) {
    BatchPass pass = fault.pass(padded, rules);
    return new PaddedLoss(submission, padded)
        .factors(fault)
        .anyMatch(factor -> fits(fault, padded, pass, factor));
  }

  private boolean fits(BatchFault fault, PaddedBatch padded, BatchPass pass, double factor) {
    return submission.totals().stream()
            .allMatch(total -> submission.agree(total, Reduction.times(total(pass, total), factor)))
        && submission.rows().stream()
            .allMatch(
                rows ->
                    fits(fault, padded, pass, rows, 1)
                        || (rows.quantity().phase() == Phase.BACKWARD
                            && fits(fault, padded, pass, rows, factor)));
  }

  private static double[] total(BatchPass pass, SuppliedTotal total) {
    if (total.isOfWeight()) {
      return pass.gradients().get(total.weight()).data;
    }
    Net net = pass.batch().net();
    Vector state =
        net.states().stream()
            .filter(each -> SuppliedTotal.ofState(each).equals(total.gradient()))
            .findFirst()
            .orElseThrow();
    return IntStream.range(0, pass.batch().size())
        .mapToObj(b -> pass.initialGradient(state, b))
        .flatMapToDouble(DoubleStream::of)
        .toArray();
  }

  private boolean fits(
      BatchFault fault, PaddedBatch padded, BatchPass pass, SuppliedRows rows, double factor) {
    if (!pass.has(rows.quantity())) {
      return true;
    }
    return IntStream.range(0, submission.length())
        .allMatch(
            t -> {
              int sequence = submission.batch().sequence(t);
              int at = t - submission.batch().start(sequence) + fault.begin(padded, sequence);
              double[] row = Objects.requireNonNull(pass.row(rows.quantity(), sequence, at));
              return submission.agree(rows, t, Reduction.times(row, factor));
            });
  }
}
