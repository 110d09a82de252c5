package dev.backstep.ui.labbatch;

import dev.backstep.fault.batch.BatchEffect;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.fault.batch.BatchSpecimen;
import java.util.Arrays;
import java.util.List;

/**
 * How each fault of batches shows on one batch.
 *
 * @param unseen those that differ from what is right by no more than rounding
 * @param largest the largest difference that any of them makes
 */
record BatchSurvey(List<BatchFault> unseen, double largest) {
  /** Tries all; none of the batches is kept. */
  static BatchSurvey of(BatchSpecimen specimen) {
    double[] largest =
        tried().stream().mapToDouble(fault -> BatchEffect.of(fault, specimen).largest()).toArray();
    return new BatchSurvey(
        tried().stream()
            .filter(fault -> largest[tried().indexOf(fault)] <= BatchEffect.ROUNDING)
            .toList(),
        Arrays.stream(largest).max().orElse(0));
  }

  /** The faults that padding makes. */
  static List<BatchFault> tried() {
    return Arrays.stream(BatchFault.values()).filter(BatchFault::needsPadding).toList();
  }

  int seen() {
    return tried().size() - unseen.size();
  }
}
