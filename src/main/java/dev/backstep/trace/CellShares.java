package dev.backstep.trace;

import dev.backstep.math.MatrixView;
import dev.backstep.math.OneRow;
import dev.backstep.math.OuterProduct;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.model.Share;

/** What each cell adds to a weight gradient, by the rules of its backward pass. */
record CellShares(Shape shape, BackwardRules rules, SequenceBuffers buffers) {
  /** An outer product of the parameter's shape, or a row for a bias. */
  MatrixView of(String name, int t) {
    Share share = new Share(shape.net(), shape.net().weight(name));
    double[] right = rules.right(share, buffers, t);
    if (share.isAtInput()) {
      return new OneRow(shape.vocabulary(), buffers.input(t), right);
    }
    double[] left = share.isRow() ? new double[] {1} : rules.left(share, buffers, t);
    return new OuterProduct(left, right);
  }
}
