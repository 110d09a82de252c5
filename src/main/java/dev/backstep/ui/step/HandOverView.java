package dev.backstep.ui.step;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.trace.HandOver;
import dev.backstep.trace.Trace;
import dev.backstep.ui.network.BoundaryView;
import dev.backstep.words.Texts;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** The initial state of the sequence on Step: in words, and as a picture where it is carried. */
final class HandOverView {
  private final Texts texts;
  private final StepViewModel step;
  private final BoundaryView view;
  private final Label words = new Label();

  HandOverView(StepViewModel step, GuessFirst guessFirst, Texts texts) {
    this.step = step;
    this.texts = texts;
    view = new BoundaryView(norm -> texts.of("step.boundary.thrown-away", norm));
    view.setId("boundary");
    view.traceProperty().bind(step.traceProperty());
    view.placeProperty().bind(step.placeProperty());
    view.coveredProperty().bind(guessFirst.coveredProperty());
    words.getStyleClass().addAll("hint", "initial-state");
    words.setWrapText(true);
    words.textProperty().bind(Bindings.createStringBinding(this::begins, step.traceProperty()));
    view.accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                this::explain,
                step.traceProperty(),
                step.placeProperty(),
                guessFirst.coveredProperty()));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(view.accessibleTextProperty());
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(320);
    Tooltip.install(view, tooltip);
  }

  /** The picture. */
  BoundaryView view() {
    return view;
  }

  /** The words, empty where the picture says it. */
  Label words() {
    return words;
  }

  private boolean isDrawn(Trace trace) {
    return trace.handOver() != null && trace.initialStateNorm() > 0;
  }

  private String begins() {
    Trace trace = step.traceProperty().get();
    if (trace == null || isDrawn(trace)) {
      return "";
    }
    double norm = trace.initialStateNorm();
    return norm == 0 ? texts.of("parts.h0.zero") : texts.of("parts.h0.carried", Numbers.six(norm));
  }

  private String explain() {
    Trace trace = step.traceProperty().get();
    if (trace == null) {
      return "";
    }
    if (!isDrawn(trace)) {
      return begins();
    }
    HandOver handOver = Objects.requireNonNull(trace.handOver());
    String before =
        handOver.isKnown()
            ? texts.of("step.boundary.word", handOver.word())
            : texts.of("step.boundary.unknown");
    String state = texts.of("step.boundary.state", before, Numbers.six(trace.initialStateNorm()));
    boolean isComputed = trace.timeline().isComputed(Cell.DH_PREV, 0, step.placeProperty().get());
    return isComputed && !view.coveredProperty().get()
        ? state + " " + texts.of("step.boundary.cut", Numbers.six(trace.norm(Cell.DH_PREV, 0)))
        : state;
  }
}
