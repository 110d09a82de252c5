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
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/**
 * The initial state of the sequence on Step: in words, with its gradient where it is learned, and
 * as a picture where it is carried.
 */
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
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> begins(Numbers::brief),
                step.traceProperty(),
                step.placeProperty(),
                guessFirst.coveredProperty()));
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

  private String begins(DoubleFunction<String> number) {
    Trace trace = step.traceProperty().get();
    if (trace == null || isDrawn(trace)) {
      return "";
    }
    List<Vector> states = trace.net().states();
    if (trace.isStateLearned()) {
      return learned(trace, states, number);
    }
    return trace.initialStateNorm() == 0
        ? texts.of("step.boundary.zero", each(states, state -> state + "0"))
        : texts.of("step.boundary.from", each(states, state -> norm(trace, state)));
  }

  /** {@code learned: ‖h0‖ 0.25} in two lines, and {@code ‖dh0‖ 0.03} once that is computed. */
  private String learned(Trace trace, List<Vector> states, DoubleFunction<String> number) {
    String begin =
        texts.of(
            "step.boundary.learned",
            each(states, state -> norm(state + "0", trace.initialStateNorm(state), number)));
    return isGradientSeen(trace)
        ? begin
            + "\n"
            + each(
                states, state -> norm("d" + state + "0", trace.initialGradientNorm(state), number))
        : begin;
  }

  /** {@code ‖h0‖ 0.25}, or {@code h0 = 0}. */
  private static String norm(String name, double norm, DoubleFunction<String> number) {
    return norm == 0 ? name + " = 0" : "‖" + name + "‖ " + number.apply(norm);
  }

  private boolean isGradientSeen(Trace trace) {
    boolean isComputed = trace.timeline().isComputed(Cell.DH_PREV, 0, step.placeProperty().get());
    return isComputed && !view.coveredProperty().get();
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
      return begins(Numbers::six);
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
    return isGradientSeen(trace) ? carried + " " + cut(trace) : carried;
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
