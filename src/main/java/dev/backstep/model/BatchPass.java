package dev.backstep.model;

import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Everything that one forward and one backward pass through a batch write, by some rules. */
public final class BatchPass {
  private final Batch batch;
  private final BackwardRules rules;
  private final DerivedPass derived;
  private final List<Pass> passes = new ArrayList<>();
  private final Parameters gradients;
  private final boolean[] isSummed;

  /** The pass by the right rules whose rows stand in the place of those that are the same. */
  private final @Nullable BatchPass known;

  private final Set<Vector> kept;

  private @Nullable NetWeights weights;

  /** What was computed of one sequence. */
  private record Pass(SequenceBuffers buffers, List<double[]> initialGradients) {}

  private BatchPass(
      Batch batch,
      BackwardRules rules,
      DerivedPass derived,
      @Nullable BatchPass known,
      Set<Vector> kept) {
    this.kept = kept;
    this.batch = batch;
    this.rules = rules;
    this.derived = derived;
    this.known = known;
    gradients = Parameters.zeros(batch.shape());
    isSummed = new boolean[gradients.count()];
  }

  /** Forward and backward through every sequence; the gradients are added in their order. */
  public static BatchPass of(Batch batch, BackwardRules rules) {
    Truncation truncation = batch.truncation();
    int window = truncation.kind() == Truncation.Kind.WINDOW ? truncation.k() : 0;
    DerivedPass derived = new DerivedPass(batch.shape(), cut(rules, truncation), window);
    derived.use(batch.weights());
    BatchPass pass = new BatchPass(batch, rules, derived, null, Set.of());
    for (Example example : batch.sequences()) {
      SequenceBuffers buffers = new SequenceBuffers(batch.shape());
      buffers.load(example);
      derived.forward(buffers);
      pass.passes.add(pass.whole(buffers));
    }
    return pass;
  }

  private static BackwardRules cut(BackwardRules rules, Truncation truncation) {
    return truncation.kind() == Truncation.Kind.CHUNKS
        ? new ChunkedRules(rules, truncation.k())
        : rules;
  }

  /**
   * The same batch by other rules, to the same bits as {@link #of}: what is no other than by the
   * right rules, which this pass went by, is not computed again.
   */
  public BatchPass by(BackwardRules others) {
    Truncation truncation = batch.truncation();
    BackwardRules cut = cut(others, truncation);
    Set<Vector> kept =
        truncation.kind() == Truncation.Kind.WINDOW
            ? Set.of()
            : LastCells.Unchanged.of(batch.net(), cut);
    if (kept.isEmpty()) {
      return of(batch, others);
    }
    DerivedPass pass = new DerivedPass(batch.shape(), cut, weights(), kept);
    BatchPass other = new BatchPass(batch, others, pass, this, kept);
    for (Pass each : passes) {
      SequenceBuffers buffers = sharing(each.buffers(), cut, kept);
      if (!cut.isOfEquations()) {
        pass.losses(buffers);
      }
      other.passes.add(other.whole(buffers));
    }
    return other;
  }

  /** What is done to rows by other rules than those of equations is done to rows of their own. */
  private SequenceBuffers sharing(SequenceBuffers buffers, BackwardRules others, Set<Vector> kept) {
    if (others.isOfEquations()) {
      return new SequenceBuffers(batch.shape(), buffers, kept);
    }
    SequenceBuffers own = new SequenceBuffers(batch.shape(), buffers, Set.of());
    own.copy(buffers, kept);
    return own;
  }

  synchronized NetWeights weights() {
    NetWeights made = weights;
    if (made == null) {
      made = NetWeights.of(batch.weights());
      weights = made;
    }
    return made;
  }

  private Pass whole(SequenceBuffers buffers) {
    derived.rows(buffers);
    return new Pass(
        buffers, net().states().stream().map(state -> initial(buffers, state)).toList());
  }

  private double[] initial(SequenceBuffers buffers, Vector state) {
    double[] row = new double[batch.shape().hidden()];
    derived.initialGradient(buffers, net().states().indexOf(state), row);
    return row;
  }

