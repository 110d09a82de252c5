package dev.backstep.trace.arithmetic;

import dev.backstep.trace.Clip;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.trace.UpdateRule;
import dev.backstep.trace.arithmetic.Derivation.Outer;
import java.util.List;

/** Writes out what clipping made of one entry of a gradient. */
final class ClipDerivation {
  private ClipDerivation() {}

  /**
   * The optimiser's view of one entry.
   *
   * @param name of the entry before clipping: {@code dW2[3,5]}
   * @param index how the entry is written: {@code [3,5]}
   */
  static Derivation of(
      Trace trace, UpdateRule rule, Entry.AtUpdate entry, String name, String index) {
    String parameter = entry.parameter();
    int row = entry.row();
    int col = entry.col();
    double value = trace.gradient(parameter).get(row, col);
    Factor total = new Factor(name, value, new Entry.OfAccumulator(parameter, 0, row, col));
    double result = rule.clipped(value);
    Clip clip = rule.clip();
    return switch (clip.kind()) {
      case NONE ->
          new Derivation(
              entry, "g" + index, name, List.of(Term.of(total)), new Outer.Sum(), result);
      case ELEMENTWISE ->
          new Derivation(
              entry,
              "clip(g)" + index,
              "clip(" + name + ", ±limit)",
              List.of(Term.of(total)),
              new Outer.Clamp(clip.limit()),
              result,
              List.of(new Factor("limit", clip.limit())));
      case GLOBAL_NORM -> {
        Factor scale = new Factor("scale", trace.update().clipScale());
        yield new Derivation(
            entry,
            "clip(g)" + index,
            "scale·" + name,
            List.of(Term.of(scale, total)),
            new Outer.Sum(),
            result,
            scaleOf(trace.update(), clip));
      }
    };
  }

  /** Only a norm above the limit is scaled down to it. */
  private static List<Factor> scaleOf(Update update, Clip clip) {
    boolean isAbove = update.gradientNorm() > clip.limit();
    String symbol = isAbove ? "scale = limit / ‖g‖" : "scale (as ‖g‖ ≤ limit)";
    return List.of(
        new Factor(symbol, update.clipScale()),
        new Factor("limit", clip.limit()),
        new Factor("‖g‖", update.gradientNorm()));
  }
}
