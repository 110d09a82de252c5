package dev.backstep.ui.sentence;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.trace.GateOpenness;
import dev.backstep.trace.HandOver;
import dev.backstep.trace.Trace;
import dev.backstep.words.Texts;
import java.util.Optional;

/** What a cell has read, kept and predicted. */
record ForwardSentence(Texts texts, Trace trace, int t) {
  /** Whether letters, or words of a vocabulary, are read and the next one is predicted. */
  static boolean isOfLetters(Trace trace) {
    Net net = trace.net();
    return net.input().given().isEmpty()
        && net.output().equals(Head.O)
        && trace.shape().outputs() == trace.shape().vocabulary()
        && net.head().given().isEmpty();
  }

  MarkedSentence sentence() {
    if (!isOfLetters(trace)) {
      return ofNumbers();
    }
    MatrixView o = trace.values(Head.O);
    int best = 0;
    for (int id = 0; id < o.cols(); id++) {
      if (Double.isNaN(o.get(t, id))) {
        return say("sentence.not-finite.forward", t);
      }
      best = o.get(t, id) > o.get(t, best) ? id : best;
    }
    int target = trace.target(t);
    boolean isRight = o.get(t, target) == o.get(t, best);
    Object[] told = {
      t,
      MarkedSentence.letters(ReadText.of(trace, t)),
      MarkedSentence.letters(trace.label(isRight ? target : best)),
      Numbers.percent(o.get(t, best)),
      MarkedSentence.letters(trace.label(target)),
      Numbers.percent(o.get(t, target)),
      "",
      "",
      ""
    };
    HandOver handOver = trace.handOver();
    if (t == 0 && trace.initialStateNorm() > 0) {
      if (handOver != null && handOver.isKnown()) {
        told[6] = MarkedSentence.letters(ReadText.of(handOver.before()));
        return say(
            isRight ? "sentence.forward.carried.right" : "sentence.forward.carried.wrong", told);
      }
      told[6] = Numbers.brief(trace.initialStateNorm());
      if (trace.isStateLearned()) {
        return say(
            isRight ? "sentence.forward.learned.right" : "sentence.forward.learned.wrong", told);
      }
      return say(isRight ? "sentence.forward.state.right" : "sentence.forward.state.wrong", told);
    }
    Optional<Vector> gate = trace.net().gating().keeping();
    if (gate.isPresent()) {
      told[6] = Numbers.percent(GateOpenness.of(trace, gate.get(), t).mean());
      told[7] = kept(gate.get()).name();
      told[8] = gate.get().name();
      return say(isRight ? "sentence.forward.gated.right" : "sentence.forward.gated.wrong", told);
    }
    return say(isRight ? "sentence.forward.right" : "sentence.forward.wrong", told);
  }

  /** The state of which a gate says how much is kept: the two are multiplied. */
  private Vector kept(Vector gate) {
    return trace.net().equations().stream()
        .map(Equation::right)
        .flatMap(Expr::all)
        .filter(Expr.Product.class::isInstance)
        .map(product -> ((Expr.Product) product).factors())
        .filter(factors -> factors.contains(gate.expr()))
        .flatMap(factors -> trace.net().states().stream().filter(s -> factors.contains(s.before())))
        .findFirst()
        .orElse(Cell.H);
  }

  /** Where numbers are read, or none of the letters is predicted. */
  private MarkedSentence ofNumbers() {
    return trace.net().head().output().isEmpty()
        ? say(
            "sentence.forward.numbers.state",
            t,
            t + 1,
            trace.length(),
            Numbers.three(trace.norm(Cell.H, t)))
        : say("sentence.forward.numbers", t, t + 1, trace.length(), Numbers.three(trace.loss(t)));
  }

  private MarkedSentence say(String key, Object... values) {
    return MarkedSentence.of(texts.of(key, values));
  }
}
