package dev.backstep.model;

import dev.backstep.math.MatrixView;
import dev.backstep.math.RowView;
import dev.backstep.net.Cell;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.ejml.data.DMatrixRMaj;

/**
 * Compares the backward pass with central differences of the loss, {@code (L(p+ε) − L(p−ε)) / 2ε},
 * ε = 1e-5: for the total gradients by changing one weight at a time, and for one timestep by
 * changing h_t (or what lies before and after it) and running on from there.
 *
 * <p>The error is relative and by norm, {@code ‖a−n‖ / (‖a‖+‖n‖)}: single entries reach 1e-6 where
 * nothing is wrong.
 */
public final class GradientCheck {
  public static final double EPSILON = 1e-5;

  /** At most this much is right. */
  public static final double GREEN = 1e-5;

  /** Differences below this norm count as none: a vanished gradient has no relative error. */
  public static final double FLOOR = 1e-9;

  private final Rnn rnn;
  private final Parameters parameters;
  private final SequenceBuffers analytic;
  private final SequenceBuffers probe;
  private final Parameters gradients;

  /** A check of one sequence, whose weights are copied. */
  public GradientCheck(Example example) {
    parameters = example.weights().copy();
    rnn = new Rnn(example.shape());
    rnn.use(parameters);
    analytic = loaded(example);
    probe = loaded(example);
    gradients = Parameters.zeros(example.shape());
    rnn.forward(analytic);
    rnn.backward(analytic, gradients);
  }

  private static SequenceBuffers loaded(Example example) {
    SequenceBuffers buffers = new SequenceBuffers(example.shape());
    buffers.load(example);
    return buffers;
  }

  /** Why this check could be green and the code still wrong. */
  public Set<WeakEvidence> weakEvidence() {
    MatrixView h0 = new RowView(analytic.previous(Cell.H), 0);
    return WeakEvidence.in(net(), parameters::view, analytic::values, h0);
  }

  /**
   * The error of each total gradient by name, with those of the states, dh0, as the last.
   *
   * @param cancelled asked before each weight; once true the check stops with the gradients it has
   *     finished
   */
  public Map<String, Double> totals(BooleanSupplier cancelled) {
    Map<String, Double> errors = new LinkedHashMap<>();
    for (String name : parameters.names()) {
      double[] numeric = numericGradient(name, cancelled);
      if (cancelled.getAsBoolean()) {
        return errors;
      }
      errors.put("d" + name, error(gradients.get(name).data, numeric));
    }
    rnn.use(parameters);
    for (int i = 0; i < net().states().size(); i++) {
      double[] handedBack = analytic.row(net().handedBack().get(i), 0);
      Vector state = net().states().get(i);
      errors.put("d" + state + "0", error(handedBack, numericInitial(state)));
    }
    return errors;
  }

  /**
   * {@code ‖a−n‖ / (‖a‖+‖n‖)}; 0 where {@code ‖a−n‖} is at most {@link #FLOOR}, and NaN (never
   * green) where an entry is.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double error(double[] analytic, double[] numeric) {
    if (analytic.length != numeric.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the analytic gradient has %d entries and the numeric one %d; they must be as many",
              analytic.length,
              numeric.length));
    }
    double difference = 0;
    double a = 0;
    double n = 0;
    for (int i = 0; i < analytic.length; i++) {
      double d = analytic[i] - numeric[i];
      difference += d * d;
      a += analytic[i] * analytic[i];
      n += numeric[i] * numeric[i];
    }
    double norm = Math.sqrt(difference);
    return norm <= FLOOR ? 0 : norm / (Math.sqrt(a) + Math.sqrt(n));
  }

  private double[] numericGradient(String name, BooleanSupplier cancelled) {
    DMatrixRMaj matrix = parameters.get(name);
    return centralDifferences(
        cancelled,
        matrix.data,
        () -> {
          rnn.use(parameters);
          rnn.forward(probe);
          return probe.totalLoss();
        });
  }

  private Net net() {
    return parameters.shape().net();
  }

  /** Change a state that the sequence begins with. */
  private double[] numericInitial(Vector state) {
    return centralDifferences(
        probe.rows(state).row(0),
        () -> {
          rnn.forward(probe);
          return probe.totalLoss();
        });
  }

  private static double[] centralDifferences(double[] variables, DoubleSupplier loss) {
    return centralDifferences(() -> false, variables, loss);
  }

  private static double[] centralDifferences(
      BooleanSupplier cancelled, double[] variables, DoubleSupplier loss) {
    double[] gradient = new double[variables.length];
    for (int i = 0; i < variables.length && !cancelled.getAsBoolean(); i++) {
      double kept = variables[i];
      variables[i] = kept + EPSILON;
      double above = loss.getAsDouble();
      variables[i] = kept - EPSILON;
      double below = loss.getAsDouble();
      variables[i] = kept;
      gradient[i] = (above - below) / (2 * EPSILON);
    }
    return gradient;
  }
}
