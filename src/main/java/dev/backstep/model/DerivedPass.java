package dev.backstep.model;

import dev.backstep.math.Kernels;
import dev.backstep.math.Rows;
import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Head;
import dev.backstep.net.Loss;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Forward and backward through any net: a list of kernel calls that is made once of its equations,
 * as rules have them.
 *
 * <p>What waits for another timestep is computed cell by cell; what does not is done for the whole
 * sequence before it or after it, a product with a weight as one product of matrices. Nothing is
 * allocated in a pass once the buffers are large enough.
 */
final class DerivedPass {
  private static final double[] NONE = {};

  private final Net right;
  private final Net net;
  private final Set<Vector> kept;
  private final BackwardRules rules;
  private final NetWeights weights;
  private final RowKernels kernels;
  private final Part forward;
  private final Part backward;
  private final @Nullable Windows windows;
  private final RowKernel.OfVector[] cells;
  private final RowKernel inputGradient;
  private final List<RowKernel> initialGradients;
  private final Shape shape;
  private @Nullable CellSums sums;
  private final Loss lossOf;
  private final int output;
  private final int outputOffset;
  private final int target;

  /** A step of a pass, for all timesteps. */
  @FunctionalInterface
  private interface Work {
    void run(SequenceBuffers buffers);
  }

  /** Before, in, and after the recurrence. */
  private record Part(Work[] before, RowKernel.OfVector[] recurrent, Work[] after) {}

  private static final Part NOTHING = new Part(new Work[0], new RowKernel.OfVector[0], new Work[0]);

  /**
   * @param shape of the net as it should be
   * @param window k, where each loss is gone back from through k cells; 0 where all at once through
   *     the whole sequence
   */
  DerivedPass(Shape shape, BackwardRules rules, int window) {
    this(shape, rules, window, new NetWeights(shape.by(rules)), Set.of());
  }

  /**
   * One of rows that are there already, but for those that these rules make others.
   *
   * @param shape of the net as it should be
   * @param weights as they are
   * @param kept the vectors whose rows are there
   */
  DerivedPass(Shape shape, BackwardRules rules, NetWeights weights, Set<Vector> kept) {
    this(shape, rules, 0, weights, kept);
  }

  private DerivedPass(
      Shape shape, BackwardRules rules, int window, NetWeights weights, Set<Vector> kept) {
    Shape computed = shape.by(rules);
    this.rules = rules;
    this.weights = weights;
    this.kept = kept;
    this.shape = shape;
    right = shape.net();
    net = computed.net();
    kernels = new RowKernels(computed, weights, rules);
    forward = part(Phase.FORWARD);
    backward = part(Phase.BACKWARD);
    windows = window == 0 ? null : new Windows(shape, window, backward.recurrent());
    cells = windows == null ? backward.recurrent() : windows.cells();
    inputGradient = kernels.put(net.equation(net.inputGradient()).right());
    initialGradients = right.handedBack().stream().map(this::initialGradient).toList();
    lossOf = right.head().loss();
    output = right.place(right.output());
    outputOffset = right.states().contains(right.output()) ? 1 : 0;
    target = right.head().given().stream().mapToInt(right::place).findFirst().orElse(-1);
  }

  void use(Parameters parameters) {
    weights.refreshFrom(parameters);
  }

  /** Writes every row of the forward pass and the losses. */
  void forward(SequenceBuffers buffers) {
    run(forward.before(), buffers);
    for (int t = 0; t < buffers.length(); t++) {
      run(forward.recurrent(), buffers, t);
    }
    run(forward.after(), buffers);
    losses(buffers);
  }

  /** Writes the loss of every timestep. */
  void losses(SequenceBuffers buffers) {
    for (int t = 0; t < buffers.length(); t++) {
      double weight = buffers.lossWeight(t);
      buffers.setLoss(t, weight == 0 ? 0 : weight * rules.loss(buffers, t, loss(buffers, t)));
    }
  }

