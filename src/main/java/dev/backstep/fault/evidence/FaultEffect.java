package dev.backstep.fault.evidence;

import dev.backstep.fault.Fault;
import dev.backstep.trace.Trace;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A fault on a specimen: what it does, beside what should be.
 *
 * @param wrong the trace with the fault; longer than the right one where it pads
 */
public record FaultEffect(
    Fault fault, Specimen specimen, Trace right, Trace wrong, Signature signature) {
  /** Differences up to this much are rounding: the same sums in another order. */
  public static final double TOLERANCE = 1e-12;

  /** Goes forward and backward twice; it belongs on another thread than the screen's. */
  public static FaultEffect of(Fault fault, Specimen specimen) {
    Trace right = specimen.right();
    Trace wrong = specimen.by(fault);
    return new FaultEffect(fault, specimen, right, wrong, Signature.between(right, wrong));
  }

  private static boolean differs(Map<String, Difference> totals) {
    return totals.values().stream().anyMatch(FaultEffect::isWrong);
  }

  /** Whether something is wrong by more than rounding. */
  public static boolean isWrong(Difference difference) {
    return difference.exceeds(TOLERANCE);
  }

  /** Whether a total gradient is wrong: dW1, dW2, dW3, dbh, dbo or dh0. */
  public boolean isWrong(String total) {
    return isWrong(Objects.requireNonNull(signature.totals().get(total), total));
  }

  /** The timestep whose backward cell is the first with a wrong number. */
  public Optional<Integer> firstWrongTimestep() {
    return signature.firstWrong(TOLERANCE).map(Signature.Place::timestep);
  }

  /** Whether nothing that is compared is wrong. */
  public boolean isUnseen() {
    return !differs(signature.totals()) && signature.firstWrong(TOLERANCE).isEmpty();
  }

  /**
   * Whether another fault gives the very same totals here, so that the two cannot be told apart. It
   * goes forward and backward and belongs on another thread than the screen's.
   */
  public boolean isSameAs(Fault other) {
    return other == fault || !differs(Signature.totals(wrong, specimen.by(other)));
  }
}
