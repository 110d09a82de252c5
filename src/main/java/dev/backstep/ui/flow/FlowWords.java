package dev.backstep.ui.flow;

import dev.backstep.math.Numbers;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.FlowBalance;
import dev.backstep.trace.flow.FlowPaths;
import dev.backstep.trace.flow.FlowTriangle;
import dev.backstep.trace.flow.LossFlow;
import dev.backstep.words.SettingWords;
import dev.backstep.words.Texts;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the Flow screen says. */
final class FlowWords {
  private final Texts texts;

  FlowWords(Texts texts) {
    this.texts = texts;
  }

  /** How far the gradient of a loss reaches back, in a sentence. */
  String reach(@Nullable Trace trace, @Nullable LossFlow row, Vector state) {
    if (trace == null) {
      return texts.of("flow.reach.nothing");
    }
    if (row == null || row.loss() >= trace.length()) {
      return texts.of("flow.reach.coming");
    }
    int loss = row.loss();
    String named = loss(trace, loss);
    double whole = row.norm(state, loss);
    if (!Double.isFinite(whole)) {
      return texts.of("flow.reach.not-finite", named);
    }
    if (whole == 0) {
      return texts.of("flow.reach.zero", named, state.name());
    }
    if (loss == 0) {
      return texts.of("flow.reach.first", named);
    }
    OptionalInt reach = row.reach(state);
    if (reach.isPresent()) {
      int back = reach.getAsInt();
      return texts.count(back, "flow.reach.back", named, back);
    }
    double first = row.norm(state, 0) / whole;
    return first > 1
        ? texts.of("flow.reach.grows", named, Numbers.three(first))
        : texts.of("flow.reach.all", named, Numbers.percent(first));
  }

  /** The loss of a timestep with the letters that it is of, where there are letters. */
  String loss(Trace trace, int s) {
    return isOfLetters(trace)
        ? texts.of(
            "flow.loss.letters", s, trace.label(trace.input(s)), trace.label(trace.target(s)))
        : texts.of("flow.loss", s);
  }

  private static boolean isOfLetters(Trace trace) {
    Net net = trace.net();
    return net.input().given().isEmpty()
        && net.output().equals(Head.O)
        && trace.shape().outputs() == trace.shape().vocabulary()
        && net.head().given().isEmpty();
  }

  /** By how much the rows differ from the backward pass; NaN where they cannot be compared. */
  String check(double difference) {
    return Double.isNaN(difference)
        ? texts.of("flow.check.not-finite")
        : texts.of("flow.check", Numbers.three(difference));
  }

  /** What the truncation of the run keeps of the gradient; empty where nothing is truncated. */
  String truncation(FlowTriangle triangle) {
    Trace trace = triangle.trace();
    String names =
        trace.net().recurrentWeights().stream()
            .map(weight -> "d" + weight.name())
            .collect(Collectors.joining(", "));
    return triangle
        .truncation()
        .map(
            error ->
                " "
                    + texts.of(
                        "flow.truncation",
                        new SettingWords(texts).truncation(trace.truncation()),
                        Numbers.three(error.cosine()),
                        Numbers.three(error.relative()),
                        names))
        .orElse("");
  }

  /** That the rows are still to be compared. */
  String comparing() {
    return texts.of("flow.check.coming");
  }

  /** That of a long sequence not all rows are computed. */
  String onlyLookedAt() {
    return texts.of("flow.check.too-long", TriangleWork.LONGEST);
  }

  /** The norm of a square, and what the balance there is. */
  String square(LossFlow row, Vector state, int t) {
    double norm = row.norm(state, t);
    String share = Numbers.three(norm / row.norm(state, row.loss()));
    String read = texts.of("flow.square", row.loss(), state.name(), t, Numbers.six(norm), share);
    if (t == row.loss()) {
      return read;
    }
    FlowBalance balance = FlowBalance.of(row, state, t);
    return read
        + " "
        + texts.of(
            "flow.square.balance",
            t + 1,
            t,
            times(balance.sum()),
            times(balance.inCell()),
            times(balance.between()));
  }

  /** How much of a gradient comes by each path. */
  String paths(FlowPaths paths, Net net, Notation notation, int t) {
    return texts.of(
        "flow.paths.at",
        IntStream.range(0, paths.paths().size())
            .mapToObj(
                i ->
                    texts.of(
                        "flow.paths.part",
                        paths.paths().get(i).written(net, notation),
                        Numbers.decimals(paths.share(i, t), 3)))
            .collect(Collectors.joining(", ")));
  }

  private static String times(double decades) {
    return Numbers.three(StrictMath.pow(10, decades));
  }

  /** What makes the first of the two bars of the balance, and what the second. */
  String inCell(Net net, Vector state) {
    return texts.of(
        !FlowBalance.goesThroughWeights(net, state)
            ? "flow.balance.gate"
            : net.gating().families().isEmpty() ? "flow.balance.tanh" : "flow.balance.gates");
  }

  String between(Net net, Vector state) {
    return texts.of(
        !FlowBalance.goesThroughWeights(net, state)
            ? "flow.balance.through-h"
            : net.recurrentWeights().size() == 1 ? "flow.balance.weight" : "flow.balance.weights");
  }

  /** A pair of states and the largest of the singular values between them. */
  String pair(StatePair pair) {
    return texts.of("flow.pair", pair.later(), pair.earlier());
  }
}
