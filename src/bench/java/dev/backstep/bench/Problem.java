package dev.backstep.bench;

import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The problem of every contender of {@code compare.py}: a file of little-endian doubles with the
 * weights in the order of the net, W1, W2, W3, bh, bo of the vanilla one, then the T ids that are
 * read and the T that are to be predicted.
 */
record Problem(Parameters weights, int[] inputs, int[] targets) {
  static Problem read(Path file, Shape shape, int length) throws IOException {
    DoubleBuffer numbers =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
    Parameters weights = Parameters.zeros(shape);
    for (int k = 0; k < weights.count(); k++) {
      numbers.get(weights.data(k));
    }
    Problem problem = new Problem(weights, ids(numbers, length), ids(numbers, length));
    if (numbers.hasRemaining()) {
      throw new IOException(
          "%s has %d numbers more than V, H and T say".formatted(file, numbers.remaining()));
    }
    return problem;
  }

  private static int[] ids(DoubleBuffer numbers, int length) {
    int[] ids = new int[length];
    for (int t = 0; t < length; t++) {
      ids[t] = (int) numbers.get();
    }
    return ids;
  }

  OneUpdate update() {
    return new OneUpdate(weights, inputs, targets, new double[weights.shape().stateSize()]);
  }

  /** Writes gradients as the weights were read. */
  static void write(Path file, Parameters gradients) throws IOException {
    int count = 0;
    for (int k = 0; k < gradients.count(); k++) {
      count += gradients.data(k).length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int k = 0; k < gradients.count(); k++) {
      for (double entry : gradients.data(k)) {
        bytes.putDouble(entry);
      }
    }
    Files.write(file, bytes.array());
  }
}
