package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.meaning.weights.Dialect;
import dev.backstep.math.NdArray;
import dev.backstep.net.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the gradient begins with: a loss of targets, or the gradient of every h, which is given. */
final class GoalSearch {
  private GoalSearch() {}

  /** The drafts of an input with each goal that it may have, the likeliest first. */
  static List<Draft> of(Draft input) {
    List<Draft> predicting = new ArrayList<>();
    for (Targets targets : new TargetSearch(input).all()) {
      for (Padding padding : new PaddingSearch(input, Optional.of(targets)).all()) {
        predicting.add(predicting(input, targets, padding));
      }
    }
    List<Draft> given = new ArrayList<>();
    Optional<Upstream> upstream = Upstream.of(input);
    if (upstream.isPresent() && isGiven(input.found(), upstream.get())) {
      for (Padding padding : new PaddingSearch(input, Optional.empty()).all()) {
        given.add(given(input, upstream.get(), padding));
      }
    }
    if (predicting.isEmpty() && given.isEmpty()) {
      return List.of(forwardAlone(input));
    }
    List<Draft> all = new ArrayList<>(given);
    predicting.forEach(draft -> all.add(given.isEmpty() ? draft : draft.penalized(1)));
    return all;
  }

  /** Whether a gradient is given and no result: nothing comes of targets, or of an output. */
  private static boolean isGiven(NonWeightArrays found, Upstream upstream) {
    boolean isNotebook = found.dialect() == Dialect.COURSERA || found.dialect() == Dialect.CS231N;
    boolean hasOutput = found.weights().outputs() > 0;
    boolean hasOutputGradient = found.weights().arrays().containsKey("dW3");
    boolean hasTargets = !found.candidates("y").isEmpty();
    return upstream.isNamedSo()
        || !hasOutput
        || (!hasOutputGradient && (isNotebook || !hasTargets));
  }

  private static Draft predicting(Draft input, Targets targets, Padding padding) {
    Draft draft = input.copy().penalized(targets.penalty() + padding.penalty());
    draft.heads(targets.heads());
    targets.remarks().forEach(draft::remark);
    boolean[][] counts = padding.counts();
    if (targets.isLastOnly()) {
      counts =
          Mask.of(
                  draft.batch(),
                  draft.time(),
                  (b, t) -> t == padding.last(b) && padding.counts()[b][t])
              .is();
    }
    String array = targets.series().array();
    String reading = targets.series().kind() + targets.series().reading();
    draft.take("y", array, reading, () -> targets.source(draft.time()));
    pad(draft, padding, array);
    String counting =
        targets.isLastOnly() ? array : padding.used().stream().findFirst().orElse(array);
    put(draft, "loss_mask", counting, counts);
    return draft;
  }

  private static Draft given(Draft input, Upstream upstream, Padding padding) {
    Draft draft = input.copy().penalized(padding.penalty());
    draft.heads(List.of(Head.NONE));
    upstream.take(draft, padding);
    pad(draft, padding, upstream.array());
    return draft;
  }

  private static Draft forwardAlone(Draft input) {
    Draft draft = input.copy();
    boolean hasOutput = draft.found().weights().outputs() > 0;
    draft.heads(
        hasOutput
            ? List.of(Head.SOFTMAX, Head.SIGMOID, Head.LINEAR, Head.SIGMOID_SQUARED)
            : List.of(Head.NONE));
    Padding padding = new PaddingSearch(input, Optional.empty()).all().get(0);
    pad(draft, padding, draft.frame().input().array());
    return draft;
  }

  private static void pad(Draft draft, Padding padding, String otherwise) {
    padding.remarks().forEach(draft::remark);
    draft.used().addAll(padding.used());
    String array = padding.used().stream().findFirst().orElse(otherwise);
    put(draft, "steps", array, padding.steps());
  }

  /** A mask, where it says anything. */
  private static void put(Draft draft, String ours, String array, boolean[]... mask) {
    if (new Mask(mask).isAll()) {
      return;
    }
    int time = draft.time();
    double[] values = new double[draft.batch() * time];
    StringBuilder reading = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      values[i] = mask[i / time][i % time] ? 1 : 0;
      reading.append((int) values[i]);
    }
    NdArray data = draft.found().get(array);
    Optional<View> view = draft.view(array, Layout.steps(draft.batch(), time));
    Source.Place place =
        index -> view.map(each -> each.index(index)).orElseGet(() -> where(draft, array, index));
    String name = view.filter(each -> isOpposite(each, mask)).isPresent() ? "1 - " + array : array;
    draft.take(
        ours,
        array,
        reading.toString(),
        () -> new Source(name, array, new int[] {draft.batch(), time}, values, data.kind(), place));
  }

  /** Whether an array is 1 where the mask is 0, and 0 where it is 1. */
  private static boolean isOpposite(View view, boolean[]... mask) {
    for (int b = 0; b < mask.length; b++) {
      for (int t = 0; t < mask[b].length; t++) {
        if (view.at(b, t) != (mask[b][t] ? 0 : 1)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The index of what says how long a sequence is. */
  private static String where(Draft draft, String array, int... index) {
    return draft
        .view(array, Layout.sequences(draft.batch()))
        .map(view -> view.index(index[0]))
        .orElse("");
  }
}
