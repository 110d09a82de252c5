package dev.backstep.ui.parts;

import dev.backstep.net.Net;
import dev.backstep.net.Weight;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The weights of a net as they stand beside one another: a few in one row, many by their kind. */
public final class WeightRows {
  private static final int FEW = 4;

  private WeightRows() {}

  /** Whether they are so many that there is room for little more than their names. */
  public static boolean areMany(Net net) {
    return matrices(net).size() > FEW;
  }

  private static List<Weight> matrices(Net net) {
    return net.weights().stream().filter(weight -> !weight.isBias()).toList();
  }

  /** The matrices: where there are many, those of the input, of the states, of the output. */
  public static Collection<List<Weight>> of(Net net) {
    return !areMany(net)
        ? List.of(matrices(net))
        : matrices(net).stream()
            .collect(
                Collectors.groupingBy(WeightRows::kind, LinkedHashMap::new, Collectors.toList()))
            .values();
  }

  private static List<Object> kind(Weight weight) {
    return List.of(
        weight.rows() == null ? weight.cols() : weight.rows(), weight.isTransposedThere());
  }

  /** The biases, in one row. */
  public static List<Weight> biases(Net net) {
    return net.weights().stream().filter(Weight::isBias).toList();
  }
}
