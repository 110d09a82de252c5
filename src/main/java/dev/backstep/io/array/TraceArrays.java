package dev.backstep.io.array;

import dev.backstep.math.MatrixView;
import dev.backstep.math.NdArray;
import dev.backstep.math.RowView;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.trace.Trace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Everything that a trace was computed from and everything that it computed, as named arrays, here
 * those of the vanilla net:
 *
 * <ul>
 *   <li>W1 (V,H), W2 (H,H), W3 (V,H), bh (H,), bo (V,), h0 (H,); x and y, T ids each
 *   <li>h_prev, h, dh_from_output, dh_from_later, dh, dtanh, dh_prev (T,H); o, e, dxt (T,V); h and
 *       o as H and O, too, as they were called before there were other nets
 *   <li>loss (T,), in nats
 *   <li>dW1, dW2, dW3, dbh, dbo, dh0, in the shapes of what they are gradients of
 * </ul>
 */
public final class TraceArrays {
  private TraceArrays() {}

  /** In the order in which they are computed. */
  public static Map<String, NdArray> of(Trace trace) {
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    Net net = trace.net();
    for (Weight weight : net.weights()) {
      arrays.put(weight.name(), parameter(weight, trace.weights(weight.name())));
    }
    arrays.put("x", NdArray.of(timesteps(trace).map(trace::input).toArray()));
    arrays.put("y", NdArray.of(timesteps(trace).map(trace::target).toArray()));
    for (Vector state : net.states()) {
      arrays.put(state + "0", vector(trace.previous(state)));
    }
    for (Vector state : net.states()) {
      arrays.put(state + "_prev", previous(trace, state));
    }
    for (Vector vector : net.vectors()) {
      NdArray rows = NdArray.of(trace.values(vector));
      arrays.put(vector.name(), rows);
      if (Vanilla.NET.vectors().contains(vector)) {
        arrays.put(vector.inFiles(), rows);
      }
    }
    double[] losses = timesteps(trace).mapToDouble(trace::loss).toArray();
    arrays.put("loss", NdArray.of(losses, losses.length));
    for (Weight weight : net.weights()) {
      arrays.put("d" + weight, parameter(weight, trace.gradient(weight.name())));
    }
    for (Vector state : net.states()) {
      arrays.put("d" + state + "0", vector(trace.initialGradient(state)));
    }
    return arrays;
  }

  /**
   * The characters of the ids, from 0 on: one each, and an empty text for the end mark.
   *
   * @param characters in the order of the ids 1, 2, …
   */
  public static NdArray characters(String characters) {
    double[] codePoints =
        IntStream.concat(IntStream.of(0), characters.codePoints()).asDoubleStream().toArray();
    return new NdArray(NdArray.Kind.CHARACTER, new int[] {codePoints.length}, codePoints);
  }

  /** The state before each timestep. */
  private static NdArray previous(Trace trace, Vector state) {
    MatrixView before = trace.previous(state);
    double[] rows = new double[trace.length() * before.cols()];
    Arrays.setAll(rows, k -> before.get(k / before.cols(), k % before.cols()));
    return NdArray.of(rows, trace.length(), before.cols());
  }

  private static IntStream timesteps(Trace trace) {
    return IntStream.range(0, trace.length());
  }

  private static NdArray parameter(Weight weight, MatrixView matrix) {
    return weight.isBias() ? vector(matrix) : NdArray.of(matrix);
  }

  /** The first row of a matrix. */
  private static NdArray vector(MatrixView matrix) {
    return NdArray.of(NdArray.of(new RowView(matrix, 0)).values(), matrix.cols());
  }
}
