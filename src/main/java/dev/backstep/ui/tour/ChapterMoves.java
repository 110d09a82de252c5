package dev.backstep.ui.tour;

import dev.backstep.net.Cell;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.ui.step.StepViewModel;
import java.util.Objects;

/** The moves that a chapter can make on the Step screen. */
record ChapterMoves(StepViewModel step, Trace trace) {
  /** Goes to where a number is computed, lights its equation and writes its arithmetic out. */
  void to(Entry entry) {
    to(Objects.requireNonNull(trace.ruleOf(entry)), entry);
  }

  /** Goes to the loss and writes out what it is the logarithm of. */
  void toLoss(Entry output) {
    to(trace.net().rules(Phase.LOSS).get(0), output);
  }

  private void to(Rule equation, Entry entry) {
    step.goTo(place(equation.phase(), entry.timestep()));
    step.activate(equation);
    step.selection().clear();
    step.selection().select(entry);
  }

  private int place(Phase phase, int timestep) {
    Timeline line = step.timelineProperty().get();
    return switch (phase) {
      case FORWARD -> line.forward(timestep);
      case LOSS -> line.loss();
      case BACKWARD -> line.backward(timestep);
      case UPDATE -> line.update();
    };
  }

  /** Before the first chapter: nothing but the first cell. */
  void toBeginning() {
    step.first();
    step.selection().clear();
  }

  /** Reads up to a cell. */
  void toCell(int timestep) {
    step.goTo(place(Phase.FORWARD, timestep));
    step.activate(trace.net().ruleOf(Cell.H));
    step.selection().clear();
  }

  void toUpdate() {
    step.last();
    step.selection().clear();
  }
}
