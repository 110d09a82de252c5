package dev.backstep.check.diagnosis;

import dev.backstep.fault.Fault;
import dev.backstep.net.Net;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Tries two faults at once, where what each spoils leaves it possible. */
final class PairSearch {
  private final Net net;
  private final Fit fit;
  private final BooleanSupplier cancelled;
  private int tried;

  PairSearch(Net net, Fit fit, BooleanSupplier cancelled) {
    this.net = net;
    this.fit = fit;
    this.cancelled = cancelled;
  }

  /** The pairs that reproduce everything that was supplied. */
  List<Explanation> among(List<Trial> trials, Set<String> wrong) {
    List<Trial> suspects = trials.stream().filter(trial -> trial.isSuspect(wrong)).toList();
    List<List<Fault>> pairs = new ArrayList<>();
    for (int i = 0; i < suspects.size(); i++) {
      for (Trial other : suspects.subList(i + 1, suspects.size())) {
        if (suspects.get(i).mayFitWith(other)) {
          pairs.add(List.of(suspects.get(i).fault(), other.fault()));
        }
      }
    }
    tried += pairs.size();
    // Each is a pass of its own, so they may be made at the same time; their order stays.
    return pairs.parallelStream()
        .filter(pair -> !cancelled.getAsBoolean())
        .flatMap(pair -> pair(pair.get(0), pair.get(1)).stream())
        .toList();
  }

  /** Where both write the same number, which has the last word makes a difference. */
  private Optional<Explanation> pair(Fault one, Fault other) {
    Explanation first = new Explanation(GradientChange.NONE, one, other);
    Explanation second = new Explanation(GradientChange.NONE, other, one);
    if (fits(first)) {
      return Optional.of(first);
    }
    boolean isSame =
        one.isWritten()
            && other.isWritten()
            && first.rules().net(net).rules().equals(second.rules().net(net).rules());
    return !isSame && fits(second) ? Optional.of(second) : Optional.empty();
  }

  private boolean fits(Explanation pair) {
    return fit.fits(pair.rules());
  }

  /** How many pairs were. */
  int tried() {
    return tried;
  }
}
