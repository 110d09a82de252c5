package dev.backstep.model;

import dev.backstep.net.Expr;
import dev.backstep.net.Vector;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one engine: a net, forward and backward through one sequence. Training, the heatmaps, the
 * gradient check and sampling all run this code, which follows from the equations of the net.
 *
 * <p>Give it weights with {@link #use}, load a sequence into {@link SequenceBuffers}, then run
 * {@link #forward} and {@link #backward}. Nothing is allocated in any of the three once the buffers
 * are large enough.
 */
public final class Rnn {
  private final Shape shape;
  private final Truncation truncation;
  private final DerivedPass pass;
  private final SequenceBuffers single;

  /** A network that is computed as it should be. */
  public Rnn(Shape shape) {
    this(shape, BackwardRules.RIGHT);
  }

  /**
   * A network that is computed by the given rules.
   *
   * @throws IllegalArgumentException if they are none of the net
   */
  public Rnn(Shape shape, BackwardRules rules) {
    this(shape, rules, Truncation.NONE);
  }

  /**
   * The same, whose gradients go back only so far.
   *
   * @throws IllegalArgumentException if the rules are none of the net
   */
  public Rnn(Shape shape, BackwardRules rules, Truncation truncation) {
    this.shape = shape;
    this.truncation = truncation;
    pass =
        switch (truncation.kind()) {
          case NONE -> new DerivedPass(shape, rules, 0);
          case CHUNKS -> new DerivedPass(shape, new ChunkedRules(rules, truncation.k()), 0);
          case WINDOW -> new DerivedPass(shape, rules, truncation.k());
        };
    single = new SequenceBuffers(shape);
  }

  public Shape shape() {
    return shape;
  }

  /**
   * Takes over the weights as they are now. Later changes need another call.
   *
   * @throws IllegalArgumentException if they are of another shape
   */
  public void use(Parameters parameters) {
    if (!shape.equals(parameters.shape())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the weights are for V = %d, H = %d; this network has V = %d, H = %d",
              parameters.shape().vocabulary(),
              parameters.shape().hidden(),
              shape.vocabulary(),
              shape.hidden()));
    }
    pass.use(parameters);
  }

  /** Writes H, O and the loss of every timestep. */
  public void forward(SequenceBuffers buffers) {
    pass.forward(buffers);
  }

  /**
   * Writes every gradient of every timestep, from e to dh_prev, after {@link #forward}.
   *
   * @param gradients the weight gradients are added to these
   */
  public void backward(SequenceBuffers buffers, Parameters gradients) {
    pass.backward(buffers, gradients);
  }

  /**
   * Writes the gradients of the states and of what they are made of, of the timesteps {@code last …
   * first}, after {@link #forward} of a net without a head: those of a function of h of the last of
   * them alone. The weights get none.
   *
   * <p>{@code ∂f/∂h_t = ∂f/∂h_last · ∂h_last/∂h_{last−1} · … · ∂h_{t+1}/∂h_t} of a net that hands
   * on no other state.
   *
   * @param dh ∂f/∂h_last (H)
   */
  public void backward(SequenceBuffers buffers, int last, int first, double[] dh) {
    pass.backward(buffers, last, first, dh);
  }

  /**
   * One step without a target, as sampling needs it: {@code h = tanh(x·W1 + h_prev·W2 + bh)} and
   * {@code o = softmax(h·W3ᵀ + bo)} of the vanilla net.
   *
   * @param states what the cell before hands over, one state after another; afterwards what this
   *     one does
   * @param o (V), modified
   */
  public void step(int input, double[] states, double[] o) {
    int[] character = {input};
    single.load(character, character, states);
    pass.forward(single);
    single.copyStates(0, states);
    System.arraycopy(single.o(0), 0, o, 0, o.length);
  }

  /**
   * The gradient of the input, {@code dxt = dtanh·W1ᵀ} of the vanilla net. Training has no use for
   * it, so it is computed for the row that is looked at, after {@link #backward}.
   *
   * @param dxt (V), modified
   */
  public void inputGradient(SequenceBuffers buffers, int t, double[] dxt) {
    pass.inputGradient(buffers, t, dxt);
  }

  /**
   * What writes the value of a part of an equation of the net, from the rows that {@link #forward}
   * and {@link #backward} wrote; not for two threads at once.
   */
  public RowKernel kernel(Expr part) {
    return pass.kernel(part);
  }

  /** The gradient of a state that the sequence begins with, after {@link #backward}. */
  public double[] initialGradient(SequenceBuffers buffers, Vector state) {
    double[] row = new double[shape.hidden()];
    initialGradient(buffers, shape.net().states().indexOf(state), row);
    return row;
  }

  /**
   * The same of the state at a place of the net's.
   *
   * @param row (H), modified
   */
  public void initialGradient(SequenceBuffers buffers, int state, double[] row) {
    pass.initialGradient(buffers, state, row);
  }

  /**
   * What cell t would hand back to the cell before and the truncation throws away, after {@link
   * #backward}; null where nothing is. Not to be modified.
   *
   * @param handedBack one of {@link dev.backstep.net.Net#handedBack}
   */
  public double @Nullable [] thrownAway(SequenceBuffers buffers, Vector handedBack, int t) {
    return switch (truncation.kind()) {
      case NONE -> null;
      case CHUNKS -> truncation.isCutBefore(t) ? buffers.row(handedBack, t) : null;
      case WINDOW ->
          t > 0 && t + truncation.k() <= buffers.length()
              ? pass.thrownAway(shape.net().handedBack().indexOf(handedBack), t)
              : null;
    };
  }

  /**
   * What cell t is handed back of each loss after its own whose window reaches it, the last loss
   * first, after {@link #backward}: added in this order they are what it is handed back.
   *
   * @param handedBack one of {@link dev.backstep.net.Net#handedBack}
   */
  public List<double[]> handedBackByLoss(SequenceBuffers buffers, Vector handedBack, int t) {
    return pass.ofLosses(buffers, shape.net().handedBack().indexOf(handedBack), t);
  }

  /** States of zeros, one after another. */
  public double[] zeroState() {
    return new double[shape.stateSize()];
  }
}
