package dev.backstep.check.reading;

import dev.backstep.net.Net;
import dev.backstep.net.Weight;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights of a net as PyTorch stacks them: the gates of what reads the input in one matrix and
 * one bias, those of what reads the state before in others. Two biases that have one gradient are
 * one of the net's, their sum; where they have two, as the n of a GRU, the net has two as well.
 */
final class GateBlocks {
  private final Net net;
  private final List<Weight> ofInput;
  private final List<Weight> ofState;

  GateBlocks(Net net) {
    this.net = net;
    ofInput = net.weights().stream().filter(weight -> net.gradient(weight).isAtInput()).toList();
    ofState = net.weights().stream().filter(this::isOfState).toList();
  }

  private boolean isOfState(Weight weight) {
    return !weight.isBias() && !ofInput.contains(weight) && !net.isOfOutput(weight);
  }

  /** The matrices that the input is multiplied with, one for each gate. */
  List<Weight> ofInput() {
    return ofInput;
  }

  /** The matrices that the state before is multiplied with, in the same order. */
  List<Weight> ofState() {
    return ofState;
  }

  /** Where a weight stands, with which others added to it. */
  List<WeightPlace> places(Weight weight) {
    if (net.isOfOutput(weight)) {
      return List.of(WeightPlace.all(weight.isBias() ? "bias" : "weight"));
    }
    if (!weight.isBias()) {
      return ofInput.contains(weight)
          ? List.of(block("weight_ih_l0", ofInput.indexOf(weight)))
          : List.of(block("weight_hh_l0", ofState.indexOf(weight)));
    }
    List<WeightPlace> places = new ArrayList<>();
    for (int k = 0; k < ofInput.size(); k++) {
      if (isBeside(weight, ofInput.get(k))) {
        places.add(block("bias_ih_l0", k));
      }
      if (isBeside(weight, ofState.get(k))) {
        places.add(block("bias_hh_l0", k));
      }
    }
    return places;
  }

  private boolean isBeside(Weight bias, Weight matrix) {
    return net.gradient(bias).right().equals(net.gradient(matrix).right());
  }

  private WeightPlace block(String array, int block) {
    return new WeightPlace(array, block, ofInput.size());
  }
}
