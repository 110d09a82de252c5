package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.NameWords;
import dev.backstep.check.meaning.source.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A GRU with one matrix on [x, h] for both gates and another one on [x, r * h] for the candidate,
 * as TensorFlow's GRUCell has them: (D+H, 2H) and (D+H, H), or both transposed.
 *
 * @param gates of r and z in blocks
 * @param candidate of n
 * @param isInRows whether their rows are those of x and h
 */
record SplitGates(Candidate gates, Candidate candidate, boolean isInRows, int score)
    implements CellFinding {
  private static final List<String> ORDERS = List.of("rzn", "zrn");

  /** All pairs whose sizes fit, where names or biases say that they go together. */
  static List<CellFinding> all(Inventory inventory) {
    List<CellFinding> all = new ArrayList<>();
    for (Candidate gates : inventory.candidates()) {
      for (Candidate candidate : inventory.candidates()) {
        for (boolean isInRows : new boolean[] {true, false}) {
          if (fits(gates, candidate, isInRows)) {
            add(inventory, new SplitGates(gates, candidate, isInRows, 0), all);
          }
        }
      }
    }
    return all;
  }

  private static boolean fits(Candidate gates, Candidate candidate, boolean isInRows) {
    if (gates == candidate || !gates.isMatrix() || !candidate.isMatrix()) {
      return false;
    }
    int units = isInRows ? 1 : 0;
    int hidden = candidate.shape()[units];
    int both = candidate.shape()[1 - units];
    return both > hidden && gates.shape()[units] == 2 * hidden && gates.shape()[1 - units] == both;
  }

  private static void add(Inventory inventory, SplitGates cell, List<CellFinding> all) {
    boolean isAllowed =
        inventory.mapped().allows(cell.gates().name(), "W2_r")
            && inventory.mapped().allows(cell.candidate().name(), "W2_n");
    int name = nameScore(cell.gates().name(), cell.candidate().name());
    boolean hasBiases = hasBias(inventory, 2 * cell.hidden()) && hasBias(inventory, cell.hidden());
    if (isAllowed && name > 0 && (hasBiases || name > 1) && inventory.mayRead(cell.inputs())) {
      all.add(new SplitGates(cell.gates(), cell.candidate(), cell.isInRows(), 2 * name));
    }
  }

  private static boolean hasBias(Inventory inventory, int length) {
    return inventory.candidates().stream().anyMatch(each -> each.length() == length);
  }

  /** How well two names suit: 2 where both say it. */
  private static int nameScore(String gates, String candidate) {
    String first = NameWords.bare(gates).toLowerCase(Locale.ROOT);
    String second = NameWords.bare(candidate).toLowerCase(Locale.ROOT);
    boolean isOfGates = first.matches(".*gate.*|(w|u|k)?_?(g|zr|rz|ru|ur|uz)(_?w)?");
    boolean isOfCandidate =
        second.matches(".*(cand|tilde|hat|new|prop).*|(w|u|k)?_?(c|h|n|hh)(_?w)?");
    return (isOfGates ? 1 : 0) + (isOfCandidate ? 1 : 0);
  }

  @Override
  public GateKind kind() {
    return GateKind.GRU;
  }

  @Override
  public int hidden() {
    return candidate.shape()[isInRows ? 1 : 0];
  }

  @Override
  public int inputs() {
    return candidate.shape()[isInRows ? 0 : 1] - hidden();
  }

  @Override
  public List<Candidate> matrices() {
    return List.of(gates, candidate);
  }

  @Override
  public Candidate recurrent() {
    return gates;
  }

  @Override
  public boolean isStacked() {
    return true;
  }

  @Override
  public boolean isJoint() {
    return true;
  }

  @Override
  public boolean tells() {
    return true;
  }

  @Override
  public List<WeightLayout> ways(Dialect dialect, boolean areRows) {
    List<WeightLayout> ways = new ArrayList<>();
    for (String order : ORDERS) {
      int doubt = 2 * ORDERS.indexOf(order);
      boolean isStateFirst = NameWords.bare(gates.name()).matches("w_?[a-z]{1,2}");
      ways.add(way(order, isStateFirst, doubt));
      ways.add(way(order, !isStateFirst, doubt + 1));
    }
    return ways;
  }

  private WeightLayout way(String order, boolean isStateFirst, int doubt) {
    Map<String, Part> matrices = new HashMap<>();
    for (String gate : kind().gates()) {
      Part both = part(gate, order);
      int first = isStateFirst ? hidden() : inputs();
      String ofFirst = GateKind.name(isStateFirst ? "W2" : "W1", gate);
      String ofSecond = GateKind.name(isStateFirst ? "W1" : "W2", gate);
      matrices.put(ofFirst, both.first(0, first));
      matrices.put(ofSecond, both.after(0, first));
    }
    String names = gates.name() + " and " + candidate.name();
    List<String> remarks =
        List.of(
            names + " are read as on " + (isStateFirst ? "[h, x]." : "[x, h]."),
            StackedGates.order(gates.name(), order.substring(0, 2)));
    return new WeightLayout(matrices, order, isInRows, doubt, remarks);
  }

  /** The matrix of a gate, its rows those of x and h. */
  private Part part(String gate, String order) {
    if (gate.equals("n")) {
      return isInRows ? candidate.part() : candidate.part().transposed();
    }
    Part all = isInRows ? gates.part() : gates.part().transposed();
    return all.block(1, order.indexOf(gate), hidden());
  }

  /** The part of the bias of the gates and of that of the candidate which a gate has. */
  Part bias(Part ofGates, Part ofCandidate, String gate, String order) {
    return gate.equals("n") ? ofCandidate : ofGates.block(0, order.indexOf(gate), hidden());
  }
}
