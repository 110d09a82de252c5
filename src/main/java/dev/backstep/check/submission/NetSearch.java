package dev.backstep.check.submission;

import dev.backstep.math.NdArray;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Weight;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds which nets a file may be of, by the names and shapes of its weights. */
final class NetSearch {
  private final FoundArrays found;

  NetSearch(FoundArrays found) {
    this.found = found;
  }

  /**
   * Those that have most of the weights that are there, and of them those first that have fewest
   * beside; the names do not tell a tanh from a relu.
   */
  List<Net> nets() {
    List<Net> fitting = Nets.ALL.stream().filter(this::hasGates).toList();
    long most = fitting.stream().mapToLong(this::found).max().orElse(0);
    return most == 0
        ? List.of(Nets.ALL.get(0))
        : fitting.stream()
            .filter(net -> found(net) == most)
            .sorted(Comparator.comparingInt(net -> net.weights().size()))
            .toList();
  }

  private long found(Net net) {
    return net.weights().stream().filter(weight -> !found.places(net, weight).isEmpty()).count();
  }

  /** Whether the blocks of the recurrent matrix are as many as the net has gates. */
  private boolean hasGates(Net net) {
    List<Weight> ofState = new GateBlocks(net).ofState();
    int gates = found.spoken().places(net, ofState.get(0)).get(0).blocks();
    int blocks =
        found.places(net, ofState.get(0)).stream()
            .findFirst()
            .flatMap(place -> blocks(found.get(place.array())))
            .orElse(gates);
    return found.spoken() != Dialect.PYTORCH
        || gates == blocks
        || (gates == 1 && Nets.ALL.stream().noneMatch(other -> hasBlocks(other, blocks)));
  }

  private static boolean hasBlocks(Net net, int blocks) {
    return new GateBlocks(net).ofState().size() == blocks;
  }

  /** How many times as high as wide a matrix is. */
  private static Optional<Integer> blocks(NdArray array) {
    boolean isStacked =
        array.dimensions() == 2 && array.shape()[1] > 0 && array.shape()[0] % array.shape()[1] == 0;
    return isStacked ? Optional.of(array.shape()[0] / array.shape()[1]) : Optional.empty();
  }
}
