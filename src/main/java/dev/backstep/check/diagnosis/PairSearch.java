package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.fault.Fault;
import dev.backstep.model.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Tries two faults at once, where what each spoils leaves it possible. */
final class PairSearch {
  private final Batch given;
  private final Fit fit;
  private final BooleanSupplier cancelled;
  private int tried;

  PairSearch(Batch given, Fit fit, BooleanSupplier cancelled) {
    this.given = given;
    this.fit = fit;
    this.cancelled = cancelled;
  }

  /** The pairs that reproduce everything that was supplied. */
  List<Explanation> among(List<Trial> trials, Set<String> wrong) {
    List<Trial> suspects = trials.stream().filter(trial -> trial.isSuspect(wrong)).toList();
    List<Explanation> found = new ArrayList<>();
    for (int i = 0; i < suspects.size(); i++) {
      for (Trial other : suspects.subList(i + 1, suspects.size())) {
        if (suspects.get(i).mayFitWith(other) && !cancelled.getAsBoolean()) {
          pair(suspects.get(i).fault(), other.fault()).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Where both write the same number, which has the last word makes a difference. */
  private Optional<Explanation> pair(Fault one, Fault other) {
    tried++;
    return Stream.of(
            new Explanation(GradientChange.NONE, one, other),
            new Explanation(GradientChange.NONE, other, one))
        .filter(pair -> fit.misses(Computed.of(given, pair.rules())).isEmpty())
        .findFirst();
  }

  /** How many pairs were. */
  int tried() {
    return tried;
  }
}
