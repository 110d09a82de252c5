package dev.backstep.trace.arithmetic;

import dev.backstep.math.Elementary;
import dev.backstep.net.Function;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import java.util.List;

/**
 * The computation of one number of a trace: a sum, and what is done with the sum.
 *
 * @param entry the number itself
 * @param name how it is called: {@code dh[3]}
 * @param formula the right side in symbols: {@code Σₖ e[k]·W3[k,3]}
 * @param terms the summands, in the order in which the engine adds them
 * @param outer what is done with the sum
 * @param result the number, as the engine has it
 * @param where numbers that the terms are made of and that do not stand in them
 */
public record Derivation(
    Entry entry,
    String name,
    String formula,
    List<Term> terms,
    Outer outer,
    double result,
    List<Factor> where) {
  public Derivation {
    terms = List.copyOf(terms);
    where = List.copyOf(where);
  }

  /** A derivation whose terms say everything. */
  public Derivation(
      Entry entry, String name, String formula, List<Term> terms, Outer outer, double result) {
    this(entry, name, formula, terms, outer, result, List.of());
  }

  /** The sum of the terms, added one after the other. */
  public double sum() {
    double sum = 0;
    for (Term term : terms) {
      sum += term.value();
    }
    return sum;
  }

  /**
   * Whether the number is what the terms come to. By a faulty line it may be another, and then the
   * terms say how it should have been computed.
   */
  boolean holds() {
    return Double.compare(outer.apply(sum()) + 0.0, result + 0.0) == 0;
  }

  /** The same number without the terms, which it was not computed by. */
  Derivation by(String faultyLine) {
    return new Derivation(
        entry, name, faultyLine, List.of(), new Outer.FaultyLine(result, faultyLine), result);
  }

  /** The operation that makes the result of the sum. */
  public sealed interface Outer {
    double apply(double sum);

    /** Nothing: the sum is the result. */
    record Sum() implements Outer {
      @Override
      public double apply(double sum) {
        return sum;
      }
    }

    /** Cut off at ±limit. */
    record Clamp(double limit) implements Outer {
      @Override
      public double apply(double sum) {
        return Math.max(-limit, Math.min(limit, sum));
      }
    }

    /** No sum leads to the result: a faulty line of the backward pass computed it. */
    record FaultyLine(double result, String line) implements Outer {
      @Override
      public double apply(double sum) {
        return result;
      }
    }

    /** A function of the sum, such as tanh. */
    record Applied(Function function) implements Outer {
      @Override
      public double apply(double sum) {
        return function.of(sum);
      }
    }

    /**
     * {@code exp(z − max) / total}, with the largest logit and the sum of all the exponentials of
     * the timestep.
     *
     * @param logit what z is called
     */
    record Softmax(String logit, double max, double total) implements Outer {
      @Override
      public double apply(double sum) {
        return Elementary.exp(sum - max) / total;
      }
    }
  }
}
