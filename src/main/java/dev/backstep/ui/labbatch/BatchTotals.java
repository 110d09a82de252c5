package dev.backstep.ui.labbatch;

import dev.backstep.fault.batch.BatchEffect;
import dev.backstep.fault.evidence.Difference;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.words.Texts;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a batch comes to as a whole, by its name on the screen. */
final class BatchTotals {
  private BatchTotals() {}

  /**
   * The sums of the gradients, and of each sequence those of the states that it begins with; and
   * what the next batch begins with where that is what the fault is about.
   */
  static Map<String, Difference> of(BatchEffect effect, Notation notation, Texts texts) {
    Map<String, Difference> totals = new LinkedHashMap<>();
    effect
        .net()
        .names()
        .forEach(name -> totals.put(notation.named("d" + name), effect.total(name)));
    for (Vector state : effect.net().states()) {
      for (int b = 0; b < effect.padded().size(); b++) {
        String initial = notation.named("d" + state + "0");
        totals.put(texts.of("labbatch.total", initial, b + 1), effect.initial(state, b));
      }
    }
    if (effect.isOfCarriedStates()) {
      for (Vector state : effect.net().states()) {
        for (int b = 0; b < effect.padded().size(); b++) {
          totals.put(texts.of("labbatch.carried", state, b + 1), effect.carried(state, b));
        }
      }
    }
    return totals;
  }
}
