package dev.backstep.check.printed;

import dev.backstep.fault.Fault;
import java.util.List;

/**
 * What would print the same numbers.
 *
 * @param explanations one fault each, or each a pair of which the first has the last word; more
 *     than one where these numbers do not tell them apart, empty where nothing is known that does
 *     it
 * @param elsewhere where the numbers are right: the faults that only other entries would show
 * @param overTime the same: those that a cell alone does not show
 * @param tried how many faults were
 * @param pairs how many pairs were
 * @param isShort whether too few digits differ to name what is wrong
 */
public record PrintedFaults(
    List<List<Fault>> explanations,
    List<Fault> elsewhere,
    List<Fault> overTime,
    int tried,
    int pairs,
    boolean isShort) {
  public PrintedFaults {
    explanations = List.copyOf(explanations);
    elsewhere = List.copyOf(elsewhere);
    overTime = List.copyOf(overTime);
  }

  /** Whether one fault or pair is named, or a few that print the same. */
  public boolean isFound() {
    return !explanations.isEmpty();
  }

  /** Whether a fault is in every explanation. */
  public boolean has(Fault fault) {
    return isFound() && explanations.stream().allMatch(each -> each.contains(fault));
  }
}
