package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.meaning.weights.Dialect;
import dev.backstep.net.Cell;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The states of every timestep, and those before the first: in arrays of their own, or as one more
 * row, the first or, as hs[-1] of min-char-rnn and WildML comes, the last.
 */
final class StateSearch {
  /** Names of a state before the sequence that are as well those of any state. */
  private static final Set<String> WEAK =
      Set.of("hidden", "hiddenstate", "h", "s", "c", "cell", "cellstate", "a", "stateh");

  /** Two roundings of a state differ by less, in float16 as well. */
  private static final double SAME = 1e-3;

  /** What a name of the state before the sequence has in it that was never seen. */
  private static final List<String> OF_BEGINNING =
      List.of("0", "init", "prev", "start", "begin", "first", "before", "minus");

  private final Draft draft;
  private final int hidden;
  private final List<String> states;

  private StateSearch(Draft draft) {
    this.draft = draft;
    hidden = draft.found().weights().hidden();
    states = states(draft.found().weights().cells());
  }

  /** The drafts with states in each way in which they may be meant. */
  static List<Draft> of(Draft draft) {
    Draft named = draft.copy();
    StateSearch search = new StateSearch(named);
    search.takeBoth();
    search.takeNamed();
    new Projection(named).take();
    List<Draft> withRows = search.rows();
    List<Draft> all = new ArrayList<>();
    for (Draft each : withRows) {
      all.addAll(weak(each));
    }
    all.forEach(each -> new StateSearch(each).remarkZeros());
    return all;
  }

  /** The states that one of some cells has: h, and c of an LSTM. */
  private static List<String> states(List<Cell> cells) {
    return cells.stream()
        .flatMap(cell -> cell.states().stream())
        .map(Vector::name)
        .distinct()
        .toList();
  }

  /** What is called h may be the state before the sequence or that after it. */
  private static List<Draft> weak(Draft draft) {
    Draft with = draft.copy();
    Set<String> taken = new StateSearch(with).takeWeak();
    if (taken.isEmpty()) {
      return List.of(with);
    }
    Draft without = draft.penalized(2);
    without.used().addAll(taken);
    taken.forEach(name -> without.remark(name + " is left out, as the state after the sequence."));
    return List.of(with, without);
  }

  private Set<String> takeWeak() {
    Set<String> taken = new LinkedHashSet<>();
    for (String state : states) {
      String ours = state + "0";
      Optional<View> view = draft.has(ours) ? Optional.empty() : weak(ours);
      if (view.isPresent() && isAfterLast(state, view.get())) {
        draft.used().add(view.get().array());
        draft.remark(view.get().array() + " is the state after the sequence, and left out.");
      } else if (view.isPresent()) {
        draft.take(ours, view.get(), before());
        taken.add(view.get().array());
      }
    }
    return taken;
  }

  private Optional<View> weak(String ours) {
    if (draft.found().isMapped(ours)) {
      return Optional.empty();
    }
    Optional<View> named = draft.find(ours, before());
    return named.isPresent() || !ours.equals("h0")
        ? named
        : draft.found().names().stream()
            .filter(name -> !draft.isUsed(name) && !UsualNames.isKnown(UsualNames.plain(name)))
            .filter(name -> !draft.found().isGradient(name))
            .filter(name -> OF_BEGINNING.stream().anyMatch(UsualNames.plain(name)::contains))
            .flatMap(name -> draft.view(name, before()).stream())
            .findFirst();
  }

  /** Whether it is the last row of a state, and so no state before the sequence. */
  private boolean isAfterLast(String state, View view) {
    Optional<View> rows = draft.taken(state);
    for (int b = 0; b < draft.batch() && rows.isPresent(); b++) {
      for (int i = 0; i < hidden; i++) {
        if (Math.abs(rows.get().at(b, draft.time() - 1, i) - view.at(b, i)) > SAME) {
          return false;
        }
      }
    }
    return rows.isPresent();
  }

  private Layout before() {
    return Layout.states(draft.batch(), hidden);
  }

  /** An array (2, B, H) of h0 and c0. */
  private void takeBoth() {
    Layout both = new Layout("SBN", 2, draft.batch(), hidden);
    if (states.size() < 2 || draft.batch() == 2 || hidden == 2) {
      return;
    }
    draft
        .find("h0", both, view -> !isWeak("h0", view))
        .ifPresent(
            view -> {
              for (int i = 0; i < 2; i++) {
                take(states.get(i) + "0", view.part(0, i, 1), 0);
              }
            });
  }

  /** Takes a view with an axis that has a single entry as a state before the sequence. */
  private void take(String ours, View view, int axis) {
    Source.Place place =
        index -> axis == 0 ? view.index(0, index[0], index[1]) : view.index(index[0], 0, index[1]);
    draft.take(
        ours,
        view.array(),
        view.reading(),
        () ->
            new Source(
                view.name(),
                view.array(),
                before().sizes(),
                view.source().values(),
                view.data().kind(),
                place));
  }

