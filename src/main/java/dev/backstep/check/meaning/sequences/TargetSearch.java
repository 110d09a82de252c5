package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.weights.Dialect;
import dev.backstep.math.NdArray;
import dev.backstep.net.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The ways in which arrays may be what should be predicted. */
final class TargetSearch {
  private static final int NOTHING = -1;
  private static final List<Head> CLASSES = List.of(Head.SOFTMAX);
  private static final List<Head> ONE_HOT =
      List.of(Head.SOFTMAX, Head.SIGMOID, Head.LINEAR, Head.SIGMOID_SQUARED);
  private static final List<Head> BITS = List.of(Head.SIGMOID, Head.LINEAR, Head.SIGMOID_SQUARED);
  private static final List<Head> OF_SYNAPSES =
      List.of(Head.SIGMOID_SQUARED, Head.SIGMOID, Head.LINEAR);
  private static final List<Head> FRACTIONS =
      List.of(Head.LINEAR, Head.SIGMOID, Head.SIGMOID_SQUARED);
  private static final List<Head> REALS = List.of(Head.LINEAR);

  private final Draft draft;
  private final NonWeightArrays found;
  private final int batch;
  private final int time;
  private final int outputs;

  /**
   * @param draft of which only the input is read
   */
  TargetSearch(Draft draft) {
    this.draft = draft;
    found = draft.found();
    batch = draft.batch();
    time = draft.time();
    outputs = found.weights().outputs();
  }

  /** The likeliest first; none if there is no output layer. */
  List<Targets> all() {
    if (outputs < 1) {
      return List.of();
    }
    Optional<View> next = draft.frame().next();
    if (next.isPresent()) {
      return ahead(InputOrTarget.ids(next.get()));
    }
    return names()
        .map(this::of)
        .filter(targets -> !targets.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Sequences one timestep later, which end with id 0 where they are shorter than others. */
  private List<Targets> ahead(InputOrTarget series) {
    Targets all = targets(series, CLASSES, false, 0);
    Mask padding = Mask.of(batch, time, (b, t) -> series.id(b, t) == 0);
    if (padding.not().side() != Mask.Side.RIGHT) {
      return List.of(all);
    }
    List<String> remarks = List.of("Id 0 of " + series.array() + " is no target, but padding.");
    return List.of(
        new Targets(series, CLASSES, 0, false, 0, remarks),
        new Targets(series, CLASSES, NOTHING, false, 1, List.of()));
  }

  private Stream<String> names() {
    Stream<String> named =
        draft.frame().view().isPresent()
            ? found.candidates("y").stream()
            : Stream.concat(
                found.candidates("y").stream(), new ColumnSearch(found).target().stream());
    Stream<String> others =
        found.names().stream()
            .filter(name -> !found.isMapped("y"))
            .filter(name -> !UsualNames.isKnown(UsualNames.plain(name)))
            .filter(name -> !found.isGradient(name))
            .filter(name -> isDiscrete(found.get(name)));
    List<String> all =
        Stream.concat(named, others).filter(name -> !draft.isUsed(name)).distinct().toList();
    return Stream.concat(all.stream().filter(name -> isOfTargets(name, all)), all.stream())
        .distinct();
  }

  /** What is called t, beside a y: that is what the net says then. */
  private boolean isOfTargets(String name, List<String> all) {
    return List.of("t", "ts").contains(UsualNames.plain(name))
        && found.get(name).dimensions() > 0
        && all.stream().anyMatch(other -> List.of("y", "ys").contains(UsualNames.plain(other)));
  }

  private static boolean isDiscrete(NdArray data) {
    return data.count() > 1 && Values.areWhole(data);
  }

  private List<Targets> of(String name) {
    NdArray data = found.get(name);
    List<Targets> rows = new ArrayList<>();
    if (Values.areFinite(data)) {
      view(name, Layout.rows(batch, time, outputs)).ifPresent(view -> addRows(rows, view, false));
      if (time > 1) {
        view(name, Layout.rows(batch, 1, outputs)).ifPresent(view -> addRows(rows, view, true));
      }
    }
    // One-hot rows say more than that ids could be read from them; a single one does not.
    boolean mayBeSteps = view(name, Layout.steps(batch, time)).isPresent();
    boolean isOneHot =
        rows.stream()
            .map(Targets::series)
            .filter(series -> time == 1 || series.time() > 1 || !mayBeSteps)
            .anyMatch(InputOrTarget::isSurelyOneHot);
    List<Targets> all = new ArrayList<>();
    boolean isFromOne = draft.frame().input().isFromOne() && Values.areIdsFromOne(data, outputs);
    if (!isOneHot && outputs > 1 && (isFromOne || Values.areTargets(data, outputs))) {
      Function<View, InputOrTarget> ids =
          isFromOne ? InputOrTarget::idsFromOne : InputOrTarget::ids;
      view(name, Layout.steps(batch, time))
          .ifPresent(view -> addAll(all, ids.apply(view), CLASSES, false));
      if (time > 1) {
        view(name, Layout.states(batch, 1))
            .ifPresent(view -> all.add(targets(ids.apply(view), CLASSES, true, 0)));
      }
    }
    // Whole numbers are seldom real ones.
    rows.stream().map(targets -> all.isEmpty() ? targets : targets.penalized(3)).forEach(all::add);
    return all;
  }

  private Optional<View> view(String name, Layout layout) {
    Optional<View> view = draft.view(name, layout);
    return draft.frame().isBackward() ? view.map(View::backward) : view;
  }

  private void addRows(List<Targets> all, View view, boolean isOfSequence) {
    InputOrTarget series = InputOrTarget.rows(view);
    if (series.kind() == InputOrTarget.Kind.ONE_HOT) {
      addAll(all, series, ONE_HOT, isOfSequence);
      if (series.hasZeroVector()) {
        all.add(targets(series.numbers(), BITS, isOfSequence, 1));
      }
      return;
    }
    boolean isBits = Values.areBits(view.data());
    List<Head> numbers = Values.areFractions(view.data()) ? FRACTIONS : REALS;
    boolean isOfSynapses = found.dialect() == Dialect.SYNAPSES;
    List<Head> heads = isBits ? isOfSynapses ? OF_SYNAPSES : BITS : numbers;
    addAll(all, series, heads, isOfSequence);
  }

  /** A target of each timestep may be there though only the last one counts. */
  private void addAll(
      List<Targets> all, InputOrTarget series, List<Head> heads, boolean isOfSequence) {
    all.add(targets(series, heads, isOfSequence, 0));
    if (!isOfSequence && time > 1) {
      all.add(targets(series, heads, true, 2));
    }
  }

  private Targets targets(InputOrTarget series, List<Head> heads, boolean isLastOnly, int penalty) {
    List<String> remarks = new ArrayList<>();
    if (series.kind() == InputOrTarget.Kind.ONE_HOT) {
      remarks.add(series.array() + " is one-hot and read as ids.");
    }
    if (isLastOnly) {
      remarks.add(
          series.time() == 1
              ? series.array()
                  + " has one target a sequence; the loss is that of the last timestep."
              : "Of " + series.array() + " only the last timestep counts.");
    }
    return new Targets(series, heads, NOTHING, isLastOnly, penalty, remarks);
  }
}
