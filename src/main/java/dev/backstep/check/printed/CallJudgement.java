package dev.backstep.check.printed;

import dev.backstep.fault.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What a block of lines comes to if it was printed of one function with certain inputs.
 *
 * @param rank how well that explains it: 0 all is right, 1 one fault, 2 two faults, 3 nothing known
 */
record CallJudgement(PrintedEntries entries, Programs programs, PrintedFaults faults, int rank) {
  /**
   * With so many digits of wrong numbers it is no chance if one of some thirty faults has them all.
   */
  private static final double DIGITS_FOR_ONE = 4;

  /** The same of some thousand pairs. */
  private static final double DIGITS_FOR_TWO = 7;

  private static final int RIGHT = 0;
  private static final int ONE = 1;
  private static final int TWO = 2;
  private static final int NOTHING = 3;

  /**
   * The better explanation first, and of two that explain nothing the one with more that agrees.
   */
  static final Comparator<CallJudgement> BEST_FIRST =
      Comparator.comparingInt(CallJudgement::rank)
          .thenComparing(Comparator.comparingInt(CallJudgement::agreeing).reversed());

  static CallJudgement of(PrintedEntries entries, Programs programs, BooleanSupplier cancelled) {
    if (entries.fit(programs.right())) {
      return new CallJudgement(entries, programs, ofRight(entries, programs), RIGHT);
    }
    double digits = entries.digitsAgainst(programs.right());
    List<List<Fault>> one =
        digits < DIGITS_FOR_ONE ? List.of() : fitting(entries, programs.single());
    if (!one.isEmpty()) {
      return new CallJudgement(entries, programs, found(one, programs, 0), ONE);
    }
    if (digits < DIGITS_FOR_TWO) {
      int tried = digits < DIGITS_FOR_ONE ? 0 : programs.single().size();
      PrintedFaults few = new PrintedFaults(List.of(), List.of(), List.of(), tried, 0, true);
      return new CallJudgement(entries, programs, few, NOTHING);
    }
    List<List<Fault>> two = fitting(entries, programs.pairs(entries, cancelled));
    PrintedFaults found = found(two, programs, programs.pairCount());
    return new CallJudgement(entries, programs, found, two.isEmpty() ? NOTHING : TWO);
  }

  /** Others print the same: some of them other entries, some of them only over time. */
  private static PrintedFaults ofRight(PrintedEntries entries, Programs programs) {
    List<Fault> elsewhere =
        programs.single().stream()
            .filter(program -> entries.fit(program))
            .filter(program -> !program.returnsTheSameAs(programs.right()))
            .map(program -> program.faults().get(0))
            .toList();
    return new PrintedFaults(
        List.of(), elsewhere, programs.unseenInCell(), programs.single().size(), 0, false);
  }

  private static PrintedFaults found(List<List<Fault>> found, Programs programs, int pairs) {
    int tried = programs.single().size();
    return new PrintedFaults(found, List.of(), List.of(), tried, pairs, false);
  }

  /** The faults of programs that would have printed it; of a pair one order. */
  private static List<List<Fault>> fitting(PrintedEntries entries, List<Program> programs) {
    List<List<Fault>> fitting = new ArrayList<>();
    Set<Set<Fault>> seen = new HashSet<>();
    for (Program program : programs) {
      if (entries.fit(program) && seen.add(Set.copyOf(program.faults()))) {
        fitting.add(program.faults());
      }
    }
    return fitting;
  }

  private int agreeing() {
    return entries.agreeing(programs.right());
  }

  NotebookFunction function() {
    return programs.inputs().function();
  }

  PrintedVerdict verdict(boolean isExpected, List<NotebookFunction> others) {
    return new PrintedVerdict(
        function(),
        others,
        isExpected,
        programs.inputs().hasEarlierBias(),
        entries.beside(programs.right()),
        entries.shapes(),
        entries.outside(),
        faults);
  }
}
