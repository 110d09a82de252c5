package dev.backstep.trace.flow;

import dev.backstep.math.Kernels;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Truncation;
import dev.backstep.trace.Trace;
import java.util.stream.IntStream;

/**
 * What truncation keeps of the gradient of a weight.
 *
 * @param cosine of the angle between the truncated gradient and the whole; 1 where they point the
 *     same way, and NaN where one of them is 0
 * @param relative ‖truncated − whole‖ / ‖whole‖; NaN where the whole is 0
 */
public record TruncationError(double cosine, double relative) {
  /** The gradients of an example gone back through as truncation says; not to be modified. */
  public static Parameters gradients(Example example, Truncation truncation) {
    Batch batch = Batch.of(example).weighted().with(truncation);
    return BatchPass.of(batch, BackwardRules.RIGHT).gradients();
  }

  /** Whether the gradient of a loss comes to the state of a timestep, at most that of the loss. */
  public static boolean keeps(Truncation truncation, int loss, int t) {
    return switch (truncation.kind()) {
      case NONE -> true;
      case CHUNKS -> t / truncation.k() == loss / truncation.k();
      case WINDOW -> loss - t < truncation.k();
    };
  }

  /** The error of one gradient. */
  public static TruncationError of(Parameters truncated, Parameters whole, String weight) {
    return of(truncated.get(weight).data, whole.get(weight).data);
  }

  /** That of the gradients of all recurrent weights together, which both traces have. */
  public static TruncationError of(Trace truncated, Trace whole) {
    return of(recurrent(truncated), recurrent(whole));
  }

  private static double[] recurrent(Trace trace) {
    return trace.net().recurrentWeights().stream()
        .map(weight -> trace.gradient(weight.name()))
        .flatMapToDouble(
            gradient ->
                IntStream.range(0, gradient.rows() * gradient.cols())
                    .mapToDouble(i -> gradient.get(i / gradient.cols(), i % gradient.cols())))
        .toArray();
  }

  private static TruncationError of(double[] cut, double[] full) {
    double[] difference = new double[full.length];
    for (int i = 0; i < full.length; i++) {
      difference[i] = cut[i] - full[i];
    }
    double size = StatePropagation.norm(full);
    double product = StatePropagation.norm(cut) * size;
    return new TruncationError(
        product == 0 ? Double.NaN : Kernels.dot(cut, full) / product,
        size == 0 ? Double.NaN : StatePropagation.norm(difference) / size);
  }
}
