package dev.backstep.ui.inspector;

import dev.backstep.net.Net;
import dev.backstep.net.Weight;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The weights of a net as they stand beside one another: a few in one row, many by their kind. */
final class WeightRows {
  private static final int FEW = 4;

  private WeightRows() {}

  /** The matrices: where there are many, those of the input, of the states, of the output. */
  static Collection<List<Weight>> of(Net net) {
    List<Weight> matrices = net.weights().stream().filter(weight -> !weight.isBias()).toList();
    return matrices.size() <= FEW
        ? List.of(matrices)
        : matrices.stream()
            .collect(
                Collectors.groupingBy(WeightRows::kind, LinkedHashMap::new, Collectors.toList()))
            .values();
  }

  private static List<Object> kind(Weight weight) {
    return List.of(
        weight.rows() == null ? weight.cols() : weight.rows(), weight.isTransposedThere());
  }

  static List<Weight> biases(Net net) {
    return net.weights().stream().filter(Weight::isBias).toList();
  }
}
