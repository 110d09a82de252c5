package dev.backstep.trace;

import dev.backstep.net.Equation;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of the gradients of every timestep: of the error, and of the whole gradient of each
 * state with the parts that it is added up from; and a logarithmic axis on which all of them stand.
 * The axis is that of the whole sequence, so that it stays while the backward pass is stepped
 * through.
 */
public final class GradientNorms {
  /** Sizes that are smaller than the largest by more decades stand at the lower end. */
  private static final int MOST_DECADES = 6;

  private static final int LEAST_DECADES = 2;

  /** What a gradient is in its sum. */
  public enum Kind {
    /** The gradient at what the net puts out. */
    ERROR,
    /** The part of a whole gradient that comes from its own timestep. */
    OWN,
    /** The part that the timestep after hands back. */
    HANDED_BACK,
    /** The whole. */
    TOTAL
  }

  /** A gradient of which there is a size for each timestep. */
  public record Series(Vector vector, Kind kind) {}

  private final List<Series> series;
  private final double[][] norms;
  private final int length;
  private final int lowest;
  private final int highest;

  /**
   * @param norms of each series, of each timestep
   */
  GradientNorms(List<Series> series, double[][] norms, int length) {
    this.series = series;
    this.norms = norms;
    this.length = length;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double[] each : norms) {
      for (double norm : each) {
        if (norm > 0 && norm < Double.POSITIVE_INFINITY) {
          least = Math.min(least, norm);
          most = Math.max(most, norm);
        }
      }
    }
    highest = most == 0 ? 0 : (int) Math.ceil(StrictMath.log10(most));
    int deepest = most == 0 ? highest : (int) Math.floor(StrictMath.log10(least));
    lowest = Math.max(highest - MOST_DECADES, Math.min(highest - LEAST_DECADES, deepest));
  }

  public static GradientNorms of(Trace trace) {
    List<Series> series = series(trace.net());
    double[][] norms = new double[series.size()][trace.length()];
    for (int i = 0; i < norms.length; i++) {
      for (int t = 0; t < trace.length(); t++) {
        norms[i][t] = trace.norm(series.get(i).vector(), t);
      }
    }
    return new GradientNorms(series, norms, trace.length());
  }

  /** The gradients of a net, each sum after its parts. */
  public static List<Series> series(Net net) {
    List<Series> series = new ArrayList<>();
    if (net.vectors().contains(Head.E)) {
      series.add(new Series(Head.E, Kind.ERROR));
    }
    for (Vector state : net.states()) {
      Vector total = net.gradientOf(state);
      for (Equation part : ((Rule.OfVector) net.ruleOf(total)).parts()) {
        Kind kind = part.isHandedOver() ? Kind.HANDED_BACK : Kind.OWN;
        series.add(new Series(part.left(), kind));
      }
      series.add(new Series(total, Kind.TOTAL));
    }
    return List.copyOf(series);
  }

  public List<Series> series() {
    return series;
  }

  /** The Euclidean norm of a series at a timestep. */
  public double norm(Series of, int t) {
    return norms[series.indexOf(of)][t];
  }

  /** The number of timesteps. */
  public int length() {
    return length;
  }

  /** The power of ten at the lower end of the axis. */
  public int lowest() {
    return lowest;
  }

  /** The power of ten at its upper end. */
  public int highest() {
    return highest;
  }

  /** Where a size stands on the axis, 0 … 1 from end to end; what is not finite is at the end. */
  public double share(double norm) {
    if (!Double.isFinite(norm)) {
      return 1;
    }
    double place = (StrictMath.log10(norm) - lowest) / (highest - lowest);
    return Math.max(0, Math.min(1, place));
  }
}
