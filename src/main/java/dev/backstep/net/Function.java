package dev.backstep.net;

import dev.backstep.math.Elementary;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** A function that is applied to every entry of a vector; its bits are the same everywhere. */
public enum Function {
  /** The hyperbolic tangent. */
  TANH(Elementary::tanh, "tanh(%s)", "\\tanh(%s)", "np.tanh(%s)"),

  /** {@code σ(a) = 1 / (1 + exp(−a))}. */
  SIGMOID(Function::sigmoid, "σ(%s)", "\\sigma(%s)", "1 / (1 + np.exp(-(%s)))"),

  /** {@code max(0, a)}; NaN stays NaN. */
  RELU(a -> a <= 0 ? 0 : a, "relu(%s)", "\\mathrm{relu}(%s)", "np.maximum(0, %s)"),

  /** 1 where a is positive, 0 elsewhere: the derivative of relu, with 0 at 0. */
  STEP(a -> a > 0 ? 1 : 0, "[%s > 0]", "[%s > 0]", "(%s > 0)"),

  /** {@code 1 / a}. */
  RECIPROCAL(a -> 1 / a, "1 / (%s)", "\\frac{1}{%s}", "1 / (%s)");

  private final DoubleUnaryOperator function;
  private final String[] written;

  /** How it is written around an argument, in the order of {@link Script}. */
  Function(DoubleUnaryOperator function, String... written) {
    this.function = function;
    this.written = written;
  }

  /** σ, for a loop in which nothing but it is called. */
  public static double sigmoid(double a) {
    return 1 / (1 + Elementary.exp(-a));
  }

  /** The function of one number. */
  public double of(double a) {
    return function.applyAsDouble(a);
  }

  /** The derivative, written in the value of the function: {@code 1 − h²} of tanh. */
  public double slopeAt(double value) {
    return switch (this) {
      case TANH -> 1 - value * value;
      case SIGMOID -> value * (1 - value);
      case RELU -> STEP.of(value);
      case STEP -> 0;
      case RECIPROCAL -> -value * value;
    };
  }

  /** The largest derivative that there is. */
  public double steepest() {
    return this == SIGMOID ? 0.25 : 1;
  }

  /** Whether its derivative changes little by little, so that small arguments hide it. */
  public boolean isCurved() {
    return this == TANH || this == SIGMOID;
  }

  /** The name in texts: {@code tanh}, {@code σ}. */
  public String symbol() {
    return opening().replaceAll("\\W$", "");
  }

  /** What stands before the argument as text: {@code tanh(}. */
  public String opening() {
    return written[0].substring(0, written[0].indexOf('%'));
  }

  /** What stands behind the argument as text: {@code )}. */
  public String closing() {
    return written[0].substring(written[0].indexOf('s', written[0].indexOf('%')) + 1);
  }

  /** {@code tanh(a)}, {@code \tanh(a)} or {@code np.tanh(a)}. */
  public String of(String argument, Script script) {
    return String.format(Locale.ROOT, written[script.ordinal()], argument);
  }
}
