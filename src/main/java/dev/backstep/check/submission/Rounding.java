package dev.backstep.check.submission;

import dev.backstep.math.Kernels;
import dev.backstep.model.Batch;
import dev.backstep.model.GradientCheck;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far rounding alone takes the right numbers: the pass is run again with what is given, and
 * what is kept, moved by one unit in its last place. A net whose weights are large amplifies that
 * until no two right programs agree, and what is off by no more cannot be judged.
 */
public final class Rounding {
  /** Of a pass that rounds exactly. */
  public static final Rounding NONE = new Rounding(Precision.FLOAT64, null, List.of());

  /** So many times as far as a few passes show, rounding may take a program. */
  public static final double ROOM = 10;

  /** From here on nearly every vector of about that length is within reach. */
  private static final double TELLS_NOTHING = 0.5;

  private static final int PASSES = 4;

  private final Precision precision;

  /** Null where no pass is moved. */
  private final @Nullable Computed right;

  private final List<Computed> moved;
  private final Map<List<Object>, Reach> reaches = new ConcurrentHashMap<>();

  private Rounding(Precision precision, @Nullable Computed right, List<Computed> moved) {
    this.precision = precision;
    this.right = right;
    this.moved = moved;
  }

  /** By a few passes. */
  public static Rounding of(Batch given, Precision precision, Computed right) {
    List<Computed> moved = new ArrayList<>();
    for (int pass = 1; pass <= PASSES; pass++) {
      MovedRules rules = new MovedRules(given.net(), precision, pass);
      moved.add(Computed.of(rules.moved(given), rules));
    }
    return new Rounding(precision, right, moved);
  }

  /** In how many digits the program is taken to have computed. */
  public Precision precision() {
    return precision;
  }

  /** How far it takes a quantity of a timestep. */
  public Reach of(Vector quantity, int t) {
    return reach(List.of(quantity, t), computed -> computed.row(quantity, t));
  }

  /** How far it takes dW1, dW2, dW3, dbh, dbo or dh0. */
  public Reach of(String gradient) {
    return reach(List.of(gradient), computed -> computed.total(gradient));
  }

  /** How far it takes the loss of a timestep. */
  public Reach ofLoss(int t) {
    return reach(List.of(t), computed -> new double[] {computed.lossOfOutput(t)});
  }

  /** How far it takes the sum of the losses. */
  public Reach ofLoss() {
    return reach(List.of(), computed -> new double[] {computed.lossOfOutputs()});
  }

  private Reach reach(List<Object> key, Function<Computed, double[]> part) {
    return reaches.computeIfAbsent(key, each -> reach(part));
  }

  private Reach reach(Function<Computed, double[]> part) {
    double furthest = 0;
    double shortest = Double.POSITIVE_INFINITY;
    double longest = 0;
    for (Computed each : moved) {
      double[] numbers = part.apply(each);
      double norm = norm(numbers);
      furthest = Math.max(furthest, GradientCheck.error(numbers, part.apply(right)));
      shortest = Math.min(shortest, norm);
      longest = Math.max(longest, norm);
    }
    return moved.isEmpty() ? Reach.NONE : new Reach(furthest, longest / shortest);
  }

  private static double norm(double[] values) {
    return Math.sqrt(Kernels.dot(values, values));
  }

  /**
   * How far rounding takes one vector.
   *
   * @param error the largest relative error of the passes
   * @param stretch how many times as long as the shortest the longest of them is
   */
  public record Reach(double error, double stretch) {
    static final Reach NONE = new Reach(0, 1);

    /** Whether numbers may be others that were rounded. */
    public boolean covers(double[] yours, double[] expected) {
      double length = norm(yours) / norm(expected);
      double longest = ROOM * stretch;
      return error > 0
          && GradientCheck.error(yours, expected) <= ROOM * error
          && length <= longest
          && length >= 1 / longest;
    }

    /** Whether it covers too much for a vector within it to prove anything. */
    public boolean tellsNothing() {
      return ROOM * error >= TELLS_NOTHING;
    }
  }
}
