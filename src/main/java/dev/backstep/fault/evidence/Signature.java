package dev.backstep.fault.evidence;

import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * By what numbers a fault gives itself away: how much each number of each cell, and each total
 * gradient, differs between a right and a wrong trace of one sequence.
 *
 * @param length T; if one of the traces is longer (padding), that of the other
 * @param cells the differences of each timestep, t ascending, in the order of computation
 * @param totals the differences of the weight gradients and of dh0 (and dc0), in the order of the
 *     net
 */
public record Signature(
    int length, Map<CheckedQuantity, List<Difference>> cells, Map<String, Difference> totals) {
  /** The gradient at h0, beside those of the parameters among the totals. */
  public static final String DH0 = "dh0";

  /** A number of a cell. */
  public record Place(CheckedQuantity judged, int timestep) {}

  public Signature {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
  }

  /**
   * Compares two traces of one sequence on the same weights. It takes O(T·H·(H + V)) and belongs on
   * another thread than the screen's where these are large.
   */
  public static Signature between(Trace right, Trace wrong) {
    int length = Math.min(right.length(), wrong.length());
    Map<CheckedQuantity, List<Difference>> cells = new LinkedHashMap<>();
    for (CheckedQuantity judged : CheckedQuantity.all(right.net())) {
      List<Difference> differences = new ArrayList<>();
      for (int t = 0; t < length; t++) {
        differences.add(Difference.between(judged.of(right, t), judged.of(wrong, t)));
      }
      cells.put(judged, List.copyOf(differences));
    }
    return new Signature(length, cells, totals(right, wrong));
  }

  /** The differences of the total gradients alone, which takes less than {@link #between}. */
  public static Map<String, Difference> totals(Trace right, Trace wrong) {
    Map<String, Difference> totals = new LinkedHashMap<>();
    for (String name : right.net().names()) {
      totals.put("d" + name, Difference.between(right.gradient(name), wrong.gradient(name)));
    }
    for (Vector state : right.net().states()) {
      totals.put(
          "d" + state + "0",
          Difference.between(right.initialGradient(state), wrong.initialGradient(state)));
    }
    return totals;
  }

  /** How much a number of cell t differs. */
  public Difference at(CheckedQuantity judged, int t) {
    return Objects.requireNonNull(cells.get(judged)).get(t);
  }

  /** The first number of the forward pass, t ascending, that is not exact. */
  public Optional<Place> firstWrongForward() {
    return firstForward(place -> !at(place.judged(), place.timestep()).isExact());
  }

  /** The first number of the backward pass, t descending, that is not exact. */
  public Optional<Place> firstWrong() {
    return firstBackward(place -> !at(place.judged(), place.timestep()).isExact());
  }

  /** The same, where errors up to a tolerance count as right. */
  public Optional<Place> firstWrong(double tolerance) {
    return firstBackward(place -> at(place.judged(), place.timestep()).exceeds(tolerance));
  }

  private Optional<Place> firstForward(Predicate<Place> isWrong) {
    List<Place> places = new ArrayList<>();
    for (int t = 0; t < length; t++) {
      places.addAll(places(Phase.FORWARD, t));
    }
    return places.stream().filter(isWrong).findFirst();
  }

  private Optional<Place> firstBackward(Predicate<Place> isWrong) {
    List<Place> places = new ArrayList<>();
    for (int t = length - 1; t >= 0; t--) {
      places.addAll(places(Phase.BACKWARD, t));
    }
    return places.stream().filter(isWrong).findFirst();
  }

  private List<Place> places(Phase phase, int t) {
    return cells.keySet().stream()
        .filter(judged -> judged.phase() == phase)
        .map(judged -> new Place(judged, t))
        .toList();
  }
}
