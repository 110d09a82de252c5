package dev.backstep.trace;

import dev.backstep.model.Parameters;
import java.util.Locale;

/** The right side of what computes one entry of a cell, in symbols. */
record CellFormulas(Notation notation) {
  /** {@code Σₖ e[k]·W3[k,3]} for entry 3 of what comes from the output. */
  String of(Quantity quantity, int index) {
    String at = String.valueOf(index);
    return switch (quantity) {
      case H ->
          String.format(
              Locale.ROOT,
              "tanh( %s + Σᵢ h_prev[i]·%s + %s )",
              notation.entry(Parameters.W1, "x", at),
              notation.entry(Parameters.W2, "i", at),
              notation.entry(Parameters.BH, "0", at));
      case O ->
          String.format(
              Locale.ROOT,
              "exp(z − max) / total, z = Σⱼ h[j]·%s + %s",
              notation.entry(Parameters.W3, at, "j"),
              notation.entry(Parameters.BO, "0", at));
      case E -> String.format(Locale.ROOT, "o[%s] − y[%s]", at, at);
      case DH_FROM_OUTPUT -> "Σₖ e[k]·" + notation.entry(Parameters.W3, "k", at);
      case DH_FROM_LATER -> "dh_prev[" + at + "]";
      case DH ->
          String.format(
              Locale.ROOT, "(%s)[%s] + dh_later[%s]", notation.through(Parameters.W3), at, at);
      case DTANH -> String.format(Locale.ROOT, "(1 − h[%s]²)·dh[%s]", at, at);
      case DXT -> "Σⱼ dtanh[j]·" + notation.entry(Parameters.W1, at, "j");
      case DH_PREV -> "Σⱼ dtanh[j]·" + notation.entry(Parameters.W2, at, "j");
    };
  }
}
