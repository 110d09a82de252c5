package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.weights.Weights;
import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The arrays that may be what a net reads, with each B and T that they may have. */
final class InputSearch {
  /** The names of what is predicted, where none of the usual ones is there. */
  private static final List<String> OF_TARGETS = List.of("out", "lab", "tar", "y", "next", "tag");

  /** How much less likely ids are that count from 1 than those that do so from 0. */
  private static final int FROM_ONE = 4;

  private final NonWeightArrays found;
  private final Weights weights;
  private final List<Frame> frames = new ArrayList<>();

  InputSearch(NonWeightArrays found) {
    this.found = found;
    weights = found.weights();
  }

  /** All of them. */
  List<Frame> frames() {
    List<String> named = found.candidates("x");
    for (int rank = 0; rank < named.size(); rank++) {
      read(named.get(rank), rank);
    }
    boolean isOfWords =
        weights.vocabulary() != weights.inputs() || weights.arrays().containsKey("E");
    if (isOfWords && frames.stream().allMatch(frame -> isOfNumbers(frame))) {
      frames.clear();
    }
    if (frames.isEmpty()) {
      found.candidates("captions").forEach(name -> readAhead(name, 0));
    }
    if (found.candidates("y").isEmpty()) {
      named.stream()
          .filter(name -> found.get(name).kind() == NdArray.Kind.INTEGER)
          .forEach(name -> readAhead(name, 1));
    }
    if (!found.isMapped("x")) {
      frames.addAll(new ColumnSearch(found).frames());
    }
    if (frames.isEmpty() && !found.isMapped("x")) {
      List<String> others = others();
      for (int rank = 0; rank < others.size(); rank++) {
        read(others.get(rank), rank);
      }
    }
    return frames;
  }

  private static boolean isOfNumbers(Frame frame) {
    return frame.input().kind() == InputOrTarget.Kind.NUMBERS;
  }

  /** What has no usual name, and none that says that it is a target or a gradient, first. */
  private List<String> others() {
    return found.names().stream()
        .filter(name -> !UsualNames.isKnown(UsualNames.plain(name)) && !found.isGradient(name))
        .filter(name -> found.get(name).count() > 1)
        .sorted(Comparator.comparing(InputSearch::isOfTargets))
        .toList();
  }

  private static boolean isOfTargets(String name) {
    return OF_TARGETS.stream().anyMatch(UsualNames.plain(name)::contains);
  }

  private void read(String name, int rank) {
    NdArray data = found.get(name);
    readRows(name, data, weights.inputs(), rank);
    if (weights.vocabulary() != weights.inputs()) {
      readRows(name, data, weights.vocabulary(), rank);
    }
    boolean isOneHot =
        frames.stream()
            .filter(frame -> frame.used().contains(name))
            .map(Frame::input)
            .anyMatch(
                series ->
                    series.isSurelyOneHot()
                        || (series.kind() == InputOrTarget.Kind.ONE_HOT && data.dimensions() > 2));
    if (!isOneHot && weights.vocabulary() > 1 && axes(data).size() <= 2) {
      readIds(name, data, rank);
    }
  }

  /** The axes that have more than one entry. */
  private static List<Integer> axes(NdArray data) {
    return IntStream.range(0, data.dimensions())
        .filter(axis -> data.shape()[axis] != 1)
        .boxed()
        .toList();
  }

  private void readIds(String name, NdArray data, int rank) {
    int penalty = data.kind() == NdArray.Kind.INTEGER ? 0 : 1;
    boolean areIds = Values.areIds(data, weights.vocabulary());
    if (Values.areIdsFromOne(data, weights.vocabulary())) {
      for (int[] order : orders(axes(data))) {
        View view = view(name, data, order[0], order[1], -1, false);
        add(InputOrTarget.idsFromOne(view), view, rank + penalty + (areIds ? FROM_ONE : 0));
      }
    }
    if (!areIds) {
      return;
    }
    for (int[] order : orders(axes(data))) {
      View view = view(name, data, order[0], order[1], -1, false);
      add(InputOrTarget.ids(view), view, rank + penalty);
    }
  }

