package dev.backstep.ui.tour;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Equation;
import dev.backstep.net.Gradient;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Script;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.whatif.Slope;
import dev.backstep.trace.whatif.WhatIf;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.ui.step.StepViewModel;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The subject of the guided tour: the trace that is open, one cell in the middle of it and one unit
 * of that cell, which stay the same from chapter to chapter.
 *
 * @param isUntrained whether the first chapter trains
 * @param trainsGates whether the LSTM of the chapter about gates is trained
 * @param wasZero whether sequences began with zeros when the tour was begun
 */
record TourContext(
    StepViewModel step,
    Trace trace,
    RunSettings settings,
    boolean isUntrained,
    boolean trainsGates,
    boolean wasZero) {
  private static final int UNIT = 3;
  private static final int MOST_NAMED = 4;
  private static final int LONGEST = 16;

  int length() {
    return trace.length();
  }

  Shape shape() {
    return trace.shape();
  }

  /** A cell with one before and one after it, where the sequence has so many. */
  int cell() {
    return length() < 3 ? 0 : Math.max(1, length() / 2);
  }

  int last() {
    return length() - 1;
  }

  int next() {
    return Math.min(cell() + 1, length() - 1);
  }

  int unit() {
    return Math.min(UNIT, shape().hidden() - 1);
  }

  /** The entry of h_prev whose weight to the unit has the steepest slope. */
  int row() {
    MatrixView slopes = trace.gradient(input().weight().name());
    int steepest = 0;
    for (int row = 1; row < slopes.rows(); row++) {
      if (Math.abs(slopes.get(row, unit())) > Math.abs(slopes.get(steepest, unit()))) {
        steepest = row;
      }
    }
    return steepest;
  }

  /** Its weight: {@code W2[5,3]}. */
  String oneWeight() {
    return input().weight() + "[" + row() + "," + unit() + "]";
  }

  /** The slope of the loss in it. */
  double slopeOfWeight() {
    return trace.gradient(input().weight().name()).get(row(), unit());
  }

  /** What the loss does when that weight is made larger. */
  Slope nudge(double step) {
    Entry weight = new Entry.OfWeights(input().weight().name(), row(), unit());
    WhatIf unchanged = WhatIf.of(trace);
    return unchanged.slope(weight, unchanged.before(weight) + step);
  }

  /** The weight that a letter is multiplied by: W1, or that of the first gate. */
  String letterWeight() {
    return trace.net().gradients().stream()
        .filter(Gradient::isAtInput)
        .findFirst()
        .orElseThrow()
        .weight()
        .name();
  }

  /** All single weights and biases together. */
  long countOfWeights() {
    return trace.net().names().stream()
        .map(trace::weights)
        .mapToLong(weight -> (long) weight.rows() * weight.cols())
        .sum();
  }

  Entry.OfCell unitOf(Vector quantity, int timestep) {
    return new Entry.OfCell(quantity, timestep, unit());
  }

  /** The entry of the right character in the last cell. */
  Entry.OfCell targetOf(Vector quantity) {
    return new Entry.OfCell(quantity, last(), trace.target(last()));
  }

  /** The sequence as it is written on the screen, its beginning if it is long. */
  String text() {
    String letters = letters(0, Math.min(LONGEST, length()));
    return length() > LONGEST ? letters + "…" : letters;
  }

  /** The letters up to the cell that the net has read there, the last of them if there are many. */
  String readToCell() {
    int from = Math.max(0, cell() + 1 - LONGEST);
    return (from > 0 ? "…" : "") + letters(from, cell() + 1);
  }

  private String letters(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(t -> trace.label(trace.input(t)))
        .collect(Collectors.joining());
  }

  double value(Entry.OfCell entry) {
    return trace.values(entry.quantity()).get(entry.timestep(), entry.index());
  }

  String six(Entry.OfCell entry) {
    return Numbers.six(value(entry));
  }

  /** The same behind a plus: in brackets where it has a sign of its own. */
  String added(Entry.OfCell entry) {
    return added(six(entry));
  }

  static String added(String written) {
    return written.startsWith("−") ? "(" + written + ")" : written;
  }

  /** Numbers with plus between them, the others in brackets where they have a sign. */
  static String sum(List<Double> numbers) {
    return IntStream.range(0, numbers.size())
        .mapToObj(i -> i == 0 ? Numbers.six(numbers.get(0)) : added(Numbers.six(numbers.get(i))))
        .collect(Collectors.joining(" + "));
  }

  /** The slope of the function that made an entry of what is computed of the state before. */
  double slopeAt(int unit) {
    return input().function().slopeAt(trace.values(input().computed()).get(cell(), unit));
  }

  /** The vector computed of the state before: h by W2, or a gate. */
  StateInput input() {
    return StateInput.of(trace.net());
  }

  /** The slope of the function that made the unit: {@code 1 − h²}. */
  String slope() {
    return Numbers.six(slopeAt(unit()));
  }

  /** "W1, W2 and W3", or the first and the last of many. */
  String weights() {
    List<String> names =
        trace.net().weights().stream().filter(each -> !each.isBias()).map(Weight::name).toList();
    int last = names.size() - 1;
    return names.size() > MOST_NAMED
        ? String.join(", ", names.subList(0, 2)) + " … " + names.get(last)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** "h_prev and c_prev": what a cell finds of the one before. */
  String before() {
    return states(state -> state + "_prev");
  }

  /** "h0 and c0". */
  String initial() {
    return states(state -> state + "0");
  }

  /** "h and c". */
  String states() {
    return states(state -> state);
  }

  private String states(UnaryOperator<String> name) {
    return trace.net().states().stream()
        .map(state -> name.apply(state.name()))
        .collect(Collectors.joining(" and "));
  }

  /** The equation of the gradient that a cell hands back. */
  String handedBack() {
    Equation equation = trace.net().equation(Cell.DH_PREV);
    return new Printer(trace.net(), Notation.OURS, Script.TEXT).line(equation);
  }

  /** The letter that the cell reads. */
  String letter() {
    return trace.label(trace.input(cell()));
  }

  /** The rest of the error of the last letter, where there is a letter before it. */
  Object[] carousel() {
    if (length() == 1) {
      return new Object[0];
    }
    LastError error = LastError.of(trace);
    return new Object[] {
      last() - error.back(),
      Numbers.three(error.dh()),
      Numbers.three(error.dhThere()),
      Numbers.percent(error.shareOfDh()),
      Numbers.three(error.dc()),
      Numbers.three(error.dcThere()),
      Numbers.percent(error.shareOfDc())
    };
  }

  boolean keepsMoreOfDc() {
    LastError error = LastError.of(trace);
    return error.shareOfDc() > error.shareOfDh();
  }

  String gradientNorm() {
    return Numbers.six(trace.update().gradientNorm());
  }

  String clipLimit() {
    Clipping clipping = settings.clipping();
    if (clipping instanceof Clipping.GlobalNorm norm) {
      return Numbers.plain(norm.limit());
    }
    return clipping instanceof Clipping.Elementwise each ? Numbers.plain(each.limit()) : "";
  }

  /** The moves on its screen. */
  ChapterMoves leading() {
    return new ChapterMoves(step, trace);
  }

  /** The kind of the numbers of H, by what the net has in them and by how it makes them. */
  String range() {
    if (trace.net().states().size() > 1) {
      return "states";
    }
    if (input().computed().equals(Cell.H)) {
      return input().function().name().toLowerCase(Locale.ROOT);
    }
    return trace.limit(Cell.H) <= 1 ? "" : "any";
  }
}
