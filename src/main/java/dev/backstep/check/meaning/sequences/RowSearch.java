package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.weights.Dialect;
import dev.backstep.net.Axis;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Phase;
import dev.backstep.net.PlainCell;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Takes what a file has of every timestep of the forward and the backward pass. */
final class RowSearch {
  /** Names of probabilities that are as often those of what the softmax is made of. */
  private static final Set<String> MAYBE_LOGITS =
      Set.of("out", "output", "outputs", "pred", "preds", "ys", "yt", "prediction", "predictions");

  private static final Set<String> OF_GATE = Set.of("o", "os");

  private final Draft draft;
  private final NonWeightArrays found;
  private final boolean hasLoss;
  private final boolean isGiven;

  private RowSearch(Draft draft) {
    this.draft = draft;
    found = draft.found();
    isGiven = draft.heads().contains(Head.NONE);
    hasLoss = draft.has("y") || draft.has("upstream_dh");
  }

  /** Takes all of them. */
  static void take(Draft draft) {
    RowSearch search = new RowSearch(draft);
    if (draft.time() == 1) {
      // What the only cell hands back is the gradient of the state before the sequence.
      OtherSearch.takeOfStates(draft);
    }
    for (Vector vector : search.vectors()) {
      if (!draft.has(vector.name())) {
        search.take(vector);
      }
    }
    search.takeGradients();
  }

  /** Every vector of the cells that the weights may be of and of the output, once. */
  private List<Vector> vectors() {
    return found.weights().cells().stream()
        .map(cell -> Nets.of(Input.REAL, cell, isGiven ? Head.NONE : Head.SOFTMAX, false))
        .flatMap(RowSearch::computed)
        .filter(vector -> hasLoss || vector.phase() == Phase.FORWARD)
        .filter(vector -> found.weights().outputs() > 0 || vector.axis() != Axis.OUTPUTS)
        .distinct()
        .toList();
  }

  private static Stream<Vector> computed(Net net) {
    return net.vectors().stream().filter(vector -> !net.given().contains(vector));
  }

  private int width(Vector vector) {
    if (vector.axis() == Axis.OUTPUTS) {
      return found.weights().outputs();
    }
    return vector.axis() == Axis.INPUTS ? found.weights().inputs() : found.weights().hidden();
  }

  private void take(Vector vector) {
    String usual = isOfPlainCell(vector) ? PlainCell.DA.name() : vector.name();
    int width = width(vector);
    Predicate<View> allowed = view -> isAllowed(vector, view);
    Optional<View> rows =
        draft.rows(vector.name(), width, allowed).or(() -> draft.rows(usual, width, allowed));
    rows.ifPresent(view -> take(vector, view));
  }

  private void take(Vector vector, View view) {
    Layout layout = Layout.rows(draft.batch(), draft.time(), width(vector));
    if (vector.equals(Head.O) && Values.areErrors(view)) {
      takeErrors(view, layout);
      return;
    }
    draft.take(vector.name(), view, layout);
    if (isOfPlainCell(vector)) {
      // The cell decides by which name it asks.
      vectors().stream()
          .filter(RowSearch::isOfPlainCell)
          .filter(other -> !draft.has(other.name()))
          .forEach(other -> draft.take(other.name(), view, layout));
    }
  }

  private void takeErrors(View view, Layout layout) {
    boolean isFree = hasLoss && draft.rows(Head.E.name(), width(Head.E), each -> true).isEmpty();
    draft.remark(
        String.format(
            Locale.ROOT,
            "%1$s is %1$s − y: the 1 of the target was subtracted in place, without a copy; it is"
                + " %2$s.",
            view.array(),
            isFree ? "read as e" : "left out"));
    if (isFree) {
      draft.take(Head.E.name(), view, layout);
    } else {
      draft.used().add(view.array());
    }
  }

  private static boolean isOfPlainCell(Vector vector) {
    return vector.equals(PlainCell.DA) || vector.equals(Vanilla.DTANH);
  }

  private boolean isAllowed(Vector vector, View view) {
    String plain = UsualNames.plain(view.array());
    if (found.isMapped(vector.name())) {
      return true;
    }
    if (vector.equals(Lstm.GATE_O)) {
      return !OF_GATE.contains(plain) || !isOutput(view);
    }
    if (vector.equals(Head.O)) {
      boolean isGate = OF_GATE.contains(plain) && isGateAsWide() && !isOutput(view);
      boolean isState = plain.startsWith("out") && isOfStates() && !isProbability(view);
      return !isGate && !isState && (!MAYBE_LOGITS.contains(plain) || isProbability(view));
    }
    // The gradient of the output gate is called do as well.
    return !vector.equals(Head.E) || !plain.startsWith("do") || !hasGateO();
  }

  /** Whether an output gate has as many entries as the output. */
  private boolean isGateAsWide() {
    return hasGateO() && found.weights().outputs() == found.weights().hidden();
  }

  private boolean hasGateO() {
    return found.weights().cells().stream()
        .flatMap(cell -> cell.gating().families().stream())
        .anyMatch(family -> family.vectors().contains(Lstm.GATE_O));
  }

  /** Whether what is called o is the output of the net, where an output gate is called so too. */
  private boolean isOutput(View view) {
    return found.weights().outputs() > 0 && Values.areProbabilities(view);
  }

  /** Whether out is what a layer of the library returns. */
  private boolean isOfStates() {
    return (found.dialect() == Dialect.PYTORCH || found.dialect() == Dialect.KERAS)
        && found.weights().outputs() == found.weights().hidden();
  }

  private boolean isProbability(View view) {
    if (draft.heads().isEmpty() || draft.heads().get(0).equals(Head.LINEAR)) {
      return true;
    }
    return draft.heads().get(0).equals(Head.SIGMOID)
        ? Values.areFractions(view.data())
        : Values.areProbabilities(view) || Values.areErrors(view);
  }

  /** What is called the gradient of an array that was read. */
  private void takeGradients() {
    if (!hasLoss) {
      return;
    }
    boolean isOfLibrary = found.dialect() == Dialect.PYTORCH && !isGiven;
    takeGradient("x", Input.DXT);
    // What a layer returns is no part of its recursion: its gradient is that of the output alone.
    takeGradient(Cell.H.name(), isOfLibrary ? Head.DH_FROM_OUTPUT : Cell.DH);
    takeGradient("c", Lstm.DC);
  }

  private void takeGradient(String of, Vector gradient) {
    Optional<View> read = draft.taken(of);
    if (read.isEmpty() || draft.has(gradient.name())) {
      return;
    }
    Layout layout = Layout.rows(draft.batch(), draft.time(), width(gradient));
    List<String> names = new ArrayList<>(found.names());
    names.removeIf(
        name -> draft.isUsed(name) || !UsualNames.isGradientOf(name, read.get().array()));
    names.stream()
        .flatMap(name -> draft.view(name, layout).stream())
        .findFirst()
        .ifPresent(view -> draft.take(gradient.name(), view, layout));
  }
}
