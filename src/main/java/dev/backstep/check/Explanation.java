package dev.backstep.check;

import dev.backstep.fault.Fault;
import java.util.List;
import java.util.Set;

/**
 * What would give the numbers of a submission.
 *
 * @param faults none, one, or two at once
 * @param twist what else was done with the gradients
 * @param unexplained the supplied arrays that come out otherwise all the same
 */
public record Explanation(List<Fault> faults, Twist twist, Set<String> unexplained) {
  public Explanation {
    faults = List.copyOf(faults);
    unexplained = Set.copyOf(unexplained);
  }

  Explanation(Twist twist, Fault... faults) {
    this(List.of(faults), twist, Set.of());
  }

  /** Whether everything that was supplied comes out. */
  public boolean isComplete() {
    return unexplained.isEmpty();
  }
}
