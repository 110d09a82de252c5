package dev.backstep.trace.arithmetic;

import dev.backstep.math.Numbers;
import dev.backstep.net.Script;
import dev.backstep.trace.arithmetic.Derivation.Outer;
import java.util.Locale;

/** The words around a sum for what is done with it. */
record OuterWords(Outer outer) {
  static OuterWords of(Derivation derivation) {
    return new OuterWords(derivation.outer());
  }

  String opening() {
    if (outer instanceof Outer.Clamp) {
      return "= clip( ";
    }
    if (outer instanceof Outer.Softmax softmax) {
      return softmax.logit() + " = ";
    }
    return outer instanceof Outer.Applied applied
        ? "= " + applied.function().opening() + " "
        : "= ";
  }

  String closing() {
    if (outer instanceof Outer.Clamp clamp) {
      return ", ±" + Numbers.typed(clamp.limit()) + " )";
    }
    return outer instanceof Outer.Applied applied ? " " + applied.function().closing() : "";
  }

  /** {@code = tanh(0.53) = 0.485381}; of a mere sum only its value. */
  String result(double sum, double result) {
    String argument = Numbers.six(sum);
    String value = "= " + Numbers.six(result);
    if (outer instanceof Outer.Applied applied) {
      return "= " + applied.function().of(argument, Script.TEXT) + " " + value;
    }
    if (outer instanceof Outer.Clamp clamp) {
      return String.format(
          Locale.ROOT, "= clip(%s, ±%s) %s", argument, Numbers.typed(clamp.limit()), value);
    }
    if (outer instanceof Outer.Softmax softmax) {
      return String.format(
          Locale.ROOT,
          "= exp(%s − %s) / %s %s",
          argument,
          bracketed(softmax.max()),
          Numbers.six(softmax.total()),
          value);
    }
    return value;
  }

  private static String bracketed(double value) {
    return value < 0 ? "(" + Numbers.six(value) + ")" : Numbers.six(value);
  }
}
