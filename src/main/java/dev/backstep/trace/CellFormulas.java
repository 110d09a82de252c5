package dev.backstep.trace;

import dev.backstep.model.Parameters;

/** The right side of what computes one entry of a cell, in symbols. */
record CellFormulas(Notation notation) {
  /** {@code Σₖ e[k]·W3[k,3]} for entry 3 of what comes from the output. */
  String of(Quantity quantity, int index) {
    String at = String.valueOf(index);
    return switch (quantity) {
      case H ->
          "tanh( %s + Σᵢ h_prev[i]·%s + %s )"
              .formatted(
                  notation.entry(Parameters.W1, "x", at),
                  notation.entry(Parameters.W2, "i", at),
                  notation.entry(Parameters.BH, "0", at));
      case O ->
          "exp(z − max) / total, z = Σⱼ h[j]·%s + %s"
              .formatted(
                  notation.entry(Parameters.W3, at, "j"), notation.entry(Parameters.BO, "0", at));
      case E -> "o[%s] − y[%s]".formatted(at, at);
      case DH_FROM_OUTPUT -> "Σₖ e[k]·" + notation.entry(Parameters.W3, "k", at);
      case DH_FROM_LATER -> "dh_prev[" + at + "]";
      case DH -> "(%s)[%s] + dh_later[%s]".formatted(notation.through(Parameters.W3), at, at);
      case DTANH -> "(1 − h[%s]²)·dh[%s]".formatted(at, at);
      case DXT -> "Σⱼ dtanh[j]·" + notation.entry(Parameters.W1, at, "j");
      case DH_PREV -> "Σⱼ dtanh[j]·" + notation.entry(Parameters.W2, at, "j");
    };
  }
}
