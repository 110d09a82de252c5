package dev.backstep.check.printed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * What a notebook printed, judged function by function.
 *
 * @param verdicts in the order of the text
 * @param others names of which numbers are printed and that no known function returns
 * @param leftOut lines that are not understood
 */
public record PrintedCheck(
    List<PrintedVerdict> verdicts, List<String> others, List<String> leftOut) {
  /** What is printed of a few functions is short. */
  public static final int LARGEST = 1 << 20;

  /** So many names are told of a text with nothing in it that is known. */
  private static final int TOLD = 8;

  public PrintedCheck {
    verdicts = List.copyOf(verdicts);
    others = List.copyOf(others);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads a text and judges it.
   *
   * @param source what the text is called in a refusal
   * @throws PrintedException if it prints nothing of a function that is known
   */
  public static PrintedCheck of(String source, String text) throws PrintedException {
    return of(source, text, () -> false);
  }

  /**
   * The same.
   *
   * @param cancelled whether what comes out is not wanted any more
   */
  public static PrintedCheck of(String source, String text, BooleanSupplier cancelled)
      throws PrintedException {
    if (text.length() > LARGEST) {
      throw new PrintedException(
          source, "it has more than " + LARGEST + " characters, which is the most that is read");
    }
    PrintedText read = TextReader.read(text);
    List<PrintedLine> known =
        read.lines().stream().filter(line -> PrintedCall.isKnown(line.name())).toList();
    List<String> others =
        read.lines().stream()
            .map(PrintedLine::name)
            .filter(name -> !PrintedCall.isKnown(name))
            .distinct()
            .toList();
    List<PrintedVerdict> verdicts = new ArrayList<>();
    for (PrintedCall block : PrintedCall.of(known)) {
      PrintedVerdict verdict = verdict(block, cancelled);
      if (!verdict.entries().isEmpty() || !verdict.shapes().isEmpty()) {
        verdicts.add(verdict);
      }
    }
    if (verdicts.isEmpty()) {
      throw new PrintedException(source, nothing(known, others));
    }
    return new PrintedCheck(verdicts, others, read.leftOut());
  }

  private static PrintedVerdict verdict(PrintedCall block, BooleanSupplier cancelled) {
    List<CallJudgement> judgements = new ArrayList<>();
    for (NotebookFunction function : block.functions()) {
      PrintedEntries entries = PrintedEntries.of(function, block.lines());
      Programs.of(function)
          .forEach(each -> judgements.add(CallJudgement.of(entries, each, cancelled)));
    }
    CallJudgement best = judgements.stream().min(CallJudgement.BEST_FIRST).orElseThrow();
    List<NotebookFunction> others =
        judgements.stream()
            .filter(each -> CallJudgement.BEST_FIRST.compare(each, best) == 0)
            .map(CallJudgement::function)
            .filter(function -> function != best.function())
            .distinct()
            .toList();
    return best.verdict(block.isExpected(), others);
  }

  private static String nothing(List<PrintedLine> known, List<String> others) {
    List<String> names =
        known.isEmpty() ? others : known.stream().map(PrintedLine::label).distinct().toList();
    String found =
        names.isEmpty()
            ? "no line prints a number by a name"
            : names.stream().limit(TOLD).collect(Collectors.joining(", "))
                + (names.size() > TOLD ? " …" : "")
                + (names.size() == 1 ? " is" : " are")
                + " no gradient that can be judged";
    String functions =
        Arrays.stream(NotebookFunction.values())
            .map(function -> function.title() + " (" + String.join(" ", function.gradients()) + ")")
            .collect(Collectors.joining(", "));
    return found + "; it must print entries of what the notebook's " + functions + " return";
  }

  /** Whether all of it is right that is not the notebook's own; all, if there is nothing else. */
  public boolean agrees() {
    boolean isOnlyExpected = verdicts.stream().allMatch(PrintedVerdict::isExpected);
    return verdicts.stream()
        .filter(verdict -> isOnlyExpected || !verdict.isExpected())
        .allMatch(PrintedVerdict::agrees);
  }
}
