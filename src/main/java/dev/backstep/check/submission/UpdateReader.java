package dev.backstep.check.submission;

import dev.backstep.model.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where no gradient was saved but the parameters after the update were, the gradient is what was
 * taken off: {@code (W − W_after) / lr}; without lr it is known up to that factor.
 */
final class UpdateReader {
  private final FoundArrays found;
  private final GivenReader reader;

  UpdateReader(FoundArrays found, GivenReader reader) {
    this.found = found;
    this.reader = reader;
  }

  List<SuppliedTotal> totals(OptionalDouble learningRate) throws SubmissionException {
    List<SuppliedTotal> totals = new ArrayList<>();
    double rate = learningRate.orElse(1);
    for (String parameter : Parameters.NAMES) {
      Optional<String> after = found.after(parameter);
      Optional<String> name = found.parameter(parameter);
      if (after.isPresent() && name.isPresent()) {
        double[] entries = reader.entries(parameter, after.get());
        double[] old = reader.entries(parameter, name.get());
        for (int i = 0; i < entries.length; i++) {
          entries[i] = (old[i] - entries[i]) / rate;
        }
        String what = String.format(Locale.ROOT, "(%s − %s)", name.get(), after.get());
        totals.add(
            new SuppliedTotal(
                learningRate.isPresent() ? what + " / lr" : what, "d" + parameter, entries));
      }
    }
    return totals;
  }
}
