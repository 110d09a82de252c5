package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.NameWords;
import dev.backstep.check.meaning.source.Part;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The matrix whose rows are the inputs of the cell, by id.
 *
 * @param matrix (V, D) or (D, V)
 */
record Embedding(Candidate matrix, int inputs) {
  /** The one that suits best among what is not spoken for. */
  static Optional<Embedding> of(
      Inventory inventory, CellFinding cell, Collection<Candidate> spokenFor) {
    return inventory.candidates().stream()
        .filter(each -> each.isMatrix() && each.has(cell.inputs()) && !spokenFor.contains(each))
        .filter(each -> inventory.mapped().allows(each.name(), "E"))
        .filter(each -> isLikely(each, inventory))
        .filter(each -> !each.isBias())
        .max(Comparator.comparingInt(Embedding::score))
        .map(each -> new Embedding(each, cell.inputs()));
  }

  private static boolean isLikely(Candidate matrix, Inventory inventory) {
    int name = score(matrix);
    boolean isGradientThere =
        matrix.hasGradient() || inventory.candidates().stream().noneMatch(Candidate::hasGradient);
    boolean isNamed = name >= NameWords.ONE_END || (name > 0 && isGradientThere);
    return inventory.mapped().isWeight(matrix.name())
        || isNamed
        || (name == 0 && matrix.hasGradient());
  }

  private static int score(Candidate matrix) {
    return matrix.score(NameWords.Role.EMBEDDING);
  }

  /** V. */
  int vocabulary() {
    return matrix.other(inputs);
  }

  /** E as (V, D). */
  Part part() {
    int[] sizes = matrix.matrix();
    boolean isInColumns = sizes[0] == inputs && sizes[1] != inputs;
    return isInColumns ? matrix.part().transposed() : matrix.part();
  }
}
