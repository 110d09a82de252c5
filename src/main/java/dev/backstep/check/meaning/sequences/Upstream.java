package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.meaning.weights.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gradient of every h that is given from above, or of the last one alone.
 *
 * @param view (B, T, H), or (B, H) of the last
 * @param layout of it
 * @param isNamedSo whether its name says that it is given
 */
record Upstream(View view, Layout layout, boolean isNamedSo) {
  private static final List<String> COURSERA = List.of("da", "danext", "das");
  private static final List<String> CS231N = List.of("dh", "dout", "dnexth", "dhs", "dhnext");
  private static final List<String> OTHERS =
      List.of(
          "dout",
          "dhs",
          "dh",
          "danext",
          "dnexth",
          "dhnext",
          "da",
          "dhidden",
          "dhiddens",
          "dstates",
          "ds",
          "doutput",
          "doutputs",
          "dhseq",
          "dhlast",
          "dht",
          "dhn");

  /** Where it is given, as the set of names says. */
  static Optional<Upstream> of(Draft draft) {
    Layout rows = Layout.rows(draft.batch(), draft.time(), hidden(draft));
    Layout last = Layout.states(draft.batch(), hidden(draft));
    Optional<View> named = draft.find("upstream_dh", rows);
    if (named.isPresent() || draft.found().isMapped("upstream_dh")) {
      return named.map(view -> new Upstream(view, rows, true));
    }
    for (Layout layout : List.of(rows, last)) {
      for (String name : names(draft.found())) {
        Optional<View> view = draft.isUsed(name) ? Optional.empty() : draft.view(name, layout);
        if (view.isPresent()) {
          return Optional.of(new Upstream(view.get(), layout, false));
        }
      }
    }
    return Optional.empty();
  }

  private static int hidden(Draft draft) {
    return draft.found().weights().hidden();
  }

  private static List<String> names(NonWeightArrays found) {
    List<String> usual = new ArrayList<>();
    usual.addAll(
        switch (found.dialect()) {
          case COURSERA -> COURSERA;
          case CS231N -> CS231N;
          default -> List.of();
        });
    usual.addAll(OTHERS);
    // Where the part from later is there, dh is the sum that it is a part of.
    if (found.says("dhfromlater") || found.says("dhlater")) {
      usual.removeAll(List.of("dh", "dhs"));
      usual.add(0, "dhfromoutput");
    }
    if (found.dialect() == Dialect.COURSERA || found.says("da")) {
      usual.remove("dh");
    }
    return usual.stream()
        .flatMap(
            plain -> found.names().stream().filter(name -> UsualNames.plain(name).equals(plain)))
        .distinct()
        .toList();
  }

  String array() {
    return view.array();
  }

  /** Takes it, and the gradient of the last c where that is given beside it. */
  void take(Draft draft, Padding padding) {
    if (layout.letters().equals("BTN")) {
      draft.take("upstream_dh", view, layout);
    } else {
      draft.take(
          "upstream_dh", array(), view.reading() + " last", () -> atLast(draft.time(), padding));
      if (draft.time() > 1) {
        draft.remark(array() + " is the gradient of the last h; none is given of the others.");
      }
    }
    draft.remark(array() + " is the gradient of h that is given from above, and no result.");
    Layout states = Layout.states(draft.batch(), hidden(draft));
    draft.find("upstream_dc", states).ifPresent(dc -> draft.take("upstream_dc", dc, states));
  }

  private Source atLast(int time, Padding padding) {
    int batch = view.shape()[0];
    int hidden = view.shape()[1];
    double[] values = new double[batch * time * hidden];
    for (int b = 0; b < batch; b++) {
      for (int i = 0; i < hidden; i++) {
        values[(b * time + padding.last(b)) * hidden + i] = view.at(b, i);
      }
    }
    return new Source(
        view.name(),
        array(),
        new int[] {batch, time, hidden},
        values,
        view.data().kind(),
        index -> view.index(index[0], index[2]));
  }
}
