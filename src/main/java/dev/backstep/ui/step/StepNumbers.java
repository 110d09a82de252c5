package dev.backstep.ui.step;

import dev.backstep.math.Combined;
import dev.backstep.math.MatrixView;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.parts.HeatmapNames;
import dev.backstep.ui.parts.ReadOuts;
import dev.backstep.words.Texts;

/**
 * The numbers in the heatmaps of the Step screen: those of a trace, or a difference of two.
 *
 * @param against the trace that they differ from; null where they are shown themselves
 */
record StepNumbers(Texts texts, Trace trace, Trace against) {
  /** (T, N). */
  MatrixView values(Vector quantity) {
    return against == null
        ? trace.values(quantity)
        : Combined.difference(trace.values(quantity), against.values(quantity));
  }

  /** Differences have a sign, also those of probabilities and gates. */
  ColorScale scale(Vector quantity) {
    return against == null ? ColorScale.of(quantity.scale()) : ColorScale.DIVERGING;
  }

  /** The name of a square: {@code dh[3] at t = 6 “a” → “t”}. */
  String name(Vector quantity, int timestep, int unit) {
    String name = ReadOuts.name(trace, quantity, timestep, unit);
    return against == null ? name : texts.of("step.difference.of", name);
  }

  /** The title of a row of them. */
  String title(Vector quantity, String name) {
    return against == null ? name : texts.of("step.difference.title", quantity.symbol());
  }

  HeatmapNames names(Vector quantity) {
    return HeatmapNames.ofTimesteps(
        texts,
        trace,
        (t, unit) -> name(quantity, t, unit),
        unit -> ReadOuts.index(trace, quantity, unit));
  }
}
