package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.math.Kernels;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether what is wrong in totals can come from the timesteps of this sequence, each with some
 * other gradient: {@code Σₜ left(t)ᵀ·something(t)}. What was added to them from elsewhere can not,
 * as long as there are more rows in the totals than timesteps.
 */
final class OwnTimesteps {
  /** Of float32 no more is asked than that. */
  private static final double LOOSEST = 1e-2;

  /** What is left of a vector where it is along others. */
  private static final double ALONG = 1e-9;

  private final Submission submission;
  private final Computed right;
  private final TimestepShares shares;
  private final Map<String, double[]> rest;

  OwnTimesteps(Submission submission, Computed right) {
    this.submission = submission;
    this.right = right;
    shares = new TimestepShares(right);
    rest = new Remainder(submission, right).rest();
  }

  /** Whether there is something in the totals that no timestep can have added. */
  boolean holdMore() {
    return groups().values().stream()
        .filter(group -> group.stream().anyMatch(this::isWrong))
        .anyMatch(this::holdsMore);
  }

  private boolean isWrong(SuppliedTotal total) {
    return !submission.agree(total, right.total(total.gradient()));
  }

  /** The totals that are sums with the same gradient, that of a gate or of the output. */
  private Map<Expr, List<SuppliedTotal>> groups() {
    Net net = submission.given().net();
    Map<Expr, List<SuppliedTotal>> groups = new LinkedHashMap<>();
    submission.totals().stream()
        .filter(SuppliedTotal::isOfWeight)
        .forEach(
            total ->
                groups
                    .computeIfAbsent(
                        net.gradient(net.weight(total.weight())).right(), key -> new ArrayList<>())
                    .add(total));
    return groups;
  }

  private boolean holdsMore(List<SuppliedTotal> group) {
    List<double[]> directions = directions(group);
    double size = 0;
    double more = 0;
    for (double[] column : columns(group)) {
      size += Kernels.dot(column, column);
      double[] left = without(column, directions);
      more += Kernels.dot(left, left);
    }
    double least = Math.min(1e3 * submission.tolerance().relative(), LOOSEST);
    return Math.sqrt(more) > least * Math.sqrt(size) && size > 0;
  }

  /** Orthogonal ones, in which everything lies that the timesteps add. */
  private List<double[]> directions(List<SuppliedTotal> group) {
    List<double[]> directions = new ArrayList<>();
    for (int t = 0; t < submission.length(); t++) {
      double[] stacked = stacked(group, t);
      double[] more = without(stacked, directions);
      double norm = Remainder.norm(more);
      if (norm > ALONG * Remainder.norm(stacked)) {
        directions.add(Reduction.times(more, 1 / norm));
      }
    }
    return directions;
  }

  private double[] stacked(List<SuppliedTotal> group, int t) {
    return group.stream()
        .flatMapToDouble(total -> Arrays.stream(shares.left(total.weight(), t)))
        .toArray();
  }

  /** What is too much, column by column, of all totals of a group one below the other. */
  private List<double[]> columns(List<SuppliedTotal> group) {
    int height = stacked(group, 0).length;
    int width = 0;
    for (SuppliedTotal total : group) {
      width += total.entries().length;
    }
    width /= height;
    List<double[]> columns = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      columns.add(column(group, column, width, height));
    }
    return columns;
  }

  private double[] column(List<SuppliedTotal> group, int column, int width, int height) {
    double[] all = new double[height];
    int row = 0;
    for (SuppliedTotal total : group) {
      double[] entries = Objects.requireNonNull(rest.get(total.weight()));
      for (int i = column; i < entries.length; i += width) {
        all[row++] = entries[i];
      }
    }
    return all;
  }

  /** Twice, since the first time leaves what rounding does. */
  static double[] without(double[] vector, List<double[]> directions) {
    double[] rest = vector.clone();
    for (int pass = 0; pass < 2; pass++) {
      for (double[] direction : directions) {
        rest = Remainder.minus(rest, Reduction.times(direction, Kernels.dot(rest, direction)));
      }
    }
    return rest;
  }
}