  private double loss(SequenceBuffers buffers, int t) {
    double[] row = buffers.rows(output).row(t + outputOffset);
    double[] expected = target < 0 ? NONE : buffers.rows(target).row(t);
    return lossOf.of(row, expected, buffers.target(t));
  }

  /** Writes every row of the backward pass and adds to the gradients. */
  void backward(SequenceBuffers buffers, Parameters gradients) {
    rows(buffers);
    add(buffers, gradients);
    rules.finish(gradients);
  }

  /** Writes every row of the backward pass. */
  void rows(SequenceBuffers buffers) {
    lastRows(buffers, 0);
    run(backward.after(), buffers);
  }

  /** Writes those of the timesteps from the last to one, as far as they need no earlier one. */
  void lastRows(SequenceBuffers buffers, int from) {
    rules.keep(buffers);
    run(backward.before(), buffers);
    boolean isCut = windows != null && windows.areCut(buffers);
    if (isCut && windows != null) {
      windows.run(buffers);
    }
    for (int t = buffers.length() - 1; t >= from; t--) {
      run(isCut ? cells : backward.recurrent(), buffers, t);
    }
  }

  /** Adds what the cells come to, to the gradient of each weight. */
  void add(SequenceBuffers buffers, Parameters gradients) {
    for (int i = 0; i < gradients.count(); i++) {
      String name = gradients.names().get(i);
      DMatrixRMaj sum = gradients.get(name);
      add(buffers, name, sum);
    }
  }

  /** Adds it to that of one weight. */
  void add(SequenceBuffers buffers, String weight, DMatrixRMaj sum) {
    rules.accumulate(sums(), weight, buffers, 0, buffers.length(), sum);
  }

  /** The shares of cells, which not every pass is asked for. */
  CellSums sums() {
    CellSums made = sums;
    if (made == null) {
      made = new CellSums(rules, shape);
      sums = made;
    }
    return made;
  }

  /**
   * Writes the rows of the recurrence of the timesteps {@code last … first}, as if the gradient
   * came from one timestep alone.
   *
   * @param dh the gradient of h of the last of them, in the place of an output layer
   */
  void backward(SequenceBuffers buffers, int last, int first, double[] dh) {
    Rows upstream = buffers.rows(Head.UPSTREAM);
    System.arraycopy(dh, 0, upstream.row(last), 0, dh.length);
    run(backward.before(), buffers);
    Arrays.fill(upstream.row(last), 0);
    if (last + 1 < buffers.length()) {
      for (RowKernel.OfVector row : backward.recurrent()) {
        Arrays.fill(buffers.rows(row.place()).row(last + 1), 0);
      }
    }
    for (int t = last; t >= first; t--) {
      run(backward.recurrent(), buffers, t);
    }
  }

  private static void run(Work[] works, SequenceBuffers buffers) {
    for (Work work : works) {
      work.run(buffers);
    }
  }

  private static void run(RowKernel.OfVector[] rows, SequenceBuffers buffers, int t) {
    for (RowKernel.OfVector row : rows) {
      row.run(buffers, t);
    }
  }

  private Part part(Phase phase) {
    if (isKept(phase)) {
      return NOTHING;
    }
    Recurrence.Order recurrence = Recurrence.of(net, phase, right);
    return new Part(
        works(recurrence.before()),
        recurrence.equations().stream()
            .filter(equation -> !kept.contains(equation.left()))
            .map(this::row)
            .toArray(RowKernel.OfVector[]::new),
        works(recurrence.after()));
  }

  private boolean isKept(Phase phase) {
    return !kept.isEmpty()
        && net.equations().stream()
            .map(Equation::left)
            .allMatch(vector -> vector.phase() != phase || kept.contains(vector));
  }

