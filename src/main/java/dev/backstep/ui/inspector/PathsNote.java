package dev.backstep.ui.inspector;

import dev.backstep.net.Equation;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import dev.backstep.words.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;

/** Why the gradient of a state is a sum, where a net has more than one state. */
record PathsNote(Net net, Texts texts) {
  /** Nothing for a rule that is about something else. */
  Optional<Label> of(Rule rule) {
    return net.states().size() < 2
        ? Optional.empty()
        : net.states().stream()
            .filter(state -> net.ruleOf(net.gradientOf(state)).equals(rule))
            .map(this::note)
            .findFirst();
  }

  private Label note(Vector state) {
    Label note =
        new Label(
            texts.of(
                "inspector.equation.paths",
                state,
                net.gradientOf(state),
                readers(state, 0),
                readers(state, -1)));
    note.setId("paths-" + state);
    note.getStyleClass().addAll("hint", "equations-note");
    note.setWrapText(true);
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }

  /** The readers of a state in the forward pass, in the same cell or the next. */
  private String readers(Vector state, int shift) {
    return net.equations().stream()
        .filter(equation -> equation.left().phase() == Phase.FORWARD)
        .filter(
            equation ->
                equation
                    .right()
                    .reads()
                    .anyMatch(of -> of.vector().equals(state) && of.shift() == shift))
        .map(Equation::left)
        .map(Vector::name)
        .collect(Collectors.joining(", "));
  }
}
