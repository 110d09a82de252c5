package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.NameWords;
import dev.backstep.check.meaning.names.Names;
import dev.backstep.check.meaning.source.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The matrices of a cell without gates.
 *
 * @param input W1, (D, H) or (H, D)
 * @param recurrent W2, (H, H)
 */
record PlainWeights(Candidate input, Candidate recurrent, int score) implements CellFinding {
  /** All pairs of a square matrix and another one that has its size. */
  static List<CellFinding> all(Inventory inventory) {
    List<CellFinding> all = new ArrayList<>();
    for (Candidate square : inventory.candidates()) {
      if (!square.isSquare() || !inventory.mapped().allows(square.name(), "W2")) {
        continue;
      }
      int hidden = square.shape()[0];
      for (Candidate other : inventory.candidates()) {
        if (other != square
            && other.has(hidden)
            && inventory.mapped().allows(other.name(), "W1")
            && mayBeInput(other)) {
          all.add(new PlainWeights(other, square, score(other, square)));
        }
      }
    }
    return all;
  }

  /** A vector is a matrix of one input only where its name says so. */
  private static boolean mayBeInput(Candidate other) {
    return other.isMatrix() || other.score(NameWords.Role.INPUT) > 0;
  }

  private static int score(Candidate input, Candidate recurrent) {
    return input.score(NameWords.Role.INPUT)
        + recurrent.score(NameWords.Role.RECURRENT)
        + (Names.areOfOneLayer(input.name(), recurrent.name()) ? 2 : 0);
  }

  @Override
  public GateKind kind() {
    return GateKind.PLAIN;
  }

  @Override
  public int inputs() {
    return input.other(hidden());
  }

  @Override
  public int hidden() {
    return recurrent.shape()[0];
  }

  @Override
  public List<Candidate> matrices() {
    return List.of(input, recurrent);
  }

  @Override
  public boolean isInRows() {
    return input.matrix()[1] == hidden();
  }

  @Override
  public List<WeightLayout> ways(Dialect dialect, boolean areRows) {
    Part ofInput =
        !input.isMatrix() && areRows ? input.part().matrix().transposed() : input.part().matrix();
    Part ofState = recurrent.part();
    return CellOrientation.of(
            ofInput.shape(), inputs(), hidden(), areRows, DialectNames.isFixed(dialect))
        .stream()
        .map(
            each ->
                new WeightLayout(
                    Map.of("W1", each.input(ofInput), "W2", each.state(ofState)),
                    "",
                    each.isInputInRows(),
                    each.doubt(),
                    each.remarks(input.name(), recurrent.name())))
        .toList();
  }
}
