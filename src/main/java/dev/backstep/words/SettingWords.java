package dev.backstep.words;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.math.Numbers;
import dev.backstep.model.Truncation;
import dev.backstep.net.Net;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;

/** The value of a single setting, in words. */
public record SettingWords(Texts texts) {
  public String cell(Net cell) {
    return texts.of("words.cell." + cell.id());
  }

  /** "forget bias 1"; empty for a cell that has no such bias. */
  public String gateBias(RunSettings settings) {
    return settings
        .cell()
        .gateBias()
        .map(bias -> texts.of("words.gate-bias." + bias.gate(), Numbers.plain(settings.gateBias())))
        .orElse("");
  }

  public String clipping(Clipping clipping) {
    if (clipping instanceof Clipping.GlobalNorm norm) {
      return texts.of("words.change.global-norm", Numbers.plain(norm.limit()));
    }
    return clipping instanceof Clipping.Elementwise elementwise
        ? texts.of("words.change.elementwise", Numbers.plain(elementwise.limit()))
        : texts.of("words.choice.none");
  }

  /** "windows of 3"; "no" where the whole sequence is gone back through. */
  public String truncation(Truncation truncation) {
    return switch (truncation.kind()) {
      case NONE -> texts.of("words.choice.none");
      case CHUNKS -> texts.of("words.change.chunks", truncation.k());
      case WINDOW -> texts.of("words.change.window", truncation.k());
    };
  }

  public String fault(Fault fault) {
    return FaultTexts.load().title(fault);
  }

  public String state(HiddenStatePolicy policy) {
    if (policy instanceof HiddenStatePolicy.Carried carried) {
      return texts.of(
          carried.zeroAtEpochStart() ? "words.change.carried.zero" : "words.choice.carried");
    }
    return policy instanceof HiddenStatePolicy.FixedArray array
        ? texts.count(array.columns(), "words.change.fixed-array", array.columns())
        : texts.of("words.choice.zero");
  }
}
