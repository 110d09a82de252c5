package dev.backstep.ui.step;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Vector;
import dev.backstep.trace.HandOver;
import dev.backstep.trace.Trace;
import dev.backstep.ui.network.BoundaryView;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    view = new BoundaryView((state, norm) -> texts.of("step.boundary.thrown-away", norm, state));
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
    tooltip
        .textProperty()
        .bind(
            Bindings.concat(
                view.accessibleTextProperty(), "\n", texts.of("step.boundary.what-if")));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(320);
    Tooltip.install(view, tooltip);
    words.setTooltip(new Tooltip(texts.of("step.boundary.what-if")));
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
    List<Vector> states = trace.net().states();
    return trace.initialStateNorm() == 0
        ? texts.of("step.boundary.zero", each(states, state -> state + "0"))
        : texts.of("step.boundary.from", each(states, state -> norm(trace, state)));
  }

  private static String each(List<Vector> states, Function<Vector, String> words) {
    return states.stream().map(words).collect(Collectors.joining(", "));
  }

  /** {@code ‖h0‖ 1.28}. */
  private static String norm(Trace trace, Vector state) {
    return "‖" + state + "0‖ " + Numbers.six(trace.initialStateNorm(state));
  }

  private String explain() {
    Trace trace = step.traceProperty().get();
    if (trace == null) {
      return "";
    }
    if (!isDrawn(trace)) {
      return begins();
    }
    List<Vector> states = trace.net().states();
    HandOver handOver = Objects.requireNonNull(trace.handOver());
    String before =
        each(
            states,
            state ->
                texts.of(
                    handOver.isKnown() ? "step.boundary.known" : "step.boundary.unknown",
                    state + "0",
                    state,
                    handOver.isKnown() ? handOver.text() : ""));
    String carried =
        texts.of(
            "step.boundary.state",
            before,
            each(
                states,
                state ->
                    texts.of(
                        "step.boundary.norm",
                        state + "0",
                        Numbers.six(trace.initialStateNorm(state)))));
    boolean isComputed = trace.timeline().isComputed(Cell.DH_PREV, 0, step.placeProperty().get());
    return isComputed && !view.coveredProperty().get() ? carried + " " + cut(trace) : carried;
  }

  private String cut(Trace trace) {
    List<Vector> states = trace.net().states();
    return texts.of(
        states.size() == 1 ? "step.boundary.cut" : "step.boundary.cuts",
        each(states, state -> "d" + state + "0"),
        each(
            states,
            state ->
                texts.of(
                    "step.boundary.norm",
                    "d" + state + "0",
                    Numbers.six(
                        trace.norm(trace.net().handedBack().get(states.indexOf(state)), 0)))));
  }
}
