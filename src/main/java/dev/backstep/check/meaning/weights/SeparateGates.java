package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.NameWords;
import dev.backstep.check.meaning.source.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The matrices of a cell with gates, two for each gate.
 *
 * @param input W1, (D, H) or (H, D) each
 * @param state W2, (H, H) each
 */
record SeparateGates(GateFamily input, GateFamily state, int score) implements CellFinding {
  /** All pairs of a family of square matrices and another one that has their size. */
  static List<CellFinding> all(List<GateFamily> families) {
    List<CellFinding> all = new ArrayList<>();
    for (GateFamily state : families) {
      if (!state.one().isSquare()) {
        continue;
      }
      int hidden = state.one().shape()[0];
      for (GateFamily input : families) {
        if (input.kind() == state.kind()
            && input.one().has(hidden)
            && input.one().isMatrix()
            && Collections.disjoint(input.members(), state.members())) {
          all.add(new SeparateGates(input, state, score(input, state)));
        }
      }
    }
    return all;
  }

  private static int score(GateFamily input, GateFamily state) {
    return score(input, NameWords.Role.INPUT) + score(state, NameWords.Role.RECURRENT);
  }

  /** Beside gates W is the matrix of the input, and U that of the state before. */
  private static int score(GateFamily family, NameWords.Role role) {
    String bare = family.bare().replaceAll("[_.]", "").toLowerCase(Locale.ROOT);
    return switch (bare) {
      case "w", "weight" -> role == NameWords.Role.INPUT ? 2 : -1;
      case "u", "r" -> role == NameWords.Role.RECURRENT ? 2 : -1;
      default -> NameWords.score(family.bare().replaceAll("[_.]+$", ""), role);
    };
  }

  @Override
  public GateKind kind() {
    return input.kind();
  }

  @Override
  public int inputs() {
    return input.one().other(hidden());
  }

  @Override
  public int hidden() {
    return state.one().shape()[0];
  }

  @Override
  public List<Candidate> matrices() {
    return Stream.concat(input.members().stream(), state.members().stream()).toList();
  }

  @Override
  public Candidate recurrent() {
    return state.one();
  }

  @Override
  public boolean isInRows() {
    return input.one().matrix()[1] == hidden();
  }

  @Override
  public List<WeightLayout> ways(Dialect dialect, boolean areRows) {
    int[] shape = input.one().shape();
    return CellOrientation.of(shape, inputs(), hidden(), areRows, DialectNames.isFixed(dialect))
        .stream()
        .map(this::way)
        .toList();
  }

  private WeightLayout way(CellOrientation standing) {
    Map<String, Part> matrices = new HashMap<>();
    for (String gate : kind().gates()) {
      matrices.put(GateKind.name("W1", gate), standing.input(input.get(gate).part()));
      matrices.put(GateKind.name("W2", gate), standing.state(state.get(gate).part()));
    }
    return new WeightLayout(
        matrices,
        kind().letters(),
        standing.isInputInRows(),
        standing.doubt(),
        standing.remarks(input.pattern(), state.pattern()));
  }
}
