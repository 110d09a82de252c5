package dev.backstep.trace.flow;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Weight;
import dev.backstep.trace.Trace;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A change of a copy of a net, to see what it does to the gradients.
 *
 * @param preset the net that takes the place of the one that is looked at; null where it stays
 * @param recurrent what the recurrent weights are multiplied by
 * @param gateBias what every entry of the bias of the gate becomes that decides how much of a state
 *     is kept; null where it stays as it is
 */
public record CopyChange(@Nullable PresetNet preset, double recurrent, @Nullable Double gateBias) {
  /** No change. */
  public static final CopyChange NOTHING = new CopyChange(null, 1, null);

  public static final double LEAST_RECURRENT = 0.2;
  public static final double MOST_RECURRENT = 3;
  public static final double LEAST_BIAS = -2;
  public static final double MOST_BIAS = 5;

  /** Whether nothing is changed. */
  public boolean isNothing() {
    return equals(NOTHING);
  }

  public CopyChange withRecurrent(double factor) {
    return new CopyChange(preset, factor, gateBias);
  }

  public CopyChange withGateBias(@Nullable Double bias) {
    return new CopyChange(preset, recurrent, bias);
  }

  /** The net of the copy. */
  public Net net(Net ofTrace) {
    return preset == null ? ofTrace : Vanilla.NET;
  }

  /** The sequence of a trace gone through by the copy; the trace itself where nothing changes. */
  public Trace of(Trace trace) {
    if (isNothing()) {
      return trace;
    }
    return Untrained.of(trace, changed(start(trace)));
  }

  private Example start(Trace trace) {
    Example example = trace.example();
    return preset == null
        ? example
        : preset.on(example.inputs(), example.targets(), trace.shape().vocabulary());
  }

  private Example changed(Example example) {
    Parameters weights = example.weights().copy();
    for (Weight weight : example.net().recurrentWeights()) {
      double[] data = weights.get(weight.name()).data;
      for (int i = 0; i < data.length; i++) {
        data[i] *= recurrent;
      }
    }
    if (gateBias != null) {
      double bias = gateBias;
      example
          .net()
          .gateBias()
          .ifPresent(gate -> Arrays.fill(weights.get(gate.weight().name()).data, bias));
    }
    return example.with(weights);
  }
}
