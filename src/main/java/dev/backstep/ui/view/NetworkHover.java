package dev.backstep.ui.view;

import dev.backstep.net.Head;
import dev.backstep.trace.Entry;
import dev.backstep.ui.control.NetworkPart;
import dev.backstep.ui.control.UnrolledNetwork;
import dev.backstep.ui.viewmodel.Covers;
import dev.backstep.ui.viewmodel.Highlight;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.ReadOuts;
import dev.backstep.ui.viewmodel.StepViewModel;
import dev.backstep.ui.viewmodel.Texts;

/** Says what is pointed at in the unrolled network, and lights what it has to do with. */
final class NetworkHover {
  private final UnrolledNetwork network;
  private final StepViewModel step;
  private final Covers covers;
  private final Highlight highlight;
  private final Texts texts;

  NetworkHover(UnrolledNetwork network, MainViewModel main) {
    this.network = network;
    step = main.step();
    covers = main.covers();
    texts = main.texts();
    highlight = step.highlight();
    network.lightsProperty().bind(highlight.lightsProperty());
    network.hoveredProperty().addListener((property, before, now) -> point(now));
    step.momentProperty().addListener((property, before, now) -> pointAgain());
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
    if (covers.coveredProperty().get() && !isGiven && t == step.momentProperty().get().timestep()) {
      highlight.point(null, texts.of("covers.hint"));
      return;
    }
    switch (part.kind()) {
      case CELL -> highlight.pointAtCell(t, ReadOuts.ofCell(texts, step, t));
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

  private void pointAtPrediction(int t, int id) {
    if (step.isComputed(Head.O, t)) {
      highlight.point(
          new Entry.OfCell(Head.O, t, id), ReadOuts.of(step.traceProperty().get(), Head.O, t, id));
    } else {
      highlight.leave();
    }
  }
}
