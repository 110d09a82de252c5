package dev.backstep.check;

import dev.backstep.fault.Fault;
import dev.backstep.model.BackwardRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tries what could have gone wrong, the simplest first: one fault, something done with the right
 * gradients, both, two faults, and what other sequences left behind.
 */
final class Diagnostician {
  private final Submission submission;
  private final Computed right;
  private final Fit fit;
  private final Map<Fault, Set<String>> misses = new LinkedHashMap<>();
  private final Map<Fault, Set<String>> spoilt = new LinkedHashMap<>();
  private int pairsTried;

  Diagnostician(Submission submission) {
    this.submission = submission;
    right = Computed.of(submission.given(), BackwardRules.RIGHT);
    fit = new Fit(submission, right);
  }

  Diagnosis diagnosis() {
    Set<String> wrong = fit.misses(right);
    Fit toRight = new Fit(asSupplied(), right);
    for (Fault fault : Fault.catalogue()) {
      Computed with = computed(fault.rules());
      misses.put(fault, fit.misses(with));
      spoilt.put(fault, toRight.misses(with));
    }
    List<Explanation> explanations = wrong.isEmpty() ? List.of() : explanations(wrong);
    return new Diagnosis(
        wrong.isEmpty(),
        explanations,
        apart(explanations, wrong.isEmpty()),
        misses.size(),
        pairsTried,
        Diagnosis.evidence(submission.given()));
  }

  private List<Explanation> explanations(Set<String> wrong) {
    List<Explanation> alone = alone();
    if (!alone.isEmpty()) {
      return alone;
    }
    return twist(right)
        .or(() -> new Transposition(submission, fit).ofWeight())
        .map(twist -> List.of(new Explanation(twist)))
        .or(this::faultAndTwist)
        .or(() -> pairs(wrong))
        .or(this::residue)
        .or(() -> partly(wrong))
        .orElse(List.of());
  }

  private Computed computed(BackwardRules rules) {
    return Computed.of(submission.given(), rules);
  }

  private List<Explanation> alone() {
    return misses.keySet().stream()
        .filter(fault -> misses.get(fault).isEmpty())
        .map(fault -> new Explanation(Twist.NONE, fault))
        .toList();
  }

  private Optional<Twist> twist(Computed candidate) {
    return new Factors(submission, fit)
        .between(candidate)
        .or(() -> new Clipped(submission, fit).between(candidate))
        .or(() -> new Transposition(submission, fit).ofGradient(candidate));
  }

  private Optional<List<Explanation>> faultAndTwist() {
    List<Explanation> found =
        misses.keySet().stream()
            .flatMap(
                fault ->
                    twist(computed(fault.rules())).stream()
                        .map(twist -> new Explanation(twist, fault)))
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /**
   * Two faults can only give the numbers together if each spoils whatever the other leaves
   * unexplained.
   */
  private Optional<List<Explanation>> pairs(Set<String> wrong) {
    List<Fault> suspects =
        spoilt.keySet().stream()
            .filter(fault -> !spoilt.get(fault).isEmpty() && wrong.containsAll(spoilt.get(fault)))
            .toList();
    List<Explanation> found = new ArrayList<>();
    for (int i = 0; i < suspects.size(); i++) {
      for (int k = i + 1; k < suspects.size(); k++) {
        Fault one = suspects.get(i);
        Fault other = suspects.get(k);
        if (spoilt.get(other).containsAll(misses.get(one))
            && spoilt.get(one).containsAll(misses.get(other))) {
          pair(one, other).ifPresent(found::add);
        }
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** Where both write the same number, which has the last word makes a difference. */
  private Optional<Explanation> pair(Fault one, Fault other) {
    pairsTried++;
    return Stream.of(one.with(other), other.with(one))
        .filter(rules -> fit.misses(computed(rules)).isEmpty())
        .findFirst()
        .map(rules -> new Explanation(Twist.NONE, one, other));
  }

  /** The arrays that were supplied, with the right numbers in them. */
  private Submission asSupplied() {
    return new Submission(
        submission.source(),
        submission.dialect(),
        submission.given(),
        submission.tolerance(),
        submission.labels(),
        submission.rows().stream().map(this::right).toList(),
        submission.totals().stream().map(this::right).toList(),
        submission.loss(),
        submission.learningRate(),
        submission.remarks());
  }

  private SuppliedRows right(SuppliedRows rows) {
    double[][] numbers = new double[submission.length()][];
    for (int t = 0; t < numbers.length; t++) {
      numbers[t] = right.row(rows.quantity(), t);
    }
    return new SuppliedRows(rows.name(), rows.quantity(), numbers);
  }

  private SuppliedTotal right(SuppliedTotal total) {
    return new SuppliedTotal(total.name(), total.gradient(), right.total(total.gradient()));
  }

  private Optional<List<Explanation>> residue() {
    return new Residue(submission, fit)
        .over(right)
        .map(twist -> List.of(new Explanation(twist, Fault.NO_RESET)));
  }

  /** One fault that gives every weight gradient, though not everything else. */
  private Optional<List<Explanation>> partly(Set<String> wrong) {
    boolean isWeightWrong = wrong.stream().anyMatch(Diagnostician::isOfWeight);
    return misses.entrySet().stream()
        .filter(entry -> isWeightWrong)
        .filter(entry -> entry.getValue().stream().noneMatch(Diagnostician::isOfWeight))
        .min(Map.Entry.comparingByValue((one, other) -> one.size() - other.size()))
        .map(
            entry ->
                List.of(new Explanation(List.of(entry.getKey()), Twist.NONE, entry.getValue())));
  }

  private static boolean isOfWeight(String name) {
    return Set.of("dW1", "dW2", "dW3", "dbh", "dbo").contains(name);
  }

  private List<Apart> apart(List<Explanation> explanations, boolean isRight) {
    TellingApart telling = new TellingApart(submission);
    if (isRight) {
      return misses.keySet().stream()
          .filter(fault -> misses.get(fault).isEmpty())
          .map(fault -> telling.apart(fault, BackwardRules.RIGHT))
          .toList();
    }
    if (explanations.isEmpty() || explanations.get(0).faults().size() != 1) {
      return List.of();
    }
    Fault named = explanations.get(0).faults().get(0);
    return explanations.stream()
        .skip(1)
        .filter(each -> each.faults().size() == 1)
        .map(each -> telling.apart(each.faults().get(0), named.rules()))
        .toList();
  }
}
