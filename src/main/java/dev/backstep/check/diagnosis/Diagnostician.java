package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Tries what could have gone wrong, the simplest first: one fault, something done with the right
 * gradients or another state to begin with, both, two faults, and what other sequences left behind.
 */
final class Diagnostician {
  /** The part of the tolerance below which one error is no smaller than another. */
  private static final double NONE = 1e-2;

  private final Verdict verdict;

  /** So many products all timesteps may take on which a fault is tried alone. */
  private static final double MOST_PRODUCTS = 1e9;

  private final Submission submission;
  private final BooleanSupplier cancelled;
  private final Computed right;
  private final Fit fit;
  private final List<Trial> trials = new ArrayList<>();
  private int pairsTried;

  /** What the explanations are about: the submission, or its run from another state. */
  private Submission explained;

  Diagnostician(Verdict verdict, BooleanSupplier cancelled) {
    this.verdict = verdict;
    submission = verdict.submission();
    this.cancelled = cancelled;
    explained = submission;
    right = submission.right();
    fit = new Fit(submission, right);
  }

  Diagnosis diagnosis() {
    Set<String> wrong = fit.misses(right);
    Fit toRight = fit.toRight();
    // Each is a pass of its own, so they may be made at the same time; their order stays.
    Fault.tried(submission.batch().net()).parallelStream()
        .filter(fault -> !cancelled.getAsBoolean())
        .map(fault -> trial(fault, toRight))
        .forEachOrdered(trials::add);
    List<Explanation> explanations = fit.tellsWrong() ? explanations(wrong) : List.of();
    return new Diagnosis(
        wrong.isEmpty(),
        explanations,
        apart(explanations, wrong.isEmpty()),
        trials.size(),
        pairsTried,
        !fit.tellsAll(),
        notes(explanations, wrong.isEmpty()),
        Diagnosis.evidence(explained.given()));
  }

  private List<Explanation> explanations(Set<String> wrong) {
    List<Explanation> alone = alone();
    if (!alone.isEmpty() || !fit.tellsAll()) {
      return alone;
    }
    return twist(right)
        .or(() -> new Transposition(submission, fit).ofWeight())
        .map(twist -> List.of(new Explanation(twist)))
        .or(() -> fromOtherState(List.of(Fault.NONE)))
        .or(this::inPadding)
        .or(this::leftOut)
        .or(this::otherWeights)
        .or(this::beforeUpdate)
        .or(this::afterSomeUpdate)
        .or(this::faultAndTwist)
        .or(() -> partly(wrong, this::isOfState))
        .or(this::faultAndTruncation)
        .or(() -> fromOtherState(Fault.tried(submission.batch().net())))
        .or(this::atOneTimestep)
        .or(this::inPaddingToo)
        .or(() -> pairs(wrong))
        .or(this::behindTwist)
        .or(this::faultAndLeftOut)
        .or(this::notDetached)
        .or(this::residue)
        .or(() -> partly(wrong, name -> !isOfWeight(name)))
        .orElse(List.of());
  }

  private Trial trial(Fault fault, Fit toRight) {
    Computed with = computed(fault);
    return new Trial(fault, fit.misses(with), toRight.misses(with), fit.error(with));
  }

  private Computed computed(Fault fault) {
    return right.by(fault.rules());
  }

  /** Of several the one first whose numbers are nearest; what rounding does to them is as near. */
  private List<Explanation> alone() {
    double none = submission.tolerance().relative() * NONE;
    return trials.stream()
        .filter(Trial::fits)
        .sorted(Comparator.comparingDouble(trial -> Math.max(trial.error(), none)))
        .map(trial -> new Explanation(GradientChange.NONE, trial.fault()))
        .toList();
  }

  private Optional<GradientChange> twist(Computed candidate) {
    return new Factors(submission, fit)
        .between(candidate)
        .or(() -> new Clipped(submission, fit).between(candidate))
        .or(() -> new Transposition(submission, fit).ofGradient(candidate))
        .or(() -> new OfSome(submission, fit).between(candidate));
  }

  private Optional<List<Explanation>> leftOut() {
    return new LeftOut(submission, fit)
        .by(Fault.NONE, right)
        .map(twist -> List.of(new Explanation(twist)));
  }

  private Optional<List<Explanation>> otherWeights() {
    return new Remainder(submission, right)
        .decay()
        .filter(twist -> fit.rowsFit(right, 1))
        .or(() -> new SavedAfterUpdate(submission).rate())
        .map(twist -> List.of(new Explanation(twist)));
  }

