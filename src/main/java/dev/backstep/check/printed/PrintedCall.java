package dev.backstep.check.printed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Lines that belong to one call of one function. */
final class PrintedCall {
  private final List<PrintedLine> lines = new ArrayList<>();
  private final Set<NotebookFunction> functions = EnumSet.allOf(NotebookFunction.class);

  private PrintedCall() {}

  /**
   * The calls that lines are printed by. Another one begins where a line is printed for the second
   * time, where no function returns all that there is, and below "Expected output".
   *
   * @param lines of gradients that a function returns
   */
  static List<PrintedCall> of(List<PrintedLine> lines) {
    List<PrintedCall> blocks = new ArrayList<>();
    for (PrintedLine line : lines) {
      PrintedCall last = blocks.isEmpty() ? new PrintedCall() : blocks.get(blocks.size() - 1);
      if (blocks.isEmpty() || !last.mayHave(line)) {
        last = new PrintedCall();
        blocks.add(last);
      }
      last.add(line);
    }
    return blocks;
  }

  /** Whether some function returns a gradient of a name. */
  static boolean isKnown(String gradient) {
    return !withGradient(gradient).isEmpty();
  }

  private static List<NotebookFunction> withGradient(String gradient) {
    return Arrays.stream(NotebookFunction.values())
        .filter(function -> function.gradients().contains(gradient))
        .toList();
  }

  private boolean mayHave(PrintedLine line) {
    return lines.stream().noneMatch(line::isOfSame)
        && !line.beginsExpected()
        && withGradient(line.name()).stream().anyMatch(functions::contains);
  }

  private void add(PrintedLine line) {
    lines.add(line);
    functions.retainAll(withGradient(line.name()));
  }

  List<PrintedLine> lines() {
    return lines;
  }

  /** The functions that return all of it. */
  Set<NotebookFunction> functions() {
    return functions;
  }

  /** Whether it is what the notebook says should be printed. */
  boolean isExpected() {
    return lines.get(0).beginsExpected();
  }
}
