package dev.backstep.ui.tour;

import dev.backstep.math.Numbers;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.ui.step.StepViewModel;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the guided tour looks at: the trace that is open, one cell in the middle of it and one unit
 * of that cell, which stay the same from chapter to chapter.
 *
 * @param isUntrained whether the first chapter trains
 * @param wasZero whether sequences began with zeros when the tour was begun
 */
record TourContext(
    StepViewModel step, Trace trace, RunSettings settings, boolean isUntrained, boolean wasZero) {
  private static final int UNIT = 3;
  private static final int ROW = 5;

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
  String word() {
    String letters =
        IntStream.range(0, Math.min(16, length()))
            .mapToObj(t -> trace.label(trace.input(t)))
            .collect(Collectors.joining());
    return length() > 16 ? letters + "…" : letters;
  }

  String six(Entry.OfCell entry) {
    return Numbers.six(trace.values(entry.quantity()).get(entry.timestep(), entry.index()));
  }

  /** The gradient of the pre-activation, dtanh. */
  Vector preActivation() {
    return trace.net().preActivations().get(0);
  }

  /** {@code 1 − h²} of the unit. */
  String slope() {
    double h = trace.values(Cell.H).get(cell(), unit());
    return Numbers.six(1 - h * h);
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
      case SAME_WEIGHTS, TWO_PARTS, SUM -> length() == 1 ? "one" : "";
      case HANDED_BACK -> cell() == 0 ? "first" : "";
      case UPDATE ->
          settings.clipping() instanceof Clipping.None
              ? "none"
              : settings.clipping() instanceof Clipping.Elementwise ? "elementwise" : "";
      case CARRIED -> wasZero ? "" : "already";
      default -> "";
    };
  }
}
