package dev.backstep.check.meaning.weights;

import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What is said of how the arrays of a file were taken. */
final class Remarks {
  private Remarks() {}

  static List<String> of(WeightReading.Placed placed, Inventory inventory) {
    List<String> remarks = new ArrayList<>();
    WeightReading reading = placed.reading();
    if (reading.dialect() == Dialect.UNKNOWN || reading.dialect() == Dialect.ONE_MATRIX) {
      remarks.add(taken(reading));
    }
    remarks.addAll(placed.remarks());
    for (Map.Entry<String, String> each : inventory.unlike().entrySet()) {
      boolean isUsed =
          reading.arrays().stream().anyMatch(array -> array.name().equals(each.getValue()));
      if (isUsed) {
        remarks.add(
            String.format(
                Locale.ROOT,
                "%s is %s and %s is %s; it cannot be its gradient and is left out.",
                each.getKey(),
                shape(inventory, each.getKey()),
                each.getValue(),
                shape(inventory, each.getValue())));
      }
    }
    for (Candidate each : reading.arrays()) {
      each.gradients().stream()
          .filter(name -> isTurned(each.longSizes(), inventory.array(name)))
          .forEach(
              name ->
                  remarks.add(
                      String.format(
                          Locale.ROOT,
                          "%s is %s and %s is %s; it is read transposed.",
                          name,
                          shape(inventory, name),
                          each.name(),
                          shape(inventory, each.name()))));
    }
    return remarks;
  }

  private static boolean isTurned(int[] sizes, NdArray gradient) {
    int[] there = IntStream.of(gradient.shape()).filter(size -> size != 1).toArray();
    return sizes.length == 2 && !Arrays.equals(sizes, there);
  }

  private static String shape(Inventory inventory, String name) {
    return NdArray.text(inventory.array(name).shape());
  }

  private static String taken(WeightReading reading) {
    List<String> parts = new ArrayList<>();
    CellFinding cell = reading.cell();
    if (cell.isJoint()) {
      parts.add(list(cell.matrices()) + " as W1 and W2, input and hidden to hidden");
    } else {
      int half = cell.matrices().size() / 2;
      parts.add(list(cell.matrices().subList(0, half)) + " as W1, input to hidden");
      parts.add(
          list(cell.matrices().subList(half, cell.matrices().size())) + " as W2, hidden to hidden");
    }
    reading.output().matrix().ifPresent(each -> parts.add(each + " as W3, hidden to output"));
    reading.embedding().ifPresent(each -> parts.add(each.matrix() + " as E, the embedding"));
    if (!reading.biases().arrays().isEmpty()) {
      parts.add(list(reading.biases().arrays()) + " as the bias of the cell");
    }
    reading.output().bias().ifPresent(each -> parts.add(each + " as bo, the bias of the output"));
    return "By their shapes and names, these are read: " + String.join("; ", parts) + ".";
  }

  private static String list(List<Candidate> arrays) {
    return String.join(", ", arrays.stream().map(Candidate::toString).toList());
  }
}