  private void takeNamed() {
    for (String state : states) {
      String ours = state + "0";
      if (!draft.has(ours)) {
        draft
            .find(ours, before(), view -> !isWeak(ours, view))
            .ifPresentOrElse(view -> draft.take(ours, view, before()), () -> takeOfAll(ours));
      }
    }
  }

  /** One state before the sequence that all sequences of a batch begin with. */
  private void takeOfAll(String ours) {
    int batch = draft.batch();
    Optional<View> one =
        batch > 1
            ? draft.find(ours, new Layout("N", hidden), view -> !isWeak(ours, view))
            : Optional.empty();
    one.ifPresent(
        view ->
            draft.take(
                ours,
                view.array(),
                view.reading() + " of all",
                () ->
                    new Source(
                        view.name(),
                        view.array(),
                        before().sizes(),
                        repeated(view.source().values(), batch),
                        view.data().kind(),
                        index -> view.index(index[1]))));
  }

  private static double[] repeated(double[] row, int times) {
    double[] all = new double[row.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = row[i % row.length];
    }
    return all;
  }

  private boolean isWeak(String ours, View view) {
    return WEAK.contains(UsualNames.plain(view.array())) && !draft.found().isMapped(ours);
  }

  private List<Draft> rows() {
    for (String state : states) {
      Optional<View> rows = draft.rows(state, hidden, view -> draft.time() > 1 || isComputed(view));
      if (rows.isPresent()) {
        draft.take(state, rows.get(), Layout.rows(draft.batch(), draft.time(), hidden));
      }
    }
    List<String> longer = states.stream().filter(state -> oneMore(state).isPresent()).toList();
    if (longer.isEmpty()) {
      return List.of(draft);
    }
    Draft first = draft.copy();
    Draft last = draft.copy();
    for (String state : longer) {
      new StateSearch(first).takeOneMore(state, true);
      new StateSearch(last).takeOneMore(state, false);
    }
    boolean isFirst = isFirst(longer);
    Draft likelier = isFirst ? first : last;
    // Zeros, with which a run begins, are no state after a sequence.
    boolean isSure = longer.stream().anyMatch(this::tells) && !draft.has("h0");
    return isSure ? List.of(likelier) : List.of(likelier, (isFirst ? last : first).penalized(1));
  }

  /** Zeros are what a program begins with. */
  private static boolean isComputed(View view) {
    return Arrays.stream(view.data().values()).anyMatch(value -> value != 0);
  }

  private boolean tells(String state) {
    return isBefore(state, 0) != isBefore(state, draft.time());
  }

  /** Whether the first row is likelier to be the state before the sequence. */
  private boolean isFirst(List<String> longer) {
    for (String state : longer) {
      boolean isFirst = isBefore(state, 0);
      if (isFirst != isBefore(state, draft.time())) {
        return isFirst;
      }
    }
    Dialect dialect = draft.found().dialect();
    return dialect != Dialect.UVW && dialect != Dialect.MIN_CHAR_RNN;
  }

  private Optional<View> oneMore(String state) {
    return draft.has(state)
        ? Optional.empty()
        : draft.find(state, Layout.rows(draft.batch(), draft.time() + 1, hidden));
  }

  /** Whether a row is the state before the sequence that is given, or zeros where none is. */
  private boolean isBefore(String state, int t) {
    View all = oneMore(state).orElseThrow();
    Optional<View> given = draft.taken(state + "0");
    for (int b = 0; b < draft.batch(); b++) {
      for (int i = 0; i < hidden; i++) {
        double before = given.isPresent() ? given.get().at(b, i) : 0;
        if (Math.abs(all.at(b, t, i) - before) > SAME) {
          return false;
        }
      }
    }
    return true;
  }

  private void takeOneMore(String state, boolean isFirst) {
    View all = oneMore(state).orElseThrow();
    int time = draft.time();
    View before = all.part(1, isFirst ? 0 : time, 1);
    draft.take(state, all.part(1, isFirst ? 1 : 0, time), Layout.rows(draft.batch(), time, hidden));
    draft.remark(
        String.format(
            Locale.ROOT,
            "%s has %d rows for T = %d; the %s is read as the state before the sequence.",
            all.array(),
            time + 1,
            time,
            isFirst ? "first" : "last"));
    if (!draft.has(state + "0")) {
      take(state + "0", before, 1);
    }
  }

  private void remarkZeros() {
    for (String state : states) {
      if (!draft.has(state + "0")) {
        draft.remark(state + "0 is not supplied and taken as 0.");
      }
    }
  }
}
