package dev.backstep.fault;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.SequenceBuffers;

/** Rules by which another character stands in the place of the target. */
final class WrongVectors {
  private WrongVectors() {}

  /** {@code e = o_t − y_{t−1}}, which is the character that was just read; x_0 for the first. */
  static final class TargetOffByOne extends ChangedRules {
    TargetOffByOne(BackwardRules rules) {
      super(rules);
    }

    @Override
    public int target(SequenceBuffers buffers, int t) {
      return t == 0 ? buffers.input(0) : buffers.target(t - 1);
    }
  }

  /** {@code e = o_t − y_{t−1}}; y[−1] is the last target, as Python counts. */
  static final class TargetWrapsAround extends ChangedRules {
    TargetWrapsAround(BackwardRules rules) {
      super(rules);
    }

    @Override
    public int target(SequenceBuffers buffers, int t) {
      return buffers.target(t == 0 ? buffers.length() - 1 : t - 1);
    }
  }
}
