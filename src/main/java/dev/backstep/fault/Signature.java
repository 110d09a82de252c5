package dev.backstep.fault;

import dev.backstep.model.Parameters;
import dev.backstep.trace.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
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
 * @param cells the differences of each timestep, t ascending
 * @param totals the differences of dW1, dW2, dW3, dbh, dbo and dh0, in this order
 */
public record Signature(
    int length, Map<CheckedQuantity, List<Difference>> cells, Map<String, Difference> totals) {
  /** The gradient at h0, beside those of the parameters among the totals. */
  public static final String DH0 = "dh0";

  /** A number of a cell. */
  public record Place(CheckedQuantity judged, int timestep) {}

  public Signature {
    cells = Collections.unmodifiableMap(new EnumMap<>(cells));
    totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
  }

  /**
   * Compares two traces of one sequence on the same weights. It takes O(T·H·(H + V)) and belongs on
   * another thread than the screen's where these are large.
   */
  public static Signature between(Trace right, Trace wrong) {
    int length = Math.min(right.length(), wrong.length());
    Map<CheckedQuantity, List<Difference>> cells = new EnumMap<>(CheckedQuantity.class);
    for (CheckedQuantity judged : CheckedQuantity.values()) {
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
    for (String name : Parameters.NAMES) {
      totals.put("d" + name, Difference.between(right.gradient(name), wrong.gradient(name)));
    }
    totals.put(
        DH0,
        Difference.between(
            CheckedQuantity.DH_PREV.of(right, 0), CheckedQuantity.DH_PREV.of(wrong, 0)));
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
      places.add(new Place(CheckedQuantity.H, t));
      places.add(new Place(CheckedQuantity.O, t));
    }
    return places.stream().filter(isWrong).findFirst();
  }

  private Optional<Place> firstBackward(Predicate<Place> isWrong) {
    List<Place> places = new ArrayList<>();
    for (int t = length - 1; t >= 0; t--) {
      for (CheckedQuantity judged : CheckedQuantity.backward()) {
        places.add(new Place(judged, t));
      }
    }
    return places.stream().filter(isWrong).findFirst();
  }
}