  private Work[] works(List<Equation> equations) {
    List<Work> works = new ArrayList<>();
    for (Equation equation : equations) {
      if (kept.contains(equation.left())) {
        continue;
      }
      works.add(whole(equation));
      RowKernel then = rules.after(equation.left(), right);
      if (then != null) {
        works.add(rowByRow(row(equation.left(), then)));
      }
    }
    return works.toArray(Work[]::new);
  }

  private RowKernel.OfVector row(Equation equation) {
    RowKernel kernel = kernels.put(equation.right());
    @Nullable RowKernel then = rules.after(equation.left(), right);
    return row(equation.left(), then == null ? kernel : kernel.then(then));
  }

  private RowKernel.OfVector row(Vector vector, RowKernel kernel) {
    return new RowKernel.OfVector(net.place(vector), net.states().contains(vector) ? 1 : 0, kernel);
  }

  /** The first term as one product of matrices, where it is one, and the rest row by row. */
  private Work whole(Equation equation) {
    List<Expr> terms =
        equation.inner() instanceof Expr.Sum sum ? sum.terms() : List.of(equation.inner());
    if (!(terms.get(0) instanceof Expr.Times times)
        || !(times.vector() instanceof Expr.Of of)
        || of.shift() != 0
        || net.states().contains(equation.left())) {
      return rowByRow(row(equation.left(), kernels.put(equation.right())));
    }
    Rows weight = weights.rows(times.weight(), times.transposed());
    int source = net.place(of.vector());
    int shift = net.states().contains(of.vector()) ? 1 : 0;
    int place = net.place(equation.left());
    Work rest = rowByRow(new RowKernel.OfVector(place, 0, rest(equation, terms)));
    return buffers -> {
      Rows to = buffers.rows(place);
      to.setZero(0);
      Kernels.addProducts(buffers.rows(source), shift, weight, to, 0);
      rest.run(buffers);
    };
  }

  /** What is done with a row that holds the first term. */
  private RowKernel rest(Equation equation, List<Expr> terms) {
    List<RowKernel> rest = new ArrayList<>();
    terms.stream().skip(1).map(kernels::add).forEach(rest::add);
    rest.add(RowKernels.outer(equation.right()));
    return RowKernel.all(rest);
  }

  /**
   * What is handed to the cell before the first: what the first hands back, and if rules add that
   * up from cell to cell, the sum.
   */
  private RowKernel initialGradient(Vector handedBack) {
    return right.equations().stream()
        .filter(equation -> equation.right().equals(handedBack.after()))
        .map(equation -> net.equation(equation.left()))
        .filter(equation -> equation.right().reads().anyMatch(equation.left().after()::equals))
        .map(equation -> kernels.put(equation.right()))
        .findFirst()
        .orElseGet(() -> kernels.put(handedBack.after()));
  }

  /** What writes the value of a part of an equation. */
  RowKernel kernel(Expr part) {
    return kernels.put(part);
  }

  private static Work rowByRow(RowKernel.OfVector row) {
    return buffers -> {
      for (int t = 0; t < buffers.length(); t++) {
        row.run(buffers, t);
      }
    };
  }

  /** Writes the gradient of a state that the sequence begins with. */
  void initialGradient(SequenceBuffers buffers, int state, double[] row) {
    initialGradients.get(state).run(buffers, -1, row);
  }

  /** What the first cell of a window hands back, by the place of the state. */
  double[] thrownAway(int state, int t) {
    return Objects.requireNonNull(windows).thrownAway(state, t);
  }

  /** What a cell is handed back of each loss whose window reaches it, the last loss first. */
  List<double[]> ofLosses(SequenceBuffers buffers, int state, int t) {
    return Objects.requireNonNull(windows).ofLosses(buffers, state, t);
  }

  /** Writes the gradient of the input of a timestep. */
  void inputGradient(SequenceBuffers buffers, int t, double[] row) {
    weights.refreshRest();
    inputGradient.run(buffers, t, row);
  }
}
