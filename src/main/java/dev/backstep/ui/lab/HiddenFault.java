package dev.backstep.ui.lab;

import dev.backstep.fault.Fault;
import dev.backstep.fault.evidence.FaultEffect;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The quiz at the bench: its fault is tried without being named, on the best numbers there are. */
final class HiddenFault {
  private final Quiz quiz = new Quiz();
  private final LabBench bench;
  private final LabEvidence evidence;
  private final Supplier<Fault> chosen;

  /** The evidence in the place of the numbers of the run outside the quiz. */
  private Set<BetterEvidence> besideQuiz = Set.of();

  /**
   * A quiz that has not begun.
   *
   * @param chosen the fault that would be named
   */
  HiddenFault(LabBench bench, LabEvidence evidence, Supplier<Fault> chosen) {
    this.bench = bench;
    this.evidence = evidence;
    this.chosen = chosen;
  }

  /** Begins a quiz; the same seed hides the same ones of the faults. */
  void start(long seed, List<Fault> faults) {
    if (quiz.isRunning()) {
      leave();
    }
    quiz.start(seed, faults);
    takeBest();
  }

  /** The quiz waits, on the numbers from before it. */
  void leave() {
    quiz.leave();
    evidence.take(besideQuiz);
  }

  /** The quiz goes on, if there is one. */
  void resume() {
    quiz.resume();
    if (quiz.isRunning()) {
      takeBest();
    }
  }

  /** Of another net the faults are others: the quiz is over. */
  void end() {
    if (quiz.isRunning()) {
      evidence.take(besideQuiz);
    }
    quiz.end();
  }

  private void takeBest() {
    besideQuiz = evidence.takenProperty().get();
    evidence.take(EnumSet.allOf(BetterEvidence.class));
  }

  /** Says that it is the one that is chosen. A later poll of the bench has the answer. */
  void name(FaultEffect hidden) {
    if (quiz.isRunning() && hidden.fault() == quiz.round().fault()) {
      Fault named = chosen.get();
      Quiz.Round asked = quiz.round();
      bench.compare(named, hidden, isIt -> answer(asked, named, isIt));
    }
  }

  /** A quiz that went on, or was begun anew, while the answer was found does not get it. */
  private void answer(Quiz.Round asked, Fault named, boolean isIt) {
    if (quiz.isAt(asked)) {
      quiz.name(named, isIt);
    }
  }

  /** The fault whose numbers are shown: the hidden one while the quiz asks for it. */
  Fault shown() {
    return quiz.isRunning() ? quiz.round().fault() : chosen.get();
  }

  /** Whether it must not be seen which fault it is. */
  boolean isHidden() {
    return quiz.isRunning() && !quiz.round().isOver();
  }

  Quiz quiz() {
    return quiz;
  }
}
