package dev.backstep.io.array;

import dev.backstep.math.MatrixView;
import dev.backstep.math.NdArray;
import dev.backstep.math.RowView;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.Example;
import dev.backstep.model.PaddedBatch;
import dev.backstep.model.Truncation;
import dev.backstep.net.Axis;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.trace.flow.StatePropagation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Everything that a batch was computed from and everything that was computed, as named arrays: as
 * {@link TraceArrays} has them, with the sequences as the first axis, (B,T,…), where there are
 * several. What stands in the padding is 0, {@code mask} (B,T) is 1 in the timesteps of the
 * sequences, and {@code lengths} (B,) says how many they are.
 *
 * <ul>
 *   <li>{@code x} real (T,D) where the net reads real numbers, and {@code y} (T,K) where it
 *       predicts them
 *   <li>{@code w} (T,), the weight of the loss of each timestep, where they are not all 1
 *   <li>{@code upstream_dh} (T,H) where there is no head
 *   <li>{@code dh0}, and {@code dc0}, (B,H)
 * </ul>
 */
public final class BatchArrays {
  private final BatchPass pass;
  private final Batch batch;
  private final Net net;
  private final boolean isOne;
  private final int longest;
  private final boolean isLeft;

  private BatchArrays(BatchPass pass, PaddedBatch.Side side) {
    this.pass = pass;
    batch = pass.batch();
    net = batch.net();
    isOne = batch.size() == 1;
    longest = batch.sequences().stream().mapToInt(Example::length).max().orElseThrow();
    isLeft = side == PaddedBatch.Side.LEFT;
  }

  /**
   * In the order in which they are computed.
   *
   * @param side where sequences that are shorter than others are filled up
   */
  public static Map<String, NdArray> of(BatchPass pass, PaddedBatch.Side side) {
    return new BatchArrays(pass, side).arrays();
  }

  private Map<String, NdArray> arrays() {
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    for (Weight weight : net.weights()) {
      arrays.put(weight.name(), parameter(weight, batch.weights().view(weight.name())));
    }
    putGiven(arrays);
    for (Vector state : net.states()) {
      arrays.put(state + "0", states(b -> before(state, b, 0)));
    }
    for (Vector state : net.states()) {
      arrays.put(state + "_prev", rows(Axis.UNITS, (b, t) -> before(state, b, t)));
    }
    for (Vector vector : net.vectors()) {
      boolean isThere = pass.has(vector) || vector.equals(net.inputGradient());
      if (isThere && !vector.equals(Input.X)) {
        arrays.put(vector.name(), rows(vector.axis(), (b, t) -> pass.row(vector, b, t)));
      }
    }
    if (net.head().output().isPresent()) {
      arrays.put("loss", numbers((b, t) -> pass.buffers(b).loss(t)));
    }
    for (Weight weight : net.weights()) {
      arrays.put("d" + weight, parameter(weight, pass.gradients().view(weight.name())));
    }
    for (Vector state : net.states()) {
      arrays.put("d" + state + "0", states(b -> pass.initialGradient(state, b)));
    }
    return arrays;
  }

  /**
   * The gradient of every loss alone where each reaches a window of cells: {@code dh_by_loss}
   * (T,T,H), of the loss of the first axis at h of the second; empty of several sequences, and
   * without a head.
   */
  public static Map<String, NdArray> byLoss(BatchPass pass) {
    Batch batch = pass.batch();
    boolean isOfWindows = batch.truncation().kind() == Truncation.Kind.WINDOW;
    if (!isOfWindows || batch.size() > 1 || batch.net().head().output().isEmpty()) {
      return Map.of();
    }
    int length = batch.first().length();
    int hidden = batch.shape().hidden();
    double[] values = new double[length * length * hidden];
    StatePropagation cells = new StatePropagation(batch.first());
    for (int loss = 0; loss < length; loss++) {
      int first = Math.max(0, loss + 1 - batch.truncation().k());
      cells.send(pass.row(Head.DH_FROM_OUTPUT, 0, loss), loss, first);
      for (int t = first; t <= loss; t++) {
        double[] row = cells.row(cells.net().gradientOf(Cell.H), t);
        System.arraycopy(row, 0, values, (loss * length + t) * hidden, hidden);
      }
    }
    return Map.of("dh_by_loss", NdArray.of(values, length, length, hidden));
  }

  private void putGiven(Map<String, NdArray> arrays) {
    arrays.put(
        "x",
        net.given().contains(Input.X)
            ? rows(Axis.INPUTS, (b, t) -> pass.row(Input.X, b, t))
            : ids((b, t) -> batch.sequences().get(b).inputs()[t]));
    boolean isOfIds = net.head().output().isPresent() && net.head().given().isEmpty();
    if (isOfIds) {
      arrays.put("y", ids((b, t) -> batch.sequences().get(b).targets()[t]));
    }
    boolean isWeighted =
        batch.sequences().stream()
            .flatMapToDouble(each -> Arrays.stream(each.sequence().lossWeights()))
            .anyMatch(weight -> weight != 1);
    if (isWeighted) {
      arrays.put("w", numbers((b, t) -> pass.buffers(b).lossWeight(t)));
    }
    if (batch.sequences().stream().anyMatch(each -> each.length() < longest)) {
      arrays.put("mask", numbers((b, t) -> 1));
      arrays.put(
          "lengths", NdArray.of(batch.sequences().stream().mapToInt(Example::length).toArray()));
    }
  }

  /** A row of a timestep of a sequence. */
  @FunctionalInterface
  private interface Row {
    double[] of(int sequence, int t);
  }

  /** A number of a timestep of a sequence. */
  @FunctionalInterface
  private interface Entry {
    double of(int sequence, int t);
  }

  private NdArray numbers(Entry entry) {
    double[] values = values(1, (b, t) -> new double[] {entry.of(b, t)});
    return isOne ? NdArray.of(values, longest) : NdArray.of(values, batch.size(), longest);
  }

  private NdArray ids(Entry entry) {
    NdArray numbers = numbers(entry);
    return new NdArray(NdArray.Kind.INTEGER, numbers.shape(), numbers.values());
  }

  private NdArray rows(Axis axis, Row row) {
    int size = batch.shape().size(axis);
    double[] values = values(size, row);
    return isOne
        ? NdArray.of(values, longest, size)
        : NdArray.of(values, batch.size(), longest, size);
  }

  private double[] values(int size, Row row) {
    double[] values = new double[batch.size() * longest * size];
    for (int b = 0; b < batch.size(); b++) {
      int length = batch.sequences().get(b).length();
      int begin = isLeft ? longest - length : 0;
      for (int t = 0; t < length; t++) {
        System.arraycopy(row.of(b, t), 0, values, (b * longest + begin + t) * size, size);
      }
    }
    return values;
  }

  private NdArray states(IntFunction<double[]> ofSequence) {
    int hidden = batch.shape().hidden();
    double[] values =
        IntStream.range(0, batch.size())
            .mapToObj(ofSequence)
            .flatMapToDouble(Arrays::stream)
            .toArray();
    return isOne ? NdArray.of(values, hidden) : NdArray.of(values, batch.size(), hidden);
  }

  private double[] before(Vector state, int b, int t) {
    MatrixView states = pass.buffers(b).previous(state);
    return IntStream.range(0, states.cols()).mapToDouble(i -> states.get(t, i)).toArray();
  }

  private static NdArray parameter(Weight weight, MatrixView matrix) {
    return weight.isBias()
        ? NdArray.of(NdArray.of(new RowView(matrix, 0)).values(), matrix.cols())
        : NdArray.of(matrix);
  }
}
