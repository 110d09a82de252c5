package dev.backstep.check.reading;

import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each array of a file was taken for, by the project's names. */
final class TakenArrays {
  /** What is used wherever it is there. */
  private static final List<String> ALWAYS = List.of("x", "y", "lr", "chars");

  private final FoundArrays found;
  private final List<String> used;
  private final Map<String, List<String>> taken = new LinkedHashMap<>();

  private TakenArrays(FoundArrays found, List<String> used) {
    this.found = found;
    this.used = used;
  }

  /**
   * The project's names for each array that was used.
   *
   * @param used the names of the arrays that something was computed from or compared with
   */
  static Map<String, List<String>> of(
      FoundArrays found, Net net, boolean hasLoss, List<String> used, List<SuppliedRows> rows) {
    TakenArrays arrays = new TakenArrays(found, used);
    net.weights().forEach(weight -> arrays.addAll(net, weight));
    arrays.take("x", found.other("x"));
    arrays.take("y", found.other("y").filter(name -> hasLoss));
    for (Vector state : net.states()) {
      arrays.take(state + "0", found.other(state + "0"));
      String gradient = SuppliedTotal.ofState(state);
      arrays.take(gradient, found.other(gradient));
    }
    rows.forEach(each -> arrays.take(each.quantity().name(), Optional.of(each.name())));
    arrays.take("loss", found.other("loss"));
    List.of("lr", "chars").forEach(each -> arrays.take(each, found.other(each)));
    return arrays.taken;
  }

  private void addAll(Net net, Weight weight) {
    for (WeightPlace place : found.places(net, weight)) {
      take(weight.name(), Optional.of(place.array()));
      take(weight + "_after", found.after(net, weight, place));
    }
    for (WeightPlace place : found.gradients(net, weight)) {
      take(SuppliedTotal.ofWeight(weight), Optional.of(place.array()));
    }
  }

  private void take(String ours, Optional<String> array) {
    array
        .filter(name -> used.contains(name) || ALWAYS.contains(ours))
        .map(name -> taken.computeIfAbsent(name, each -> new ArrayList<>()))
        .filter(names -> !names.contains(ours))
        .ifPresent(names -> names.add(ours));
  }
}
