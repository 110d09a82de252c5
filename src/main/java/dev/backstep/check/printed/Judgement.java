package dev.backstep.check.printed;

import dev.backstep.fault.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a block of lines comes to if it was printed of one function with certain inputs.
 *
 * @param rank how well that explains it: 0 all is right, 1 one fault, 2 two faults, 3 nothing known
 */
record Judgement(Entries entries, Programs programs, PrintedFaults faults, int rank) {
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
  static final Comparator<Judgement> BEST_FIRST =
      Comparator.comparingInt(Judgement::rank)
          .thenComparing(Comparator.comparingInt(Judgement::agreeing).reversed());

  static Judgement of(Entries entries, Programs programs) {
    if (entries.fit(programs.right())) {
      List<Fault> unseen =
          fitting(entries, programs.single()).stream().map(each -> each.get(0)).toList();
      return new Judgement(
          entries,
          programs,
          new PrintedFaults(List.of(), unseen, tried(programs), 0, false),
          RIGHT);
    }
    double digits = entries.digitsAgainst(programs.right());
    if (digits < DIGITS_FOR_ONE) {
      return new Judgement(
          entries, programs, new PrintedFaults(List.of(), List.of(), 0, 0, true), NOTHING);
    }
    List<List<Fault>> one = fitting(entries, programs.single());
    if (!one.isEmpty() || digits < DIGITS_FOR_TWO) {
      PrintedFaults found = new PrintedFaults(one, List.of(), tried(programs), 0, one.isEmpty());
      return new Judgement(entries, programs, found, one.isEmpty() ? NOTHING : ONE);
    }
    List<List<Fault>> two = fitting(entries, programs.pairs());
    PrintedFaults found =
        new PrintedFaults(two, List.of(), tried(programs), programs.pairs().size() / 2, false);
    return new Judgement(entries, programs, found, two.isEmpty() ? NOTHING : TWO);
  }

  private static int tried(Programs programs) {
    return programs.single().size();
  }

  /** The faults of programs that would have printed it; of a pair one order. */
  private static List<List<Fault>> fitting(Entries entries, List<Program> programs) {
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

  PrintedVerdict verdict(boolean isExpected) {
    return new PrintedVerdict(
        programs.inputs().function(),
        isExpected,
        programs.inputs().hasEarlierBias(),
        entries.beside(programs.right()),
        entries.shapes(),
        entries.outside(),
        faults);
  }
}
