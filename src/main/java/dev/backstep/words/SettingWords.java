package dev.backstep.words;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.math.Numbers;
import dev.backstep.model.Truncation;
import dev.backstep.net.Net;
import dev.backstep.training.BatchSettings;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.PaddingSettings;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import java.util.Locale;

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

  /** "batches of 16, by length"; that of one sequence "one sequence an update". */
  public String batch(BatchSettings batch) {
    String size = texts.count(batch.size(), "words.batch", batch.size());
    return batch.order() == BatchSettings.Order.AS_THEY_COME || batch.size() == 1
        ? size
        : texts.of("words.batch.by-length", size);
  }

  /** "padding right, mask: states and loss". */
  public String padding(PaddingSettings padding) {
    return texts.of("words.padding", choice(padding.side()), choice(padding.mask()));
  }

  /** "loss: sum". */
  public String loss(PaddingSettings padding) {
    return texts.of("words.loss", choice(padding.loss()));
  }

  private String choice(Enum<?> chosen) {
    return texts.of("words.choice." + chosen.name().toLowerCase(Locale.ROOT));
  }

  public String fault(Fault fault) {
    return FaultTexts.load().title(fault);
  }

  public String state(HiddenStatePolicy policy) {
    if (policy instanceof HiddenStatePolicy.Carried carried) {
      return texts.of(
          carried.zeroAtEpochStart() ? "words.change.carried.zero" : "words.choice.carried");
    }
    if (policy instanceof HiddenStatePolicy.FixedArray array) {
      return texts.count(array.columns(), "words.change.fixed-array", array.columns());
    }
    return texts.of(policy.isLearned() ? "words.choice.learned" : "words.choice.zero");
  }
}
