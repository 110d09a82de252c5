package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.NameWords;
import dev.backstep.check.meaning.names.Names;
import dev.backstep.check.meaning.source.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two matrices in which the gates are blocks: (GH, D) and (GH, H), or (D, GH) and (H, GH), or with
 * an axis of gates before those of the matrices.
 */
record StackedGates(GateKind kind, Candidate input, Candidate recurrent, int score)
    implements CellFinding {
  /** How much less likely each next order of the gates is than any standing of the first. */
  static final int OF_ORDER = 10;

  /** All pairs whose sizes fit. */
  static List<CellFinding> all(Inventory inventory) {
    List<CellFinding> all = new ArrayList<>();
    for (GateKind kind : List.of(GateKind.LSTM, GateKind.GRU)) {
      for (Candidate recurrent : inventory.candidates()) {
        if (hidden(kind, recurrent) > 0 && inventory.mapped().allows(recurrent.name(), "W2")) {
          for (Candidate input : inventory.candidates()) {
            if (input != recurrent
                && fits(kind, input, recurrent)
                && inventory.mapped().allows(input.name(), "W1")) {
              all.add(new StackedGates(kind, input, recurrent, score(input, recurrent)));
            }
          }
        }
      }
    }
    return all;
  }

  private static int score(Candidate input, Candidate recurrent) {
    return input.score(NameWords.Role.INPUT)
        + recurrent.score(NameWords.Role.RECURRENT)
        + (Names.areOfOneLayer(input.name(), recurrent.name()) ? 2 : 0)
        + (areOfOneName(input.name(), recurrent.name()) ? 2 : 0);
  }

  /** Of names that differ in the last letter, U is the matrix of the state before: lstm_U. */
  private static boolean areOfOneName(String input, String recurrent) {
    return input.endsWith("W")
        && (recurrent.endsWith("U") || recurrent.endsWith("R"))
        && input.length() == recurrent.length()
        && recurrent.startsWith(input.substring(0, input.length() - 1));
  }

  /** H; 0 if the sizes of the matrix are not those of as many gates. */
  private static int hidden(GateKind kind, Candidate recurrent) {
    int[] shape = recurrent.shape();
    if (shape.length == 3) {
      return shape[0] == kind.count() && shape[1] == shape[2] ? shape[1] : 0;
    }
    if (shape.length != 2) {
      return 0;
    }
    int smaller = Math.min(shape[0], shape[1]);
    return Math.max(shape[0], shape[1]) == kind.count() * smaller ? smaller : 0;
  }

  private static boolean fits(GateKind kind, Candidate input, Candidate recurrent) {
    int hidden = hidden(kind, recurrent);
    int[] shape = input.shape();
    if (shape.length != recurrent.shape().length) {
      return false;
    }
    if (shape.length == 3) {
      return shape[0] == kind.count() && (shape[1] == hidden || shape[2] == hidden);
    }
    return shape[gateAxis(recurrent)] == kind.count() * hidden;
  }

  /** The axis of blocks, which is the longer one. */
  private static int gateAxis(Candidate recurrent) {
    int[] shape = recurrent.shape();
    return shape[0] > shape[1] ? 0 : 1;
  }

  private boolean hasGateAxis() {
    return input.shape().length == 3;
  }

  @Override
  public int hidden() {
    return hidden(kind, recurrent);
  }

  @Override
  public int inputs() {
    int[] shape = input.shape();
    if (hasGateAxis()) {
      return shape[1] == hidden() ? shape[2] : shape[1];
    }
    return shape[1 - gateAxis(recurrent)];
  }

  @Override
  public List<Candidate> matrices() {
    return List.of(input, recurrent);
  }

  @Override
  public boolean isStacked() {
    return true;
  }

  @Override
  public boolean tells() {
    return !hasGateAxis() || inputs() != hidden();
  }

  @Override
  public boolean isInRows() {
    return hasGateAxis() ? input.shape()[2] == hidden() : gateAxis(recurrent) == 1;
  }

  @Override
  public List<WeightLayout> ways(Dialect dialect, boolean areRows) {
    List<WeightLayout> ways = new ArrayList<>();
    int rank = 0;
    boolean isOfLayers = recurrent.name().endsWith(".weight");
    for (String order : kind.orders(isOfLayers ? Dialect.PYTORCH : dialect)) {
      for (CellOrientation standing : standings(dialect, areRows)) {
        ways.add(way(order, standing, rank));
      }
      rank++;
    }
    return ways;
  }

  private List<CellOrientation> standings(Dialect dialect, boolean areRows) {
    if (!hasGateAxis()) {
      return List.of(new CellOrientation(isInRows(), isInRows(), 0));
    }
    int[] shape = input.shape();
    int[] sizes = {shape[1], shape[2]};
    return CellOrientation.of(sizes, inputs(), hidden(), areRows, DialectNames.isFixed(dialect));
  }

  private WeightLayout way(String order, CellOrientation standing, int rank) {
    Map<String, Part> matrices = new HashMap<>();
    for (int block = 0; block < kind.count(); block++) {
      String gate = order.substring(block, block + 1);
      matrices.put(GateKind.name("W1", gate), standing.input(block(input, block)));
      matrices.put(GateKind.name("W2", gate), standing.state(block(recurrent, block)));
    }
    List<String> remarks = new ArrayList<>(standing.remarks(input.name(), recurrent.name()));
    remarks.add(order(input.name() + " and " + recurrent.name(), order));
    return new WeightLayout(
        matrices, order, standing.isInputInRows(), standing.doubt() + OF_ORDER * rank, remarks);
  }

  static String order(String names, String order) {
    return "The blocks of " + names + " are read as " + String.join(" ", order.split("", 0)) + ".";
  }

  private Part block(Candidate of, int block) {
    return hasGateAxis()
        ? of.part().at(0, block)
        : of.part().block(gateAxis(recurrent), block, hidden());
  }
}
