package dev.backstep.check.verdict;

import dev.backstep.check.submission.Submission;
import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where a target stands at every timestep, the loss that was saved may all the same be that of the
 * last one alone: one thing is said of each sequence.
 */
final class PlaceOfLoss {
  private static final String REMARK =
      "The loss is that of the last timestep of each sequence alone, so only that counts.";

  private final Submission submission;

  PlaceOfLoss(Submission submission) {
    this.submission = submission;
  }

  /** The submission with the losses that count; the same where the loss says nothing else. */
  Submission placed() {
    Batch batch = submission.batch();
    OptionalDouble saved = submission.loss().whole();
    boolean mayBeOfLast =
        saved.isPresent()
            && batch.net().head().output().isPresent()
            && !batch.net().head().isWeighted()
            && batch.timesteps() > batch.size();
    if (!mayBeOfLast || isLoss(saved.getAsDouble(), submission.right().totalLoss(), batch)) {
      return submission;
    }
    Batch atLast = atLast(batch.weighted());
    Submission placed = submission.on(atLast);
    return isLoss(saved.getAsDouble(), placed.right().totalLoss(), atLast)
        ? placed.remarking(REMARK)
        : submission;
  }

  /** Whether the loss that was saved is one that the submission has; true where none was. */
  boolean isThere() {
    OptionalDouble saved = submission.loss().whole();
    Submission placed = placed();
    return saved.isEmpty()
        || isLoss(saved.getAsDouble(), placed.right().totalLoss(), placed.batch());
  }

  private boolean isLoss(double saved, double sum, Batch batch) {
    return LossFactor.of(batch).stream()
        .anyMatch(each -> submission.isLoss(saved, sum * each.factor()));
  }

  private static Batch atLast(Batch weighted) {
    List<Example> sequences =
        weighted.sequences().stream()
            .map(
                each -> {
                  double[] weights = new double[each.length()];
                  weights[weights.length - 1] = 1;
                  return new Example(
                      each.weights(), each.sequence().weighted(weights), each.states());
                })
            .toList();
    return new Batch(sequences, weighted.truncation());
  }
}
