package dev.backstep.check.submission;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.Example;
import dev.backstep.model.LastCells;
import dev.backstep.model.Rnn;
import dev.backstep.net.Loss;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the engine computes of what was given, by the right rules or by others. A timestep is one of
 * all sequences of the batch, those of the first sequence first.
 */
public final class Computed {
  private final Batch batch;
  private final BatchPass pass;
  private final BackwardRules rules;
  private @Nullable Rnn rnn;

  private Computed(Batch batch, BackwardRules rules, BatchPass pass) {
    this.batch = batch;
    this.rules = rules;
    this.pass = pass;
  }

  /** One forward and one backward pass. */
  public static Computed of(Batch batch, BackwardRules rules) {
    return new Computed(batch, rules, BatchPass.of(batch, rules));
  }

  /** The same of one sequence. */
  public static Computed of(Example example, BackwardRules rules) {
    return of(Batch.of(example), rules);
  }

  /** The same by other rules; only what those make another is computed anew. */
  public Computed by(BackwardRules others) {
    return new Computed(batch, others, pass.by(others));
  }

  /** The last cells, which tell early that other rules give another gradient; null if none do. */
  public @Nullable LastCells lastCells() {
    return LastCells.of(pass);
  }

  /** What it was computed of. */
  public Batch batch() {
    return batch;
  }

  /** The first sequence of that, or the only one. */
  public Example example() {
    return batch.first();
  }

  /** A quantity of a timestep; not to be modified. */
  public double[] row(Vector quantity, int t) {
    int sequence = batch.sequence(t);
    int timestep = t - batch.start(sequence);
    return pass.has(quantity)
        ? pass.row(quantity, sequence, timestep)
        : inputGradient(sequence, timestep);
  }

  /** One thread at a time; others may try faults on the same numbers. */
  private synchronized double[] inputGradient(int sequence, int timestep) {
    if (rnn == null) {
      rnn = new Rnn(batch.shape(), rules);
      rnn.use(batch.weights());
    }
    double[] dxt = new double[batch.shape().inputs()];
    rnn.inputGradient(pass.buffers(sequence), timestep, dxt);
    return dxt;
  }

  /** The state before a timestep. */
  public double[] before(Vector state, int t) {
    int sequence = batch.sequence(t);
    return t == batch.start(sequence) ? initial(state, sequence) : row(state, t - 1);
  }

  private double[] initial(Vector state, int sequence) {
    int hidden = batch.shape().hidden();
    int first = batch.net().states().indexOf(state) * hidden;
    return Arrays.copyOfRange(batch.sequences().get(sequence).states(), first, first + hidden);
  }

  /** A gradient of the whole batch: dW1, or dh0 of each sequence; not to be modified. */
  public double[] total(String gradient) {
    for (Vector state : batch.net().states()) {
      if (gradient.equals(SuppliedTotal.ofState(state))) {
        return ofStates(state);
      }
    }
    return pass.gradient(gradient.substring(1));
  }

  /**
   * {@code uᵀ·dW} of the whole batch, which costs less than dW; null where that is not so.
   *
   * @param gradient the name of dW
   * @param direction u
   */
  public double @Nullable [] seen(String gradient, double[] direction) {
    boolean isOfState =
        batch.net().states().stream().map(SuppliedTotal::ofState).anyMatch(gradient::equals);
    return isOfState ? null : pass.seen(gradient.substring(1), direction);
  }

  private double[] ofStates(Vector state) {
    List<double[]> all = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      all.add(pass.initialGradient(state, i));
    }
    return all.size() == 1 ? all.get(0) : all.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** The loss of a timestep: {@code −ln o_t[y_t]} in nats of a softmax. */
  public double loss(int t) {
    int sequence = batch.sequence(t);
    return pass.buffers(sequence).loss(t - batch.start(sequence));
  }

  /** The same of what is kept of o, which other rules may have changed since. */
  double lossOfOutput(int t) {
    Loss loss = batch.net().head().loss();
    int sequence = batch.sequence(t);
    int timestep = t - batch.start(sequence);
    Example example = batch.sequences().get(sequence);
    double[] weights = example.sequence().lossWeights();
    double weight = weights.length == 0 ? 1 : weights[timestep];
    double[] target =
        batch.net().head().given().stream()
            .map(vector -> Objects.requireNonNull(example.sequence().given().get(vector))[timestep])
            .findFirst()
            .orElse(new double[0]);
    double[] output = row(batch.net().output(), t);
    return weight == 0 ? 0 : weight * loss.of(output, target, example.targets()[timestep]);
  }

  /** The sum of those. */
  double lossOfOutputs() {
    double sum = 0;
    for (int t = 0; t < batch.timesteps(); t++) {
      sum += lossOfOutput(t);
    }
    return sum;
  }

  /** The sum of the losses in nats. */
  public double totalLoss() {
    return pass.totalLoss();
  }
}
