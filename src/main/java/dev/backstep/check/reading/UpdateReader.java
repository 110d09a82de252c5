package dev.backstep.check.reading;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.net.Net;
import dev.backstep.net.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where no gradient was saved but the parameters after the update were, the gradient is what was
 * taken off: {@code (W − W_after) / lr}; without lr it is known up to that factor.
 */
final class UpdateReader {
  private final FoundArrays found;
  private final WeightsReader reader;

  UpdateReader(FoundArrays found, WeightsReader reader) {
    this.found = found;
    this.reader = reader;
  }

  List<SuppliedTotal> totals(OptionalDouble learningRate) throws SubmissionException {
    List<SuppliedTotal> totals = new ArrayList<>();
    Net net = reader.shape().net();
    for (Weight weight : net.weights()) {
      for (WeightPlace before : found.places(net, weight)) {
        Optional<String> after = found.after(net, weight, before);
        if (after.isPresent()) {
          totals.add(total(weight, before, before.in(after.get()), learningRate));
        }
      }
    }
    return totals;
  }

  /** What Adagrad keeps of each weight: {@code mWxh} of {@code Wxh}. */
  Map<String, double[]> squares() throws SubmissionException {
    Map<String, double[]> squares = new LinkedHashMap<>();
    Net net = reader.shape().net();
    for (Weight weight : net.weights()) {
      for (WeightPlace place : found.places(net, weight)) {
        Optional<String> kept = found.squares(place);
        if (kept.isPresent()) {
          squares.put(weight.name(), reader.entries(weight, place.in(kept.get())));
        }
      }
    }
    return squares;
  }

  private SuppliedTotal total(
      Weight weight, WeightPlace before, WeightPlace after, OptionalDouble learningRate)
      throws SubmissionException {
    double[] entries = reader.entries(weight, after);
    double[] old = reader.entries(weight, before);
    for (int i = 0; i < entries.length; i++) {
      entries[i] = (old[i] - entries[i]) / learningRate.orElse(1);
    }
    String what =
        String.format(
            Locale.ROOT, "(%s − %s)", reader.name(weight, before), reader.name(weight, after));
    return new SuppliedTotal(
        learningRate.isPresent() ? what + " / lr" : what,
        SuppliedTotal.ofWeight(weight),
        true,
        entries);
  }
}
