package dev.backstep.check.verdict;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.math.Kernels;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the numbers of a file show that the program computes the net that it was read as. Where
 * the states, the outputs or the loss are others than that net gives, or nothing at all comes out
 * of it, the program may be right and its net another: one with a residual or leaky state, with
 * peepholes, with a normalisation or dropout.
 */
public final class KnownNet {
  private final Verdict verdict;
  private final Submission submission;

  public KnownNet(Verdict verdict) {
    this.verdict = verdict;
    submission = verdict.submission();
  }

  /**
   * Why nothing can be said of the gradients, as the part of a sentence behind <i>because</i>;
   * empty if something shows that the net is the one that it was read as, or nothing is wrong.
   */
  public Optional<String> doubt() {
    if (verdict.agrees() || isShown()) {
      return Optional.empty();
    }
    Optional<RowJudgement> other = otherRow();
    if (other.isPresent()) {
      return other.map(this::ofRow);
    }
    if (isLossOther()) {
      return Optional.of(ofLoss());
    }
    boolean isAnythingThere = verdict.open() > 0 || verdict.right() > 0;
    return isAnythingThere ? Optional.empty() : Optional.of(ofNothing());
  }

  /** The quantities of the forward pass that are others, by our names. */
  public Set<String> otherStates() {
    return isShown()
        ? Set.of()
        : forward().stream()
            .filter(row -> row.wrongTimesteps().length > 0)
            .map(RowJudgement::quantity)
            .filter(Objects::nonNull)
            .map(Vector::inFiles)
            .collect(Collectors.toSet());
  }

  /** By the loss or a gradient that is right, or by all states where no more was saved. */
  private boolean isShown() {
    return verdict.loss().agrees() || isAnyGradientRight() || (areStatesRight() && !isLossOther());
  }

  private boolean isAnyGradientRight() {
    Computed right = submission.right();
    return verdict.totals().stream()
        .filter(total -> total.judgement().agrees())
        .map(TotalJudgement::gradient)
        .anyMatch(gradient -> isAnything(right.total(gradient)));
  }

  /** Of zeros nothing follows: with h0 = 0 and T = 1 every net has them. */
  private static boolean isAnything(double[] numbers) {
    return Kernels.sumOfSquares(numbers) > 0;
  }

  private boolean areStatesRight() {
    List<RowJudgement> rows = forward();
    return rows.stream().anyMatch(row -> net().states().contains(row.quantity()))
        && rows.stream().allMatch(KnownNet::isRight);
  }

  private List<RowJudgement> forward() {
    return verdict.rows().stream()
        .filter(row -> row.quantity() != null && !Judge.isBackward(row))
        .filter(RowJudgement::isSupplied)
        .toList();
  }

  private static boolean isRight(RowJudgement row) {
    return row.cells().stream().allMatch(Judgement::agrees);
  }

  private Optional<RowJudgement> otherRow() {
    return forward().stream().filter(row -> row.wrongTimesteps().length > 0).findFirst();
  }

  private boolean isLossOther() {
    return verdict.loss().differs()
        || verdict.rows().stream()
            .filter(row -> row.quantity() == null)
            .anyMatch(row -> row.wrongTimesteps().length > 0);
  }

  private String ofRow(RowJudgement row) {
    Vector quantity = row.quantity();
    boolean isState = quantity != null && !quantity.equals(net().output());
    int first = row.wrongTimesteps()[0];
    return String.format(
        Locale.ROOT,
        "the %s that were saved as %s are given by no net that is known: at %s those of %s are"
            + " others, with these weights and this input",
        isState ? "states" : "outputs",
        row.name(),
        submission.place(first),
        words());
  }

  private String ofLoss() {
    return String.format(
        Locale.ROOT,
        "the loss that was saved is given by no net that is known%s: that of %s is another, with"
            + " these weights and this input",
        gradients().isEmpty() ? "" : ", and none of " + gradients() + " is right",
        words());
  }

  private String ofNothing() {
    return String.format(
        Locale.ROOT,
        "nothing that was saved shows that the net is %s: %s, and neither a loss nor states were"
            + " saved",
        words(),
        gradients().isEmpty() ? "no row is right" : "none of " + gradients() + " is right");
  }

  private String gradients() {
    return verdict.totals().stream()
        .filter(total -> total.judgement().isSupplied())
        .map(TotalJudgement::name)
        .collect(Collectors.joining(", "));
  }

  private Net net() {
    return submission.batch().net();
  }

  private static String words() {
    return "the one that it was read as";
  }
}
