package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.net.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognises one array alone that has the other sign, where all else fits. */
final class SignOfOne {
  private final Submission submission;
  private final Fit fit;

  SignOfOne(Submission submission, Fit fit) {
    this.submission = submission;
    this.fit = fit;
  }

  Optional<GradientChange> between(Computed candidate) {
    List<String> turned = new ArrayList<>();
    for (SuppliedRows rows : submission.rows()) {
      if (!fit.reproduces(rows, candidate)) {
        if (rows.quantity().phase() != Phase.BACKWARD || !fit.fits(rows, candidate, -1)) {
          return Optional.empty();
        }
        turned.add(rows.name());
      }
    }
    for (SuppliedTotal total : submission.totals()) {
      double[] expected = candidate.total(total.gradient());
      if (!submission.agree(total, expected)) {
        if (!submission.agree(total, Reduction.times(expected, -1))) {
          return Optional.empty();
        }
        turned.add(total.name());
      }
    }
    return turned.size() == 1
        ? Optional.of(new GradientChange(GradientChange.Kind.SIGN_OF_ONE, -1, turned.get(0)))
        : Optional.empty();
  }
}
