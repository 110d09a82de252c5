package dev.backstep.fault;

import static dev.backstep.fault.FaultGroup.BOOKKEEPING;

import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.PlainCell;
import dev.backstep.net.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sums over the timesteps that are none: of each weight, and of weights that other code keeps in
 * one matrix.
 */
final class WeightFaults {
  private static final String ASSIGN = "assign-not-add";
  private static final String LOST = "lost-accumulation";

  /** What a vanilla net loses has this name alone. */
  private static final String WITHOUT_WEIGHT = LOST + "-" + PlainCell.BH;

  private WeightFaults() {}

  /** Those of a net that have no constant of their own. */
  static List<Fault> of(Net net) {
    List<Fault> all = new ArrayList<>();
    Map<String, List<Weight>> sets = new LinkedHashMap<>();
    net.weights().forEach(weight -> sets.put(weight.name(), List.of(weight)));
    together(net).forEach((name, weights) -> sets.put(name, weights));
    sets.forEach((name, weights) -> all.add(assigned(name, weights)));
    sets.forEach((name, weights) -> all.add(lost(name, weights)));
    List<Weight> looked = net.weights().stream().filter(weight -> isLookedUp(net, weight)).toList();
    if (!looked.isEmpty()) {
      boolean isEmbedding = looked.equals(List.of(Input.E));
      if (!isEmbedding) {
        all.add(rowsAssigned(looked));
      }
      all.add(overwritten(isEmbedding ? "embedding" : "W1", looked));
    }
    Set<String> others =
        Fault.OF_PLAIN_CELLS.stream()
            .filter(fault -> fault.fits(net))
            .map(Fault::id)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(fault -> !others.contains(fault.id()))
        .filter(fault -> !(fault.id().equals(WITHOUT_WEIGHT) && others.contains(LOST)))
        .toList();
  }

  private static boolean isLookedUp(Net net, Weight weight) {
    return net.gradient(weight).isAtInput();
  }

  /** Weights that some code has in one matrix: of all gates, on [h, x], or both. */
  private static Map<String, List<Weight>> together(Net net) {
    List<Weight> cell = net.cell().weights();
    List<Weight> matrices = cell.stream().filter(weight -> !weight.isBias()).toList();
    Map<String, List<Weight>> sets = new LinkedHashMap<>();
    if (net.cell() instanceof PlainCell) {
      sets.put("W1-and-W2", matrices);
      return sets;
    }
    sets.put("W1-of-all-gates", named(cell, "W1_.*"));
    sets.put("W2-of-all-gates", named(cell, "W2_.*"));
    sets.put("b-of-all-gates", cell.stream().filter(Weight::isBias).toList());
    for (Weight each : named(cell, "W1_.*")) {
      String gate = each.name().substring("W1_".length());
      sets.put("W1-and-W2-of-" + gate, named(cell, "W[12]_" + gate));
    }
    sets.put("W1-and-W2-of-all-gates", matrices);
    return sets;
  }

  private static List<Weight> named(List<Weight> weights, String pattern) {
    return weights.stream().filter(weight -> weight.name().matches(pattern)).toList();
  }

  private static Set<String> names(List<Weight> weights) {
    return weights.stream().map(Weight::name).collect(Collectors.toSet());
  }

  /** {@code dW = …}; of an embedding the row alone is one that is assigned. */
  static Fault assigned(String name, List<Weight> weights) {
    Set<String> names = names(weights);
    if (weights.equals(List.of(Input.E))) {
      return Fault.of(
          Scope.CHECKS,
          ASSIGN + "-" + name,
          BOOKKEEPING,
          new FaultTextKey("assign-not-add-rows", weights, Optional.of(ShareLines.ROWS_ASSIGNED)),
          rules ->
              new Bookkeeping.RowsOverwritten(
                  rules, names, Bookkeeping.RowsOverwritten.Kept.FIRST));
    }
    return Fault.of(
        Scope.CHECKS,
        ASSIGN + "-" + name,
        BOOKKEEPING,
        new FaultTextKey(ASSIGN, weights, Optional.of(ShareLines.ASSIGNED)),
        rules -> new Bookkeeping.AssignNotAdd(rules, names));
  }

  private static Fault lost(String name, List<Weight> weights) {
    Set<String> names = names(weights);
    return Fault.of(
        Scope.CHECKS,
        LOST + "-" + name,
        BOOKKEEPING,
        new FaultTextKey(LOST + "-of", weights, Optional.of(ShareLines.LOST)),
        rules -> new Bookkeeping.LostAccumulation(rules, names));
  }

  private static Fault rowsAssigned(List<Weight> looked) {
    Set<String> names = names(looked);
    return Fault.of(
        Scope.CHECKS,
        "assign-not-add-rows-of-W1",
        BOOKKEEPING,
        new FaultTextKey("assign-not-add-rows", looked, Optional.of(ShareLines.ROWS_ASSIGNED)),
        rules ->
            new Bookkeeping.RowsOverwritten(rules, names, Bookkeeping.RowsOverwritten.Kept.FIRST));
  }

  private static Fault overwritten(String what, List<Weight> looked) {
    Set<String> names = names(looked);
    return Fault.of(
        Scope.CHECKS,
        what + "-rows-overwritten",
        BOOKKEEPING,
        new FaultTextKey("rows-overwritten", looked, Optional.of(ShareLines.ROWS_AT_ONCE)),
        rules ->
            new Bookkeeping.RowsOverwritten(rules, names, Bookkeeping.RowsOverwritten.Kept.LAST));
  }
}
