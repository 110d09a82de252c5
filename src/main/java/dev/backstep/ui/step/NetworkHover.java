package dev.backstep.ui.step;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.ui.network.NetworkPart;
import dev.backstep.ui.network.UnrolledNetwork;
import dev.backstep.ui.parts.ReadOuts;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.Stream;

/** Says what is pointed at in the unrolled network, and lights what it has to do with. */
final class NetworkHover {
  private final UnrolledNetwork network;
  private final StepViewModel step;
  private final GuessFirst guessFirst;
  private final Highlight highlight;
  private final Texts texts;

  NetworkHover(UnrolledNetwork network, StepViewModel step, GuessFirst guessFirst, Texts texts) {
    this.network = network;
    this.step = step;
    this.guessFirst = guessFirst;
    this.texts = texts;
    highlight = step.highlight();
    network.lightsProperty().bind(highlight.lightsProperty());
    network.hoveredProperty().addListener((property, before, now) -> point(now));
    step.momentProperty().addListener((property, before, now) -> pointAgain());
    Pointing.onPress(network, highlight, () -> highlight.entryProperty().get());
  }

  /** Under a mouse that rests there may now be more to say. */
  private void pointAgain() {
    if (network.hoveredProperty().get() != null) {
      point(network.hoveredProperty().get());
    }
  }

  private void point(NetworkPart part) {
    if (part == null) {
      highlight.leave();
      return;
    }
    int t = part.timestep();
    boolean isGiven = part.kind() == NetworkPart.Kind.LETTER;
    if (guessFirst.coveredProperty().get()
        && !isGiven
        && t == step.momentProperty().get().timestep()) {
      highlight.point(null, texts.of("step.covers.hint"));
      return;
    }
    switch (part.kind()) {
      case CELL -> highlight.pointAtCell(t, ofCell(texts, step, t));
      case LETTER -> {
        Entry letter = new Entry.OfInput(t, part.id());
        highlight.point(
            letter,
            ReadOuts.ofGiven(
                texts, step.traceProperty().get(), step.notationProperty().get(), letter));
      }
      case PREDICTION -> pointAtPrediction(t, part.id());
    }
  }

  /** A cell of the unrolled graph: what it reads, and how large what it has computed is. */
  static String ofCell(Texts texts, StepViewModel step, int timestep) {
    Trace trace = step.traceProperty().get();
    StringBuilder words =
        new StringBuilder(
            texts.of("step.read-out.cell", timestep, trace.label(trace.input(timestep))));
    for (Vector quantity : statesAndGradients(trace.net())) {
      if (step.isComputed(quantity, timestep)) {
        String norm = Numbers.six(trace.norm(quantity, timestep));
        words.append(texts.of("step.read-out.norm", quantity.name(), norm));
      }
    }
    if (step.isComputed(Cell.H, timestep)) {
      ReadOuts.ofGate(texts, trace, timestep).ifPresent(gate -> words.append("\n").append(gate));
    }
    return words.toString();
  }

  private static List<Vector> statesAndGradients(Net net) {
    return Stream.concat(net.states().stream(), net.states().stream().map(net::gradientOf))
        .toList();
  }

  private void pointAtPrediction(int t, int id) {
    if (step.isComputed(Head.O, t)) {
      highlight.point(
          new Entry.OfCell(Head.O, t, id), ReadOuts.of(step.traceProperty().get(), Head.O, t, id));
    } else {
      highlight.leave();
    }
  }
}
