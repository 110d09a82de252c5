package dev.backstep.trace;

import dev.backstep.math.MatrixView;
import dev.backstep.math.OneRow;
import dev.backstep.math.OuterProduct;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.model.Share;

/**
 * The cells' shares in a weight gradient, by the rules of its backward pass.
 *
 * @param shape as the rules compute it
 */
record CellShares(Shape shape, BackwardRules rules, SequenceBuffers buffers) {
  /** An outer product of the parameter's shape, or a row for a bias. */
  MatrixView of(String name, int t) {
    Share share = new Share(shape, rules, name);
    double[] right = share.right(buffers, t);
    return share.isAtInput()
        ? new OneRow(shape.vocabulary(), buffers.input(t), right)
        : new OuterProduct(share.left(buffers, t), right);
  }
}
