package dev.backstep.check.diagnosis;

import dev.backstep.check.verdict.Verdict;
import dev.backstep.model.Example;
import dev.backstep.model.GradientCheck;
import dev.backstep.model.WeakEvidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What is wrong with the program whose numbers a verdict is about.
 *
 * @param isRight whether every array that was supplied is right
 * @param explanations those that give the supplied numbers, the simplest first; empty if nothing
 *     does or nothing is wrong
 * @param apart faults that would give the same numbers as the first explanation, or the right ones
 *     if nothing is wrong, and what would tell them apart
 * @param faultsTried how many faults were tried
 * @param pairsTried how many pairs of faults had to be tried
 * @param isBlurred whether rounding takes a right program so far in this net that not every fault
 *     could be told from another
 * @param doubt why it cannot be judged, because nothing shows that the net is the one that it was
 *     read as: the part of a sentence behind <i>because</i>; empty if it can
 * @param notes one sentence each about what else these numbers may be, or where they go wrong
 * @param weakEvidence why the numbers could be right and the program still wrong
 */
public record Diagnosis(
    boolean isRight,
    List<Explanation> explanations,
    List<AlternativeFault> apart,
    int faultsTried,
    int pairsTried,
    boolean isBlurred,
    Optional<String> doubt,
    List<String> notes,
    Set<WeakEvidence> weakEvidence) {
  public Diagnosis {
    explanations = List.copyOf(explanations);
    apart = List.copyOf(apart);
    notes = List.copyOf(notes);
    weakEvidence = Set.copyOf(weakEvidence);
  }

  /** Tries every known fault on the numbers of a submission, alone and then in pairs. */
  public static Diagnosis of(Verdict verdict) {
    return of(verdict, () -> false);
  }

  /**
   * The same, to be stopped on the way.
   *
   * @param cancelled asked before each fault and each pair; once true what is left is not tried,
   *     and the diagnosis is worth nothing
   */
  public static Diagnosis of(Verdict verdict, BooleanSupplier cancelled) {
    return new Diagnostician(verdict, cancelled).diagnosis();
  }

  /** Whether a cause was found. */
  public boolean isFound() {
    return !explanations.isEmpty();
  }

  /** What it comes to, for those who only count. */
  public Answer answer(Verdict verdict) {
    if (verdict.agrees()) {
      return Answer.AGREES;
    }
    return doubt.isPresent() ? Answer.CANNOT_BE_JUDGED : Answer.DIFFERS;
  }

  /** Whether what can be judged is right, or the net is not one that is known. */
  public enum Answer {
    AGREES,
    DIFFERS,
    CANNOT_BE_JUDGED
  }

  static Set<WeakEvidence> evidence(Example given) {
    return new GradientCheck(given).weakEvidence();
  }
}
