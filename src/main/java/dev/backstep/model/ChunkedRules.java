package dev.backstep.model;

import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rules by which a cell is handed nothing back over the boundary of its chunk. */
final class ChunkedRules extends ChangedRules {
  private final int k;

  ChunkedRules(BackwardRules rules, int k) {
    super(rules);
    this.k = k;
  }

  @Override
  public @Nullable RowKernel after(Vector vector, Net net) {
    boolean isHandedOver =
        net.handedBack().stream().anyMatch(handedBack -> isOf(handedBack, vector, net));
    return isHandedOver ? afterwards(vector, net, this::cut) : super.after(vector, net);
  }

  private static boolean isOf(Vector handedBack, Vector vector, Net net) {
    return !net.given().contains(vector) && net.equation(vector).right().equals(handedBack.after());
  }

  private void cut(SequenceBuffers buffers, int t, double[] fromLater) {
    if ((t + 1) % k == 0 && t + 1 < buffers.length()) {
      Arrays.fill(fromLater, 0);
    }
  }
}
