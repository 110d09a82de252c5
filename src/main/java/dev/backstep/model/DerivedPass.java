package dev.backstep.model;

import dev.backstep.math.Kernels;
import dev.backstep.math.Rows;
import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Forward and backward through any net: a list of kernel calls that is made once of its equations.
 *
 * <p>What waits for another timestep is computed cell by cell; what does not is done for the whole
 * sequence before it or after it, a product with a weight as one product of matrices. Nothing is
 * allocated in a pass once the buffers are large enough.
 */
final class DerivedPass implements Rnn.Pass {
  private final Net net;
  private final NetWeights weights;
  private final RowKernels kernels;
  private final Part forward;
  private final Part backward;
  private final CellSums sums;
  private final SequenceBuffers single;

  /** A step of a pass. */
  @FunctionalInterface
  private interface Work {
    /** For the timesteps {@code from … T−1}. */
    void run(SequenceBuffers buffers, int from);
  }

  /** Before, in, and after the recurrence. */
  private record Part(Work[] before, RowWork[] recurrent, Work[] after) {}

  /** One row of one vector. */
  private record RowWork(int place, int offset, RowKernel kernel) {
    void run(SequenceBuffers buffers, int t) {
      kernel.run(buffers, t, buffers.rows(place).row(t + offset));
    }
  }

  DerivedPass(Shape shape) {
    net = shape.net();
    weights = new NetWeights(shape);
    kernels = new RowKernels(shape, weights);
    forward = part(Phase.FORWARD);
    backward = part(Phase.BACKWARD);
    sums = new CellSums(BackwardRules.RIGHT, shape);
    single = new SequenceBuffers(shape);
  }

  @Override
  public void use(Parameters parameters) {
    weights.refreshFrom(parameters);
  }

  /** Writes every row of the forward pass and the losses. */
  @Override
  public void forward(SequenceBuffers buffers) {
    run(forward.before(), buffers);
    for (int t = 0; t < buffers.length(); t++) {
      run(forward.recurrent(), buffers, t);
    }
    run(forward.after(), buffers);
    for (int t = 0; t < buffers.length(); t++) {
      ForwardPass.loss(t, buffers);
    }
  }

  /** Writes every row of the backward pass and adds to the gradients. */
  @Override
  public void backward(SequenceBuffers buffers, Parameters gradients) {
    run(backward.before(), buffers);
    for (int t = buffers.length() - 1; t >= 0; t--) {
      run(backward.recurrent(), buffers, t);
    }
    run(backward.after(), buffers);
    for (int i = 0; i < gradients.count(); i++) {
      String name = net.names().get(i);
      sums.add(name, buffers, 0, buffers.length(), gradients.get(name));
    }
  }

  private static void run(Work[] works, SequenceBuffers buffers) {
    for (Work work : works) {
      work.run(buffers, 0);
    }
  }

  private static void run(RowWork[] rows, SequenceBuffers buffers, int t) {
    for (RowWork row : rows) {
      row.run(buffers, t);
    }
  }

  private Part part(Phase phase) {
    List<Work> before = new ArrayList<>();
    List<RowWork> recurrent = new ArrayList<>();
    List<Work> after = new ArrayList<>();
    for (Equation equation : net.equations()) {
      if (equation.left().phase() != phase || !net.isNeeded(equation.left())) {
        continue;
      }
      if (reaches(equation.left(), equation.left(), phase, new HashSet<>())) {
        recurrent.add(row(equation));
      } else {
        (waits(equation.left(), phase) ? after : before).add(whole(equation));
      }
    }
    return new Part(
        before.toArray(Work[]::new), recurrent.toArray(RowWork[]::new), after.toArray(Work[]::new));
  }

  /** Whether a vector is computed of what the recurrence of this phase computes. */
  private boolean waits(Vector vector, Phase phase) {
    return net.equations().stream()
        .map(Equation::left)
        .filter(other -> other.phase() == phase)
        .filter(other -> reaches(other, other, phase, new HashSet<>()))
        .anyMatch(other -> reaches(vector, other, phase, new HashSet<>()));
  }

  /** Whether a vector is computed, by however many equations of the phase, of another. */
  private boolean reaches(Vector from, Vector to, Phase phase, Set<Vector> seen) {
    return seen.add(from)
        && from.phase() == phase
        && net.equation(from)
            .right()
            .reads()
            .map(Expr.Of::vector)
            .anyMatch(read -> read.equals(to) || reaches(read, to, phase, seen));
  }

  private RowWork row(Equation equation) {
    return new RowWork(
        net.vectors().indexOf(equation.left()),
        net.states().contains(equation.left()) ? 1 : 0,
        kernels.put(equation.right()));
  }

  /** The first term as one product of matrices, where it is one, and the rest row by row. */
  private Work whole(Equation equation) {
    List<Expr> terms =
        equation.inner() instanceof Expr.Sum sum ? sum.terms() : List.of(equation.inner());
    if (!(terms.get(0) instanceof Expr.Times times)
        || !(times.vector() instanceof Expr.Of of)
        || of.shift() != 0
        || net.states().contains(equation.left())) {
      return rowByRow(row(equation));
    }
    Rows weight = weights.rows(times.weight(), times.transposed());
    int source = net.vectors().indexOf(of.vector());
    int shift = net.states().contains(of.vector()) ? 1 : 0;
    int place = net.vectors().indexOf(equation.left());
    Work rest = rowByRow(new RowWork(place, 0, rest(equation, terms)));
    return (buffers, from) -> {
      Rows to = buffers.rows(place);
      to.setZero(from);
      Kernels.addProducts(buffers.rows(source), shift, weight, to, from);
      rest.run(buffers, from);
    };
  }

  /** What is done with a row that holds the first term. */
  private RowKernel rest(Equation equation, List<Expr> terms) {
    RowKernel kernel = (buffers, t, y) -> {};
    for (Expr term : terms.subList(1, terms.size())) {
      kernel = kernel.then(kernels.add(term));
    }
    return kernel.then(RowKernels.outer(equation.right()));
  }

  private static Work rowByRow(RowWork row) {
    return (buffers, from) -> {
      for (int t = from; t < buffers.length(); t++) {
        row.run(buffers, t);
      }
    };
  }

  @Override
  public void step(int input, double[] states, double[] o) {
    single.load(new int[] {input}, new int[] {input}, states);
    forward(single);
    single.copyStates(0, states);
    System.arraycopy(single.row(net.output(), 0), 0, o, 0, o.length);
  }

  @Override
  public void inputGradient(SequenceBuffers buffers, int t, double[] row) {
    kernels.put(net.equation(net.inputGradient()).right()).run(buffers, t, row);
  }
}
