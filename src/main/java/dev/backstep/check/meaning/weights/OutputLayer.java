package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.NameWords;
import dev.backstep.check.meaning.names.Names;
import dev.backstep.check.meaning.source.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The matrix of the output, and its bias.
 *
 * @param matrix W3, (K, H) or (H, K); empty where there is none
 * @param bias bo, which is not there without the matrix
 */
record OutputLayer(Optional<Candidate> matrix, Optional<Candidate> bias, int outputs) {
  static final OutputLayer NONE = new OutputLayer(Optional.empty(), Optional.empty(), 0);

  /** The one that suits best, none if none suits. */
  static OutputLayer of(Inventory inventory, List<GateFamily> families, CellFinding cell) {
    Set<Candidate> ofGates =
        families.stream()
            .filter(family -> family.kind() == cell.kind())
            .filter(family -> family.one().length() == cell.hidden())
            .flatMap(family -> family.members().stream())
            .collect(Collectors.toSet());
    return inventory.candidates().stream()
        .filter(each -> !cell.matrices().contains(each) && each.has(cell.hidden()))
        .filter(each -> inventory.mapped().allows(each.name(), "W3"))
        .filter(each -> isLikely(each, inventory))
        .max(Comparator.comparingInt(each -> score(each, cell)))
        .map(each -> with(each, inventory, cell, ofGates))
        .orElse(NONE);
  }

  private static boolean isLikely(Candidate matrix, Inventory inventory) {
    if (inventory.mapped().isWeight(matrix.name())) {
      return true;
    }
    int name = matrix.score(NameWords.Role.OUTPUT);
    boolean mayBeMatrix = matrix.isMatrix() && matrix.hasGradient();
    return !matrix.isBias() && (name > 0 || (name > -NameWords.SURE && mayBeMatrix));
  }

  /** The first of two that suit as well wins: it stands before the other in the file. */
  private static int score(Candidate matrix, CellFinding cell) {
    int[] sizes = matrix.matrix();
    boolean isAlike = sizes[0] == sizes[1] || cell.isInRows() == (sizes[0] == cell.hidden());
    return 2 * matrix.score(NameWords.Role.OUTPUT)
        + (matrix.hasGradient() ? 10 : 0)
        + (matrix.isMatrix() ? 1 : 0)
        + (isAlike ? 1 : 0)
        + (matrix.name().contains("proj") ? 0 : 1);
  }

  private static OutputLayer with(
      Candidate matrix, Inventory inventory, CellFinding cell, Set<Candidate> ofGates) {
    int outputs = matrix.other(cell.hidden());
    Optional<Candidate> bias = bias(matrix, outputs, inventory, cell, ofGates);
    return new OutputLayer(Optional.of(matrix), bias, outputs);
  }

  /** Where K is H, a bias whose name does not tell is that of the cell. */
  private static Optional<Candidate> bias(
      Candidate matrix,
      int outputs,
      Inventory inventory,
      CellFinding cell,
      Set<Candidate> ofGates) {
    List<Candidate> all =
        inventory.candidates().stream()
            .filter(each -> each.length() == outputs && each != matrix)
            .filter(each -> !cell.matrices().contains(each) && !ofGates.contains(each))
            .filter(each -> cell.kind() != GateKind.GRU || !Biases.isOfReset(each, inventory))
            .filter(each -> inventory.mapped().allows(each.name(), "bo"))
            .filter(each -> Biases.isLikely(each, inventory))
            .toList();
    int least = outputs == cell.hidden() && cell.kind() == GateKind.PLAIN ? 1 : 0;
    Optional<Candidate> named =
        all.stream()
            .filter(each -> biasScore(each, matrix, cell, inventory) >= least)
            .max(
                Comparator.comparingInt(
                    (Candidate each) -> biasScore(each, matrix, cell, inventory)));
    boolean isSecond = outputs == cell.hidden() && cell.kind() == GateKind.PLAIN;
    return named.isEmpty() && isSecond && all.size() == 2 ? Optional.of(all.get(1)) : named;
  }

  private static int biasScore(
      Candidate bias, Candidate matrix, CellFinding cell, Inventory inventory) {
    if (inventory.mapped().isWeight(bias.name())) {
      return 100;
    }
    boolean isOfCell =
        cell.matrices().stream().anyMatch(each -> Names.areOfOneLayer(each.name(), bias.name()));
    return NameWords.outputBias(bias.name())
        + Names.common(matrix.name(), bias.name())
        + (bias.name().equals("c") ? 3 : 0)
        - (isOfCell ? 4 : 0);
  }

  /** The arrays. */
  List<Candidate> arrays() {
    return Stream.concat(matrix.stream(), bias.stream()).toList();
  }

  /** How well the names suit. */
  int score() {
    return matrix.map(each -> each.score(NameWords.Role.OUTPUT)).orElse(0);
  }

  /** Whether the shape says how it stands, and how: (H, K). */
  Optional<Boolean> isInRows(int hidden) {
    return matrix.filter(each -> outputs != hidden).map(each -> each.matrix()[0] == hidden);
  }

  /** W3 as (K, H), the likelier standing first. */
  List<Part> parts(int hidden, boolean isLikelyInRows) {
    List<Part> parts = new ArrayList<>();
    if (matrix.isPresent()) {
      Part there = matrix.get().part().matrix();
      boolean isFirstInRows = isInRows(hidden).orElse(isLikelyInRows);
      parts.add(isFirstInRows ? there.transposed() : there);
      if (outputs == hidden) {
        parts.add(isFirstInRows ? there : there.transposed());
      }
    }
    return parts;
  }
}
