package dev.backstep.check.printed;

import dev.backstep.fault.FaultCatalogue;
import java.util.List;
import java.util.Set;

/**
 * What was printed of one function of the notebook, judged.
 *
 * @param others the functions of which it may be as well, so far as these numbers tell
 * @param isExpected whether it stands below "Expected output" and is the notebook's and not yours
 * @param hasEarlierBias whether the inputs are those of the old notebook, with the bias of an
 *     earlier cell
 * @param shapes that are wrong
 * @param outside entries that are in no array of that shape
 */
public record PrintedVerdict(
    NotebookFunction function,
    List<NotebookFunction> others,
    boolean isExpected,
    boolean hasEarlierBias,
    List<PrintedEntry> entries,
    List<PrintedShape> shapes,
    List<String> outside,
    PrintedFaults faults) {
  /** The entries that the notebook prints of lstm_backward. */
  private static final Set<String> OF_LSTM =
      Set.of(
          "dx[1][2][0]",
          "dx[1][2][1]",
          "dx[1][2][2]",
          "dx[1][2][3]",
          "da0[2][3]",
          "dWf[3][1]",
          "dWi[1][2]",
          "dWc[3][1]",
          "dWo[1][2]",
          "dbf[4]",
          "dbi[4]",
          "dbc[4]",
          "dbo[4]");

  /** The fault of the numbers that the old notebook expects of lstm_backward. */
  public static final String FAULT_OF_NOTEBOOK = "lstm-nothing-handed-on";

  public PrintedVerdict {
    others = List.copyOf(others);
    entries = List.copyOf(entries);
    shapes = List.copyOf(shapes);
    outside = List.copyOf(outside);
  }

  /** Whether every number and every shape is right. */
  public boolean agrees() {
    return right() == entries.size() && shapes.isEmpty();
  }

  /** Whether every number is right. */
  public boolean hasRightNumbers() {
    return right() == entries.size();
  }

  /** The numbers to show: all, or if there are more than a few those that are wrong. */
  public List<PrintedEntry> shown(int few) {
    return entries.size() <= few
        ? entries
        : entries.stream().filter(entry -> !entry.agrees()).limit(few).toList();
  }

  /** How many numbers are right. */
  public int right() {
    return (int) entries.stream().filter(PrintedEntry::agrees).count();
  }

  /** Whether it is the gradient that the old notebook prints as its expected output, and wrong. */
  public boolean isOfNotebook() {
    return hasFaultOfNotebook()
        && faults.explanations().stream().allMatch(each -> each.size() == 1)
        && entries.stream().map(PrintedEntry::label).allMatch(OF_LSTM::contains);
  }

  /** Whether it has the fault of the old notebook's expected output, alone or with another. */
  public boolean hasFaultOfNotebook() {
    return function == NotebookFunction.LSTM_BACKWARD
        && FaultCatalogue.named(FAULT_OF_NOTEBOOK).filter(faults::has).isPresent();
  }
}