  private Optional<List<Explanation>> inPadding() {
    List<Explanation> found =
        new BatchFaults(submission).found().stream().map(twist -> new Explanation(twist)).toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private Optional<List<Explanation>> inPaddingToo() {
    List<Explanation> found = new BatchFaults(submission).with(trials, cancelled);
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** What is wrong with the weights from before the update, where those have the loss. */
  private Optional<List<Explanation>> beforeUpdate() {
    if (verdict.loss().agrees()) {
      return Optional.empty();
    }
    return new SavedAfterUpdate(submission)
        .byLoss()
        .map(
            found ->
                new Diagnostician(found.getValue(), cancelled)
                    .diagnosis().explanations().stream()
                        .filter(each -> each.isComplete() && each.twist().isNone())
                        .map(each -> new Explanation(each.faults(), found.getKey(), Set.of()))
                        .toList())
        .filter(found -> !found.isEmpty());
  }

  private Optional<List<Explanation>> afterSomeUpdate() {
    return new SavedAfterUpdate(submission)
        .byOutputs()
        .map(twist -> List.of(new Explanation(twist)));
  }

  private Optional<List<Explanation>> notDetached() {
    return new NotDetached(submission, fit).found().map(twist -> List.of(new Explanation(twist)));
  }

  private Optional<List<Explanation>> faultAndTruncation() {
    List<Explanation> found = new CutShort(submission, fit, cancelled).with(trials);
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private Optional<List<Explanation>> behindTwist() {
    BehindTwist behind = new BehindTwist(submission, fit, trials, cancelled);
    Optional<List<Explanation>> found = behind.found();
    pairsTried += behind.tried();
    return found;
  }

  /** What has to be said besides: that it may be a choice, or where the difference sits. */
  private List<String> notes(List<Explanation> explanations, boolean isRight) {
    if (!explanations.isEmpty()) {
      boolean isCut =
          explanations.get(0).faults().size() == 1
              && explanations.get(0).twist().isNone()
              && new CutShort(submission, fit, cancelled).isEveryStep();
      return isCut ? List.of(CutShort.EVERY_STEP) : List.of();
    }
    return isRight ? List.of() : new Whereabouts(verdict).sentences();
  }

  private Optional<List<Explanation>> faultAndLeftOut() {
    LeftOut leftOut = new LeftOut(submission, fit);
    List<Explanation> found =
        trials.stream()
            .map(Trial::fault)
            .filter(fault -> !cancelled.getAsBoolean())
            .flatMap(
                fault ->
                    leftOut.by(fault, computed(fault)).stream()
                        .map(twist -> new Explanation(twist, fault)))
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private Optional<List<Explanation>> fromOtherState(List<Fault> faults) {
    for (OtherRun run : new OtherState(submission, right).runs()) {
      List<Explanation> found =
          faults.stream()
              .filter(fault -> !cancelled.getAsBoolean() && run.fits(fault))
              .map(run::with)
              .toList();
      if (!found.isEmpty()) {
        explained = run.submission();
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private Optional<List<Explanation>> faultAndTwist() {
    List<Explanation> found =
        trials.stream()
            .map(Trial::fault)
            .filter(fault -> !cancelled.getAsBoolean())
            .flatMap(
                fault ->
                    twist(computed(fault)).stream().map(twist -> new Explanation(twist, fault)))
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private Optional<List<Explanation>> pairs(Set<String> wrong) {
    PairSearch search = new PairSearch(submission.batch(), fit, cancelled);
    List<Explanation> found = search.among(trials, wrong);
    pairsTried += search.tried();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** One fault at one timestep alone: at any of them where that costs little, else at the ends. */
  private Optional<List<Explanation>> atOneTimestep() {
    int longest = submission.batch().sequences().stream().mapToInt(Example::length).max().orElse(1);
    double passes = (double) trials.size() * longest;
    boolean isCheap =
        passes * submission.shape().parameters() * submission.length() <= MOST_PRODUCTS;
    IntStream between = isCheap ? IntStream.range(1, longest - 1) : IntStream.empty();
    int[] timesteps = IntStream.concat(IntStream.of(-1, 0), between).toArray();
    List<Explanation> found =
        Arrays.stream(timesteps)
            .boxed()
            .flatMap(t -> trials.stream().flatMap(trial -> trial.fault().at(t).stream()))
            .filter(fault -> !cancelled.getAsBoolean())
            .filter(fault -> fit.misses(computed(fault)).isEmpty())
            .map(fault -> new Explanation(GradientChange.NONE, fault))
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private Optional<List<Explanation>> residue() {
    return new LeftoverGradients(submission, fit)
        .over(right)
        .map(twist -> List.of(new Explanation(twist, Fault.NO_RESET)));
  }

  /** One fault that gives every weight gradient, though not what may be left over. */
  private Optional<List<Explanation>> partly(Set<String> wrong, Predicate<String> mayBeLeft) {
    boolean isWeightWrong = wrong.stream().anyMatch(this::isOfWeight);
    return trials.stream()
        .filter(trial -> isWeightWrong)
        .filter(trial -> trial.misses().stream().allMatch(mayBeLeft))
        .min(Comparator.comparingInt(trial -> trial.misses().size()))
        .map(trial -> new Explanation(List.of(trial.fault()), GradientChange.NONE, trial.misses()))
        .map(List::of);
  }

  /** What is handed back to the state before the sequence, whatever becomes of it there. */
  private boolean isOfState(String name) {
    return submission.totals().stream()
        .anyMatch(total -> !total.isOfWeight() && total.gradient().equals(name));
  }

  private boolean isOfWeight(String name) {
    return submission.totals().stream()
        .anyMatch(total -> total.isOfWeight() && total.gradient().equals(name));
  }

  /** Where there is padding, faults of batches were tried on it, and this one would be seen. */
  private boolean isTriedOnPadding(Fault fault) {
    return fault == Fault.PADDING_UNMASKED && submission.padded().isPresent();
  }

  private List<AlternativeFault> apart(List<Explanation> explanations, boolean isRight) {
    TellingApart telling = new TellingApart(explained);
    if (isRight) {
      return trials.stream()
          .filter(Trial::fits)
          .filter(trial -> !isTriedOnPadding(trial.fault()))
          .filter(trial -> !cancelled.getAsBoolean())
          .map(trial -> telling.apart(trial.fault(), BackwardRules.RIGHT))
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
