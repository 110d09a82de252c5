package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.net.Cell;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which arrays of a file are weights and their gradients, in one of the ways in which they may be
 * meant.
 *
 * @param dialect whose names they are
 * @param cells which they may be of, the likeliest first; the numbers decide
 * @param arrays the weights W1 (D,H) W2 (H,H) W3 (K,H) bh (H) bo (K), W1_i … b_hn, E (V,D), and
 *     their gradients dW1 …, by our names; of a gradient that is there twice, as of the two biases
 *     of PyTorch, both
 * @param inputs D, what a cell reads
 * @param hidden H
 * @param outputs K; 0 where there is no output layer
 * @param vocabulary V, the rows of an embedding; D where there is none
 * @param used the arrays of the file that are spoken for
 * @param remarks a sentence about each thing that was taken for granted
 */
public record Weights(
    Dialect dialect,
    List<Cell> cells,
    Map<String, List<Source>> arrays,
    int inputs,
    int hidden,
    int outputs,
    int vocabulary,
    Set<String> used,
    List<String> remarks) {
  public Weights {
    cells = List.copyOf(cells);
    arrays = Map.copyOf(arrays);
    used = Set.copyOf(used);
    remarks = List.copyOf(remarks);
  }
}
