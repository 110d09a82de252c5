package dev.backstep.check.verdict;

import dev.backstep.check.submission.Submission;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.PaddedBatch;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The loss of a batch with padding as a program computes it that makes a fault of batches: it may
 * be one of the padding too, and a mean over whatever the program takes for timesteps.
 *
 * @param submission with numbers as they were saved
 */
public record PaddedLoss(Submission submission, PaddedBatch padded) {
  /** By how much the sum of the losses may have been multiplied. */
  public DoubleStream factors(BatchFault fault) {
    return Stream.of(fault.batch(padded), padded.valid())
        .flatMap(batch -> LossFactor.of(batch).stream())
        .mapToDouble(LossFactor::factor)
        .distinct();
  }

  /** Whether the loss that was saved, if one was, is what a program with a fault reports. */
  public boolean isOf(BatchFault fault) {
    OptionalDouble saved = submission.loss().whole();
    double reported = fault.loss(padded, BackwardRules.RIGHT);
    return saved.isEmpty()
        || factors(fault)
            .anyMatch(
                factor ->
                    submission.isLoss(saved.getAsDouble(), factor * reported)
                        || (!fault.runsOn()
                            && submission.isLoss(
                                saved.getAsDouble(), factor * submission.right().totalLoss())));
  }

  /** Whether the loss that was saved is what a program with some fault of batches reports. */
  static boolean isKnown(Submission submission) {
    Submission saved = submission.asSaved();
    return saved.loss().whole().isPresent()
        && saved.padded().stream()
            .anyMatch(
                padded ->
                    BatchFault.of(padded).stream().anyMatch(new PaddedLoss(saved, padded)::isOf));
  }
}
