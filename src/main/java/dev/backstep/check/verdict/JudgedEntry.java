package dev.backstep.check.verdict;

import dev.backstep.math.Numbers;
import dev.backstep.trace.arithmetic.Derivation;
import java.util.Optional;

/**
 * One number of a submission beside the right one.
 *
 * @param what which array: {@code dh_prev}, {@code dWhh}, {@code loss}
 * @param timestep −1 where it is of the whole sequence
 * @param index the entry, as Python writes it in the file's own array: {@code [5]}; empty for a
 *     single number
 * @param derivation how the right one is computed; empty for the loss
 */
public record JudgedEntry(
    String what,
    int timestep,
    String index,
    double right,
    double yours,
    Optional<Derivation> derivation) {
  /** The right one, with as many digits as tell it from yours. */
  public String rightApart() {
    return Numbers.apart(right, yours);
  }

  /** Yours, with as many digits as tell it from the right one. */
  public String yoursApart() {
    return Numbers.apart(yours, right);
  }

  /** Whether six digits, with which numbers are written out, do not tell the two apart. */
  public boolean isClose() {
    return right != yours && Numbers.six(right).equals(Numbers.six(yours));
  }
}
