package dev.backstep.check.reading;

import dev.backstep.math.NdArray;
import dev.backstep.model.Parameters;
import dev.backstep.model.ReferenceCase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The golden numbers as if a program had saved them. */
public final class References {
  private References() {}

  static Map<String, NdArray> submission(ReferenceCase reference) {
    int length = reference.length();
    Map<String, NdArray> arrays = given(reference);
    arrays.put("H", rows(reference.vector("/hidden"), length));
    arrays.put("O", rows(reference.vector("/outputs"), length));
    arrays.put("loss", NdArray.of(reference.vector("/loss_per_t"), length));
    for (String name :
        new String[] {"e", "dh_from_output", "dh_from_later", "dh", "dtanh", "dh_prev", "dxt"}) {
      arrays.put(name, overTime(reference, name));
    }
    addTotals(arrays, reference, "/total_grads");
    return arrays;
  }

  /** Weights and sequence. */
  public static Map<String, NdArray> given(ReferenceCase reference) {
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    Parameters parameters = reference.parameters();
    Parameters.NAMES.forEach(name -> arrays.put(name, NdArray.of(parameters.view(name))));
    arrays.put("x", NdArray.of(reference.inputs()));
    arrays.put("y", NdArray.of(reference.targets()));
    arrays.put("h0", NdArray.of(reference.h0(), reference.h0().length));
    return arrays;
  }

  /** The gradients of the whole sequence that stand below a pointer. */
  public static void addTotals(Map<String, NdArray> arrays, ReferenceCase from, String pointer) {
    for (String name : Parameters.NAMES) {
      double[] entries = from.vector(pointer + "/d" + name);
      arrays.put("d" + name, NdArray.of(entries, arrays.get(name).shape()));
    }
    if (from.has(pointer + "/dh0")) {
      double[] ofState = from.vector(pointer + "/dh0");
      arrays.put("dh0", NdArray.of(ofState, ofState.length));
    }
  }

  private static NdArray overTime(ReferenceCase reference, String name) {
    double[] values = new double[0];
    for (int t = 0; t < reference.length(); t++) {
      double[] row = reference.vector("/timesteps/%d/%s".formatted(t, name));
      values = Arrays.copyOf(values, values.length + row.length);
      System.arraycopy(row, 0, values, values.length - row.length, row.length);
    }
    return rows(values, reference.length());
  }

  private static NdArray rows(double[] values, int length) {
    return NdArray.of(values, length, values.length / length);
  }
}
