package dev.backstep.ui.tour;

import dev.backstep.math.Numbers;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Equation;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.ui.step.StepViewModel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
  private static final int ROW = 5;
  private static final int MOST_NAMED = 4;

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

  int next() {
    return Math.min(cell() + 1, length() - 1);
  }

  int unit() {
    return Math.min(UNIT, shape().hidden() - 1);
  }

  /** The entry of h_prev whose product with the unit is looked at. */
  int row() {
    return Math.min(ROW, shape().hidden() - 1);
  }

  Entry.OfCell unitOf(Vector quantity, int timestep) {
    return new Entry.OfCell(quantity, timestep, unit());
  }

  /** The entry of the right character in the last cell. */
  Entry.OfCell targetOf(Vector quantity) {
    return new Entry.OfCell(quantity, length() - 1, trace.target(length() - 1));
  }

  String target() {
    return trace.label(trace.target(length() - 1));
  }

  /** The sequence as it is written on the screen, its beginning if it is long. */
  String text() {
    String letters =
        IntStream.range(0, Math.min(16, length()))
            .mapToObj(t -> trace.label(trace.input(t)))
            .collect(Collectors.joining());
    return length() > 16 ? letters + "…" : letters;
  }

  String six(Entry.OfCell entry) {
    return Numbers.six(trace.values(entry.quantity()).get(entry.timestep(), entry.index()));
  }

  /** The same behind a plus: in brackets where it has a sign of its own. */
  String added(Entry.OfCell entry) {
    String written = six(entry);
    return written.startsWith("−") ? "(" + written + ")" : written;
  }

  /** The vector computed of the state before: h by W2, or a gate. */
  StateInput input() {
    return StateInput.of(trace.net());
  }

  /** The slope of the function that made the unit: {@code 1 − h²}. */
  String slope() {
    double value = trace.values(input().computed()).get(cell(), unit());
    return Numbers.six(input().function().slopeAt(value));
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
      length() - 1 - error.back(),
      Numbers.three(error.dh()),
      Numbers.three(error.dhThere()),
      Numbers.percent(error.shareOfDh()),
      Numbers.three(error.dc()),
      Numbers.three(error.dcThere()),
      Numbers.percent(error.shareOfDc())
    };
  }

  private boolean keepsMoreOfDc() {
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

  /** Goes to where a number is computed, lights its equation and writes its arithmetic out. */
  void point(Entry entry) {
    point(Objects.requireNonNull(trace.ruleOf(entry)), entry);
  }

  /** Goes to the loss and writes out what it is the logarithm of. */
  void pointAtLoss(Entry output) {
    point(trace.net().rules(Phase.LOSS).get(0), output);
  }

  private void point(Rule equation, Entry entry) {
    Timeline line = step.timelineProperty().get();
    step.goTo(
        equation.phase() == Phase.FORWARD
            ? line.forward(entry.timestep())
            : equation.phase() == Phase.LOSS ? line.loss() : line.backward(entry.timestep()));
    step.activate(equation);
    step.selection().clear();
    step.selection().select(entry);
  }

  /** Before the first chapter: nothing but the first cell. */
  void begin() {
    step.first();
    step.selection().clear();
  }

  void readToCell() {
    step.goTo(step.timelineProperty().get().forward(cell()));
    step.activate(trace.net().ruleOf(Cell.H));
    step.selection().clear();
  }

  void toUpdate() {
    step.last();
    step.selection().clear();
  }

  /** Selects dh as a click does, and follows its last number to where that one was computed. */
  void clickAndFollow() {
    point(unitOf(Cell.DH, cell()));
    step.selection().followTo(unitOf(Cell.DH_FROM_LATER, cell()));
    if (cell() + 1 < length()) {
      step.selection().followTo(unitOf(Cell.DH_PREV, cell() + 1));
    }
  }

  /** Which other words a chapter needs here; empty for the usual ones. */
  String special(Chapter chapter) {
    return switch (chapter) {
      case WORD -> isUntrained ? "untrained" : "";
      case HIDDEN -> range();
      case SAME_WEIGHTS, TWO_PARTS, SUM, TWO_PARTS_OF_DC -> length() == 1 ? "one" : "";
      case SLOPE -> input().function().name().toLowerCase(Locale.ROOT);
      case HANDED_BACK -> cell() == 0 ? "first" : "";
      case UPDATE ->
          settings.clipping() instanceof Clipping.None
              ? "none"
              : settings.clipping() instanceof Clipping.Elementwise ? "elementwise" : "";
      case CARRIED -> wasZero ? "" : "already";
      case GATES -> trainsGates ? "" : "untrained";
      case CAROUSEL -> length() == 1 ? "one" : keepsMoreOfDc() ? "" : "less";
      default -> "";
    };
  }

  /** The kind of the numbers of H, by what the net has in them and by how it makes them. */
  private String range() {
    if (trace.net().states().size() > 1) {
      return "states";
    }
    if (input().computed().equals(Cell.H)) {
      return input().function().name().toLowerCase(Locale.ROOT);
    }
    return trace.limit(Cell.H) <= 1 ? "" : "any";
  }
}
