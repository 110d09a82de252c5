package dev.backstep.trace;

import dev.backstep.math.MatrixView;
import dev.backstep.math.OneRow;
import dev.backstep.math.OuterProduct;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceBuffers;

/** What each cell adds to a weight gradient, by the rules of its backward pass. */
record CellShares(BackwardRules rules, SequenceBuffers buffers) {
  /** An outer product of the parameter's shape, or a row for a bias. */
  MatrixView of(String name, int t) {
    return switch (name) {
      case Parameters.W1 ->
          new OneRow(buffers.o(t).length, buffers.input(t), rules.shareOfW1(buffers, t));
      case Parameters.W2 ->
          new OuterProduct(rules.leftOfW2(buffers, t), rules.rightOfW2(buffers, t));
      case Parameters.W3 ->
          new OuterProduct(rules.leftOfW3(buffers, t), rules.rightOfW3(buffers, t));
      case Parameters.BH -> new OuterProduct(new double[] {1}, rules.shareOfBh(buffers, t));
      case Parameters.BO -> new OuterProduct(new double[] {1}, rules.shareOfBo(buffers, t));
      default -> throw new IllegalArgumentException("no parameter is called '" + name + "'");
    };
  }
}
