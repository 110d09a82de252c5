package dev.backstep.check.submission;

import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.stream.Stream;

/**
 * A gradient of the whole sequence, as the program that is checked computed it.
 *
 * @param name what the file calls it
 * @param gradient what it is: d and the name of a weight, or dh0
 * @param isOfWeight whether it is the gradient of a weight or bias, and not of a state
 * @param entries row after row in the project's shape
 */
public record SuppliedTotal(String name, String gradient, boolean isOfWeight, double[] entries) {
  /** What the gradient of a weight is called. */
  public static String ofWeight(Weight weight) {
    return "d" + weight;
  }

  /** What the gradient at a state before the first character is called. */
  public static String ofState(Vector state) {
    return "d" + state + "0";
  }

  /** All that there are of a net: those of its weights, and then of its states. */
  public static Stream<String> all(Net net) {
    return Stream.concat(
        net.weights().stream().map(SuppliedTotal::ofWeight),
        net.states().stream().map(SuppliedTotal::ofState));
  }

  /** The same with other entries. */
  public SuppliedTotal with(double[] others) {
    return new SuppliedTotal(name, gradient, isOfWeight, others);
  }

  /** The name of the weight that it is the gradient of. */
  public String weight() {
    return gradient.substring(1);
  }
}
