package dev.backstep.ui.tour;

import dev.backstep.fault.evidence.Specimen;
import dev.backstep.math.MatrixView;
import dev.backstep.model.Example;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The error of the last letter alone, as it comes to an earlier cell of an LSTM. The backward pass
 * is linear in the errors, so it is the difference that the last letter makes there.
 *
 * @param back by how many letters the cell is earlier
 * @param dh ‖dh‖ at the last letter
 * @param dhThere ‖dh‖ of it in the earlier cell
 * @param dc ‖dc‖ at the last letter
 * @param dcThere ‖dc‖ of it in the earlier cell
 */
record LastError(int back, double dh, double dhThere, double dc, double dcThere) {
  private static final int FARTHEST = 6;

  /** Of a sequence of more than one letter. */
  static LastError of(Trace whole) {
    int last = whole.length() - 1;
    int back = Math.min(FARTHEST, last);
    Trace without = withoutLast(whole, last - back);
    return new LastError(
        back,
        whole.norm(Cell.DH, last),
        difference(whole, without, Cell.DH, last - back),
        whole.norm(Lstm.DC, last),
        difference(whole, without, Lstm.DC, last - back));
  }

  /** The letters from one on to the last but one, as they are computed in the whole sequence. */
  private static Trace withoutLast(Trace whole, int first) {
    Specimen all = Specimen.of(whole, whole.length());
    Example example = all.example();
    Example part =
        example
            .on(
                Arrays.copyOfRange(example.inputs(), first, whole.length() - 1),
                Arrays.copyOfRange(example.targets(), first, whole.length() - 1))
            .from(states(whole, first));
    return new Specimen(all.labels(), part, whole.length()).right();
  }

  private static double[] states(Trace whole, int before) {
    return whole.net().states().stream()
        .map(whole::previous)
        .flatMapToDouble(
            state -> IntStream.range(0, state.cols()).mapToDouble(j -> state.get(before, j)))
        .toArray();
  }

  /** Of the first cell without the last letter, and the same cell with it. */
  private static double difference(Trace whole, Trace without, Vector vector, int t) {
    MatrixView with = whole.values(vector);
    MatrixView others = without.values(vector);
    double sum = 0;
    for (int j = 0; j < with.cols(); j++) {
      double own = with.get(t, j) - others.get(0, j);
      sum += own * own;
    }
    return Math.sqrt(sum);
  }

  /** The share of ‖dh‖ that is left there. */
  double shareOfDh() {
    return dhThere / dh;
  }

  /** The share of ‖dc‖ that is left there. */
  double shareOfDc() {
    return dcThere / dc;
  }
}