  /** Adds up what the cells come to, of one weight where the rules leave each alone. */
  private synchronized void sum(String weight) {
    int place = gradients.names().indexOf(weight);
    if (place >= 0 && isSummed[place]) {
      return;
    }
    if (!rules.isOfEquations()) {
      sumAll();
    } else if (place >= 0) {
      add(weight);
      isSummed[place] = true;
    }
  }

  private void sumAll() {
    gradients.names().forEach(this::add);
    rules.gather(
        new CellSums(rules, batch.shape()), passes.stream().map(Pass::buffers).toList(), gradients);
    finish();
  }

  private void finish() {
    rules.finish(gradients);
    Arrays.fill(isSummed, true);
  }

  /** What other sequences added is not for the rules to change. */
  private void add(String weight) {
    DMatrixRMaj sum = gradients.get(weight);
    for (Pass pass : passes) {
      DMatrixRMaj own = new DMatrixRMaj(sum.numRows, sum.numCols);
      derived.add(pass.buffers(), weight, own);
      add(own.data, sum.data);
    }
  }

  private static void add(double[] row, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += row[i];
    }
  }

  private double[] row(SequenceBuffers buffers, Vector vector, int t) {
    if (buffers.has(vector)) {
      return buffers.row(vector, t);
    }
    double[] row = new double[batch.shape().size(vector.axis())];
    derived.inputGradient(buffers, t, row);
    return row;
  }

  private Net net() {
    return batch.net();
  }

  /** The batch that was gone through. */
  public Batch batch() {
    return batch;
  }

  /**
   * A row of a vector of a sequence; not to be modified. The gradient of the input is computed when
   * it is asked for, where the net does not need it; so one thread at a time may ask.
   */
  public double[] row(Vector vector, int sequence, int t) {
    return row(buffers(sequence), vector, t);
  }

  /** Whether the rows of a vector are there already. */
  public boolean has(Vector vector) {
    return buffers(0).has(vector);
  }

  /** What the passes through a sequence wrote. */
  public SequenceBuffers buffers(int sequence) {
    return passes.get(sequence).buffers();
  }

  /** The gradient of a state that a sequence begins with; not to be modified. */
  public double[] initialGradient(Vector state, int sequence) {
    return Objects.requireNonNull(
        passes.get(sequence).initialGradients().get(net().states().indexOf(state)));
  }

  /** The sums of the gradients of the weights; not to be modified. */
  public Parameters gradients() {
    gradients.names().forEach(this::sum);
    return gradients;
  }

  /** That of one weight, which may be all that is asked for; not to be modified. */
  public double[] gradient(String weight) {
    BatchPass right = known;
    if (right != null && isAsKnown(weight)) {
      return right.gradient(weight);
    }
    sum(weight);
    return gradients.get(weight).data;
  }

  /**
   * {@code uᵀ·dW}, the gradient of a weight seen from one direction, which costs a small part of
   * it.
   *
   * @return null where it has to be added up, or is there already
   */
  public synchronized double @Nullable [] seen(String weight, double[] direction) {
    boolean isSimple = rules.isOfEquations() && batch.truncation().equals(Truncation.NONE);
    if (!isSimple || isSummed[gradients.names().indexOf(weight)] || isAsKnown(weight)) {
      return null;
    }
    double[] sum = new double[gradients.get(weight).numCols];
    for (Pass pass : passes) {
      if (!derived.sums().see(weight, pass.buffers(), direction, sum)) {
        return null;
      }
    }
    return sum;
  }

  /** Whether the cells add to it what they do by the right rules. */
  private boolean isAsKnown(String weight) {
    Gradient right = net().gradient(net().weight(weight));
    return known != null
        && rules.isOfEquations()
        && right.equals(rules.net(net()).gradient(right.weight()))
        && right.reads().map(Expr.Of::vector).allMatch(kept::contains);
  }

  /** The losses of all sequences added, each in the order of its timesteps. */
  public double totalLoss() {
    double sum = 0;
    for (Pass pass : passes) {
      sum += pass.buffers().totalLoss();
    }
    return sum;
  }
}