  private void readRows(String name, NdArray data, int width, int rank) {
    List<Integer> axes = axes(data);
    List<Integer> places = new ArrayList<>();
    if (width == 1) {
      places.add(-1);
    }
    axes.stream().filter(axis -> data.shape()[axis] == width).forEach(places::add);
    for (int place : places) {
      List<Integer> others = axes.stream().filter(axis -> axis != place).toList();
      for (int[] order : orders(others)) {
        View view = view(name, data, order[0], order[1], place, true);
        InputOrTarget series = InputOrTarget.rows(view);
        boolean isNumbers = series.kind() == InputOrTarget.Kind.NUMBERS;
        if (!isNumbers || (width == weights.inputs() && Values.areFinite(data))) {
          add(series, view, rank + (isNumbers ? 3 : 0));
        }
      }
    }
  }

  /** The axes of B and T, −1 for one that is not there. */
  private static List<int[]> orders(List<Integer> axes) {
    return switch (axes.size()) {
      case 0 -> List.of(new int[] {-1, -1});
      case 1 -> List.of(new int[] {-1, axes.get(0)}, new int[] {axes.get(0), -1});
      case 2 -> List.of(new int[] {axes.get(0), axes.get(1)}, new int[] {axes.get(1), axes.get(0)});
      default -> List.of();
    };
  }

  private static View view(
      String name, NdArray data, int batch, int time, int units, boolean hasUnits) {
    int[] axes = hasUnits ? new int[] {batch, time, units} : new int[] {batch, time};
    int[] shape = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      shape[i] = axes[i] < 0 ? 1 : data.shape()[axes[i]];
    }
    return View.of(name, data, axes, shape);
  }

  private void add(InputOrTarget series, View view, int penalty) {
    boolean isOdd = series.time() == 1 && !found.isOfOneCell();
    frames.add(
        new Frame(
            series,
            Optional.of(view),
            Optional.empty(),
            series.time(),
            false,
            Set.of(view.array()),
            penalty + (isOdd ? Frame.UNREASONABLE : 0),
            List.of()));
    cut(series, view, penalty);
  }

  /** Where what is given or predicted has fewer timesteps, the input may be read as far only. */
  private void cut(InputOrTarget series, View view, int penalty) {
    for (int time : new ShorterTimes(found, series.batch(), series.time()).all()) {
      View part = view.part(1, 0, time);
      InputOrTarget ids =
          series.isFromOne() ? InputOrTarget.idsFromOne(part) : InputOrTarget.ids(part);
      InputOrTarget shorter =
          series.kind() == InputOrTarget.Kind.IDS ? ids : InputOrTarget.rows(part);
      frames.add(
          new Frame(
              series.kind() == InputOrTarget.Kind.NUMBERS ? shorter.numbers() : shorter,
              Optional.of(part),
              Optional.empty(),
              series.time(),
              false,
              Set.of(view.array()),
              penalty + 1,
              List.of(
                  String.format(
                      Locale.ROOT,
                      "%s has %d timesteps, of which the first %d are read.",
                      view.array(),
                      series.time(),
                      time))));
    }
  }

  /** Ids of T + 1 timesteps, all but the first of which are the targets. */
  private void readAhead(String name, int penalty) {
    NdArray data = found.get(name);
    if (weights.vocabulary() < 2
        || weights.outputs() != weights.vocabulary()
        || axes(data).size() > 2
        || !Values.areIds(data, weights.vocabulary())) {
      return;
    }
    for (int[] order : orders(axes(data))) {
      View all = view(name, data, order[0], order[1], -1, false);
      int time = all.shape()[1] - 1;
      if (time > 0) {
        View view = all.part(1, 0, time);
        frames.add(
            new Frame(
                InputOrTarget.ids(view),
                Optional.of(view),
                Optional.of(all.part(1, 1, time)),
                time,
                false,
                Set.of(name),
                penalty,
                List.of(name + " is the input, and one timestep later the target.")));
      }
    }
  }
}
