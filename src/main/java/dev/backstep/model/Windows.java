package dev.backstep.model;

import dev.backstep.math.Rows;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The gradients of windows of k cells: from each loss by itself it is gone back through its own
 * cell and the k − 1 before it, and what a cell is handed back is the sum of what comes of all
 * losses that reach it. What the first cell of a window hands back is thrown away.
 *
 * <p>Nothing else is kept of a window: of what a cell is handed back its other rows follow by the
 * equations of the net, as they do without windows.
 */
final class Windows {
  private final Net net;
  private final int k;
  private final RowKernel.OfVector[] recurrence;
  private final List<Integer> places;
  private final SequenceBuffers ofOneLoss;
  private final boolean[] isFromLoss;
  private final Rows[] kept;
  private final Rows[] thrown;

  /**
   * @param shape of the net as it should be
   * @param recurrence the rows of a cell that depend on what it is handed back, in order
   */
  Windows(Shape shape, int k, RowKernel.OfVector... recurrence) {
    this.k = k;
    this.recurrence = recurrence;
    net = shape.net();
    places = net.handedBack().stream().map(net::receiver).map(net.vectors()::indexOf).toList();
    ofOneLoss = new SequenceBuffers(shape);
    isFromLoss = new boolean[net.vectors().size()];
    for (int i = 0; i < isFromLoss.length; i++) {
      Vector vector = net.vectors().get(i);
      isFromLoss[i] = vector.phase() == Phase.BACKWARD && net.isNeeded(vector);
    }
    for (RowKernel.OfVector row : recurrence) {
      isFromLoss[row.place()] = false;
    }
    kept = rows(shape.hidden());
    thrown = rows(shape.hidden());
  }

  private Rows[] rows(int cols) {
    return places.stream().map(place -> new Rows(cols)).toArray(Rows[]::new);
  }

  /** The recurrence of all losses together, in which a cell is handed what {@link #run} kept. */
  RowKernel.OfVector[] cells() {
    return Arrays.stream(recurrence).map(this::ofAllLosses).toArray(RowKernel.OfVector[]::new);
  }

  private RowKernel.OfVector ofAllLosses(RowKernel.OfVector row) {
    int state = places.indexOf(row.place());
    return state < 0
        ? row
        : new RowKernel.OfVector(
            row.place(),
            row.offset(),
            (buffers, t, to) -> System.arraycopy(kept[state].row(t), 0, to, 0, to.length));
  }

  /** Whether a window ends before the sequence begins. */
  boolean areCut(SequenceBuffers buffers) {
    return k < buffers.length();
  }

  /**
   * Goes back from each loss by itself.
   *
   * @param buffers with those rows of the backward pass that the recurrence reads
   */
  void run(SequenceBuffers buffers) {
    ofOneLoss.follow(buffers);
    for (int i = 0; i < kept.length; i++) {
      clear(kept[i]);
      clear(thrown[i]);
    }
    for (int s = buffers.length() - 1; s >= 0; s--) {
      int first = Math.max(0, s + 1 - k);
      goBack(buffers, s, first);
      for (RowKernel.OfVector row : recurrence) {
        int state = places.indexOf(row.place());
        if (state >= 0) {
          add(row, s, first, state);
        }
      }
    }
  }

  private void goBack(SequenceBuffers buffers, int s, int first) {
    begin(buffers, s);
    for (int t = s; t >= first; t--) {
      for (RowKernel.OfVector row : recurrence) {
        row.run(ofOneLoss, t);
      }
    }
    forget(s);
  }

  /**
   * What a cell is handed back of each loss after its own that reaches it, the last loss first: the
   * rows that were added up, in that order.
   */
  List<double[]> ofLosses(SequenceBuffers buffers, int state, int t) {
    ofOneLoss.follow(buffers);
    List<double[]> rows = new ArrayList<>();
    for (int s = Math.min(buffers.length() - 1, t + k - 1); s > t; s--) {
      goBack(buffers, s, t);
      rows.add(ofOneLoss.rows(places.get(state)).row(t).clone());
    }
    return rows;
  }

  private void clear(Rows rows) {
    rows.resize(ofOneLoss.length());
    rows.setZero(0);
  }

  /** Only this loss counts, and nothing of others comes from later. */
  private void begin(SequenceBuffers buffers, int s) {
    for (int i = 0; i < isFromLoss.length; i++) {
      if (isFromLoss[i]) {
        double[] row = buffers.rows(i).row(s);
        System.arraycopy(row, 0, ofOneLoss.rows(i).row(s), 0, row.length);
      }
    }
    if (s + 1 < ofOneLoss.length()) {
      for (RowKernel.OfVector row : recurrence) {
        Arrays.fill(ofOneLoss.rows(row.place()).row(s + 1), 0);
      }
    }
  }

  private void forget(int s) {
    for (int i = 0; i < isFromLoss.length; i++) {
      if (isFromLoss[i]) {
        Arrays.fill(ofOneLoss.rows(i).row(s), 0);
      }
    }
  }

  private void add(RowKernel.OfVector receiver, int s, int first, int state) {
    for (int t = s; t >= first; t--) {
      double[] row = ofOneLoss.rows(receiver.place()).row(t);
      double[] sum = kept[state].row(t);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += row[j];
      }
    }
    if (first > 0) {
      receiver.kernel().run(ofOneLoss, first - 1, thrown[state].row(first));
    }
  }

  /** What a cell would hand back and does not, by the place of the state; not to be modified. */
  double[] thrownAway(int state, int t) {
    return thrown[state].row(t);
  }
}
