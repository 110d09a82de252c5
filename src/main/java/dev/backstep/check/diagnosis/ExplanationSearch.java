package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.verdict.KnownNet;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.model.Example;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Looks for what gives the numbers of a submission, the simplest first: one fault, something done
 * with the right gradients or another state to begin with, both, two faults, and what other
 * sequences left behind.
 */
final class ExplanationSearch {
  /** The part of the tolerance below which one error is no smaller than another. */
  private static final double NONE = 1e-2;

  /** So many products all timesteps may take on which a fault is tried alone. */
  private static final double MOST_PRODUCTS = 1e9;

  private final Verdict verdict;
  private final Submission submission;
  private final BooleanSupplier cancelled;
  private final Computed right;
  private final Fit fit;
  private final List<Trial> trials;
  private int pairsTried;

  /** What the explanations are about: the submission, or its run from another state. */
  private Submission explained;

  /**
   * @param trials the faults, each alone on what was supplied
   */
  ExplanationSearch(Verdict verdict, Fit fit, List<Trial> trials, BooleanSupplier cancelled) {
    this.verdict = verdict;
    this.fit = fit;
    this.trials = trials;
    this.cancelled = cancelled;
    submission = verdict.submission();
    explained = submission;
    right = submission.right();
  }

  /**
   * What was found.
   *
   * @param wrong the arrays that are not right
   * @param isOfOtherNet whether the forward pass is that of another net, so that no two faults of
   *     this one need be tried
   */
  List<Explanation> explanations(Set<String> wrong, boolean isOfOtherNet) {
    List<Explanation> alone = alone();
    if (!alone.isEmpty() || !fit.tellsAll()) {
      return alone;
    }
    return change(right)
        .or(() -> new Transposition(submission, fit).ofWeight())
        .map(change -> List.of(new Explanation(change)))
        .or(() -> fromOtherState(List.of(Fault.NONE)))
        .or(this::inPadding)
        .or(this::leftOut)
        .or(this::otherWeights)
        .or(this::beforeUpdate)
        .or(this::afterSomeUpdate)
        .or(this::faultAndChange)
        .or(() -> partly(wrong, this::isOfState))
        .or(this::faultAndTruncation)
        .or(() -> fromOtherState(FaultCatalogue.of(submission.batch().net()).tried()))
        .or(() -> isOfOtherNet ? Optional.empty() : atOneTimestep())
        .or(this::inPaddingToo)
        .or(() -> isOfOtherNet ? Optional.empty() : further(wrong))
        .or(() -> partly(wrong, name -> !isOfWeight(name)))
        .orElse(List.of());
  }

  private Optional<List<Explanation>> further(Set<String> wrong) {
    return pairs(wrong)
        .or(this::behindChange)
        .or(this::faultAndLeftOut)
        .or(this::notDetached)
        .or(this::leftoverGradients);
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

  private Optional<GradientChange> change(Computed candidate) {
    return new Factors(submission, fit)
        .between(candidate)
        .or(() -> new Clipped(submission, fit).between(candidate))
        .or(() -> new Transposition(submission, fit).ofGradient(candidate))
        .or(() -> new ChangeOfOneArray(submission, fit).between(candidate));
  }

  private Optional<List<Explanation>> leftOut() {
    return new LeftOut(submission, fit)
        .by(Fault.NONE, right)
        .map(change -> List.of(new Explanation(change)));
  }

  private Optional<List<Explanation>> otherWeights() {
    return new Remainder(submission, right)
        .decay()
        .filter(change -> fit.rowsFit(right, 1))
        .or(() -> new SavedAfterUpdate(submission).rate())
        .map(change -> List.of(new Explanation(change)));
  }

  private Optional<List<Explanation>> inPadding() {
    List<Explanation> found =
        new BatchFaults(submission)
            .found().stream().map(change -> new Explanation(change)).toList();
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
                Diagnosis.of(found.getValue(), cancelled).explanations().stream()
                    .filter(each -> each.isComplete() && each.change().isNone())
                    .map(each -> new Explanation(each.faults(), found.getKey(), Set.of()))
                    .toList())
        .filter(found -> !found.isEmpty());
  }

  private Optional<List<Explanation>> afterSomeUpdate() {
    return new SavedAfterUpdate(submission)
        .byOutputs()
        .map(change -> List.of(new Explanation(change)));
  }

  private Optional<List<Explanation>> notDetached() {
    return new NotDetached(submission, fit).found().map(change -> List.of(new Explanation(change)));
  }

  private Optional<List<Explanation>> faultAndTruncation() {
    List<Explanation> found = new CutShort(submission, fit, cancelled).with(trials);
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private Optional<List<Explanation>> behindChange() {
    FaultsBehindChange behind = new FaultsBehindChange(submission, fit, trials, cancelled);
    Optional<List<Explanation>> found = behind.found();
    pairsTried += behind.tried();
    return found;
  }

  private Optional<List<Explanation>> faultAndLeftOut() {
    LeftOut leftOut = new LeftOut(submission, fit);
    List<Explanation> found =
        trials.parallelStream()
            .map(Trial::fault)
            .filter(fault -> !cancelled.getAsBoolean())
            .flatMap(
                fault ->
                    leftOut.by(fault, computed(fault)).stream()
                        .map(change -> new Explanation(change, fault)))
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

  private Optional<List<Explanation>> faultAndChange() {
    List<Explanation> found =
        trials.parallelStream()
            .map(Trial::fault)
            .filter(fault -> !cancelled.getAsBoolean())
            .flatMap(
                fault ->
                    change(computed(fault)).stream().map(change -> new Explanation(change, fault)))
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private Optional<List<Explanation>> pairs(Set<String> wrong) {
    PairSearch search = new PairSearch(submission.batch().net(), fit, cancelled);
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
            .filter(fault -> fit.fits(fault.rules()))
            .map(fault -> new Explanation(GradientChange.NONE, fault))
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** What is only likely is not said where the net itself is in doubt. */
  private Optional<List<Explanation>> leftoverGradients() {
    if (new KnownNet(verdict).doubt().isPresent()) {
      return Optional.empty();
    }
    return new LeftoverGradients(submission, fit)
        .over(right)
        .map(change -> List.of(new Explanation(change, Fault.NO_RESET)));
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

  private Computed computed(Fault fault) {
    return right.by(fault.rules());
  }

  /** The submission, or its run from another state if the explanations are about that. */
  Submission explained() {
    return explained;
  }

  /** How many pairs of faults were tried. */
  int pairsTried() {
    return pairsTried;
  }
}
