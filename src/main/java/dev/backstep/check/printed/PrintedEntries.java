package dev.backstep.check.printed;

import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The numbers of a block of lines as entries of what a function returns. */
final class PrintedEntries {
  private final NotebookFunction function;
  private final List<Entry> entries = new ArrayList<>();
  private final List<PrintedShape> shapes = new ArrayList<>();
  private final List<String> outside = new ArrayList<>();

  /**
   * A printed number.
   *
   * @param place in the array, in C order
   */
  record Entry(String gradient, int place, String label, PrintedNumber number) {
    boolean agrees(Program program) {
      return number.agrees(program.entry(gradient, place));
    }
  }

  private PrintedEntries(NotebookFunction function) {
    this.function = function;
  }

  /** What lines print of a function that returns all of it. */
  static PrintedEntries of(NotebookFunction function, List<PrintedLine> lines) {
    PrintedEntries entries = new PrintedEntries(function);
    lines.forEach(entries::add);
    return entries;
  }

  private void add(PrintedLine line) {
    List<Integer> sizes = function.shape(line.name()).orElseThrow();
    List<Integer> index = fromFront(line.index(), sizes);
    if (index.size() != line.index().size()) {
      outside.add(line.label());
      return;
    }
    List<Integer> rest = sizes.subList(index.size(), sizes.size());
    if (line.ofShape()) {
      addShape(line, rest);
    } else if (line.value().hasSizes(rest)) {
      addNumbers(line, index, sizes);
    } else {
      shapes.add(new PrintedShape(line.label(), text(line.value().sizes()), text(rest)));
    }
  }

  /** The index with what is counted from the end counted from the front; shorter if it is none. */
  private static List<Integer> fromFront(List<Integer> index, List<Integer> sizes) {
    List<Integer> front = new ArrayList<>();
    for (int i = 0; i < Math.min(index.size(), sizes.size()); i++) {
      int size = sizes.get(i);
      int at = index.get(i) < 0 ? index.get(i) + size : index.get(i);
      if (at >= 0 && at < size) {
        front.add(at);
      }
    }
    return front;
  }

  private void addShape(PrintedLine line, List<Integer> right) {
    List<Integer> yours =
        line.value().numbers().stream().map(number -> (int) number.value()).toList();
    if (!yours.equals(right)) {
      shapes.add(new PrintedShape(line.label(), text(yours), text(right)));
    }
  }

  private void addNumbers(PrintedLine line, List<Integer> index, List<Integer> sizes) {
    List<PrintedNumber> numbers = line.value().numbers();
    int first = 0;
    for (int i = 0; i < sizes.size(); i++) {
      first = first * sizes.get(i) + (i < index.size() ? index.get(i) : 0);
    }
    for (int i = 0; i < numbers.size(); i++) {
      String label = PrintedLine.label(line.name(), indexOf(first + i, sizes));
      entries.add(new Entry(line.name(), first + i, label, numbers.get(i)));
    }
  }

  /** The index without that of the one column of a bias, which the notebook leaves out. */
  private static List<Integer> indexOf(int place, List<Integer> sizes) {
    List<Integer> index = new ArrayList<>();
    int rest = place;
    for (int i = sizes.size() - 1; i >= 0; i--) {
      if (sizes.get(i) > 1) {
        index.add(0, rest % sizes.get(i));
      }
      rest /= sizes.get(i);
    }
    return index;
  }

  private static String text(List<Integer> sizes) {
    return NdArray.text(sizes.stream().mapToInt(Integer::intValue).toArray());
  }

  List<Entry> all() {
    return entries;
  }

  List<PrintedShape> shapes() {
    return shapes;
  }

  List<String> outside() {
    return outside;
  }

  /** Whether a program would have printed all of it. */
  boolean fit(Program program) {
    return entries.stream().allMatch(entry -> entry.agrees(program));
  }

  /** Whether a program would have printed all of it but what is of some gradients. */
  boolean fitExcept(Set<String> gradients, Program program) {
    return entries.stream()
        .allMatch(entry -> gradients.contains(entry.gradient()) || entry.agrees(program));
  }

  /** How many of the numbers a program would have printed. */
  int agreeing(Program program) {
    return (int) entries.stream().filter(entry -> entry.agrees(program)).count();
  }

  /** By how many digits it can be told what changed the numbers that a program does not print. */
  double digitsAgainst(Program program) {
    return entries.stream()
        .filter(entry -> !entry.agrees(program))
        .mapToDouble(entry -> entry.number().digits(program.entry(entry.gradient(), entry.place())))
        .sum();
  }

  /** Each number beside that of the right program. */
  List<PrintedEntry> beside(Program right) {
    return entries.stream()
        .map(
            entry ->
                new PrintedEntry(
                    entry.label(), entry.number(), right.entry(entry.gradient(), entry.place())))
        .toList();
  }
}
