package dev.backstep.check.diagnosis;

import static java.util.Collections.disjoint;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.verdict.KnownNet;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.model.BackwardRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Tries each fault on the numbers of a submission, and has what explains them looked for. */
final class Diagnostician {
  private final Verdict verdict;
  private final Submission submission;
  private final BooleanSupplier cancelled;
  private final Computed right;
  private final Fit fit;

  Diagnostician(Verdict verdict, BooleanSupplier cancelled) {
    this.verdict = verdict;
    submission = verdict.submission();
    this.cancelled = cancelled;
    right = submission.right();
    fit = new Fit(submission, right);
  }

  Diagnosis diagnosis() {
    Set<String> wrong = fit.misses(right);
    List<Trial> trials = trials();
    KnownNet known = new KnownNet(verdict);
    Optional<String> doubt = known.doubt();
    ExplanationSearch search = new ExplanationSearch(verdict, fit, trials, cancelled);
    List<Explanation> explanations =
        fit.tellsWrong() ? search.explanations(wrong, isHopeless(known, trials)) : List.of();
    Submission explained = search.explained();
    return new Diagnosis(
        wrong.isEmpty(),
        explanations,
        wrong.isEmpty() ? apartFromRight(trials, explained) : apart(explanations, explained),
        trials.size(),
        search.pairsTried(),
        !fit.tellsAll(),
        explanations.isEmpty() ? doubt : Optional.empty(),
        notes(explanations, wrong.isEmpty() || doubt.isPresent()),
        Diagnosis.evidence(explained.given()));
  }

  /** Whether the states are those of another net, and no fault of this one makes them so. */
  private static boolean isHopeless(KnownNet known, List<Trial> trials) {
    Set<String> others = known.otherStates();
    return !others.isEmpty()
        && trials.stream().noneMatch(trial -> disjoint(trial.misses(), others));
  }

  private List<Trial> trials() {
    Fit toRight = fit.toRight();
    List<Trial> trials = new ArrayList<>();
    // Each is a pass of its own, so they may be made at the same time; their order stays.
    FaultCatalogue.of(submission.batch().net()).tried().parallelStream()
        .filter(fault -> !cancelled.getAsBoolean())
        .map(fault -> Trial.of(fault, fit, toRight))
        .forEachOrdered(trials::add);
    return trials;
  }

  /** What has to be said besides: that it may be a choice, or where the difference sits. */
  private List<String> notes(List<Explanation> explanations, boolean isRight) {
    if (!explanations.isEmpty()) {
      boolean isCut =
          explanations.get(0).faults().size() == 1
              && explanations.get(0).change().isNone()
              && new CutShort(submission, fit, cancelled).isEveryStep();
      return isCut ? List.of(CutShort.EVERY_STEP) : List.of();
    }
    return isRight ? List.of() : new Whereabouts(verdict).sentences();
  }

  /** Where there is padding, faults of batches were tried on it, and this one would be seen. */
  private boolean isTriedOnPadding(Fault fault) {
    return fault == Fault.PADDING_UNMASKED && submission.padded().isPresent();
  }

  /** The faults that would give the same numbers as a right program. */
  private List<AlternativeFault> apartFromRight(List<Trial> trials, Submission explained) {
    TellingApart telling = new TellingApart(explained);
    return trials.stream()
        .filter(Trial::fits)
        .filter(trial -> !isTriedOnPadding(trial.fault()))
        .filter(trial -> !cancelled.getAsBoolean())
        .map(trial -> telling.apart(trial.fault(), BackwardRules.RIGHT))
        .toList();
  }

  /** The faults that would give the same numbers as the first explanation. */
  private static List<AlternativeFault> apart(
      List<Explanation> explanations, Submission explained) {
    if (explanations.isEmpty() || explanations.get(0).faults().size() != 1) {
      return List.of();
    }
    TellingApart telling = new TellingApart(explained);
    Fault named = explanations.get(0).faults().get(0);
    return explanations.stream()
        .skip(1)
        .filter(each -> each.faults().size() == 1)
        .map(each -> telling.apart(each.faults().get(0), named.rules()))
        .toList();
  }
}
