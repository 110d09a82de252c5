package dev.backstep.check.meaning.sequences;

import dev.backstep.math.NdArray;
import dev.backstep.net.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes gradients of the states before the sequence, losses and numbers alone. */
final class OtherSearch {
  /** Names of a gradient that is that of the next cell, and only after the loop the one before. */
  private static final List<String> OF_NEXT = List.of("dhnext", "dcnext");

  private final Draft draft;
  private final NonWeightArrays found;

  private OtherSearch(Draft draft) {
    this.draft = draft;
    found = draft.found();
  }

  /** Takes all of them, and says what is left out. */
  static void take(Draft draft) {
    OtherSearch search = new OtherSearch(draft);
    takeOfStates(draft);
    search.takeLoss();
    draft
        .find("lr", new Layout(""), view -> !view.array().equals("alpha") || search.isRate(view))
        .ifPresent(view -> draft.take("lr", view, new Layout("")));
    search.remarkLeftOut();
  }

  /** Takes the gradients of the states before the sequence. */
  static void takeOfStates(Draft draft) {
    OtherSearch search = new OtherSearch(draft);
    search.takeGradient("h0");
    search.takeGradient("c0");
  }

  private boolean isRate(View view) {
    return view.at() > 0;
  }

  private void takeGradient(String state) {
    Layout layout = Layout.states(draft.batch(), found.weights().hidden());
    boolean hasState =
        state.equals("h0")
            || found.weights().cells().stream().anyMatch(cell -> cell.states().size() > 1);
    if (draft.has("d" + state) || !hasState || !(draft.has("y") || draft.has("upstream_dh"))) {
      return;
    }
    Stream<String> usual = found.candidates("d" + state).stream();
    Stream<String> ofRead =
        draft.taken(state).stream()
            .flatMap(
                read ->
                    found.names().stream()
                        .filter(name -> UsualNames.isGradientOf(name, read.array())));
    Stream.concat(ofRead, usual)
        .filter(name -> !draft.isUsed(name) && !OF_NEXT.contains(UsualNames.plain(name)))
        .flatMap(name -> draft.view(name, layout).stream())
        .findFirst()
        .ifPresent(view -> draft.take("d" + state, view, layout));
  }

  private void takeLoss() {
    boolean isWholeFirst = draft.time() > 1;
    Layout whole = new Layout("");
    Layout steps = Layout.steps(draft.batch(), draft.time());
    Layout times = new Layout("T", draft.time());
    for (Layout layout : isWholeFirst ? List.of(whole, steps, times) : List.of(whole, steps)) {
      Optional<View> loss =
          draft.find("loss", layout, view -> view.data().kind() != NdArray.Kind.INTEGER);
      if (loss.isPresent()) {
        if (draft.heads().contains(Head.NONE)) {
          draft.remark(
              loss.get().array() + " is left out: there is no output layer that it could be of.");
          draft.used().add(loss.get().array());
        } else if (draft.has("y")) {
          draft.take("loss", loss.get(), layout);
        }
        return;
      }
    }
  }

  private void remarkLeftOut() {
    List<String> others = new ArrayList<>();
    for (String name : found.names()) {
      NdArray data = found.get(name);
      if (draft.isUsed(name)) {
        continue;
      }
      if (UsualNames.isKnown(UsualNames.plain(name)) && data.dimensions() > 0) {
        draft.remark(
            String.format(
                Locale.ROOT,
                "%s is %s and left out: nothing of that name has this shape with B = %d, T = %d and"
                    + " H = %d.",
                name,
                NdArray.text(data.shape()),
                draft.batch(),
                draft.time(),
                found.weights().hidden()));
      } else if (data.count() > 1) {
        others.add(name);
      }
    }
    if (!others.isEmpty()) {
      draft.remark(
          String.join(", ", others)
              + (others.size() == 1 ? " is" : " are")
              + " left out: nothing is known of that name.");
    }
  }
}
