package dev.backstep.ui.inspector;

import dev.backstep.math.Numbers;
import dev.backstep.trace.Clip;
import dev.backstep.trace.FormulaLine;
import dev.backstep.trace.Update;
import dev.backstep.trace.UpdateRule;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An update in words: the optimiser's formula with its numbers, and what was clipped. */
public final class UpdateWords {
  private static final char NO_BREAK = '\u00a0';

  private UpdateWords() {}

  /** A line for the formula and one for the clipping; of weights that were given, the norm. */
  public static String of(Texts texts, Update update, String parameter) {
    String norm = Numbers.six(update.gradientNorm());
    UpdateRule rule = update.rule();
    if (rule == null) {
      return texts.of("inspector.update.norm", norm);
    }
    String clipping =
        texts.of(
            "inspector.update.clip." + rule.clip().kind().name().toLowerCase(Locale.ROOT),
            norm,
            rule.clip().kind() == Clip.Kind.NONE ? "" : Numbers.plain(rule.clip().limit()),
            update.clipScale() == 1 ? "1" : Numbers.six(update.clipScale()));
    return formula(rule, parameter) + "\n" + constants(rule) + "\n" + clipping;
  }

  /** {@code Adagrad: W2 ← W2 − lr·g / √(m + ε)}, and {@code m ← m + g²} below it. */
  private static String formula(UpdateRule rule, String parameter) {
    List<FormulaLine> memory = rule.formulas().memory();
    String step = rule.formulas().step().text().replace("W", parameter);
    String remembered = memory.stream().map(FormulaLine::text).collect(Collectors.joining(", "));
    return rule.optimizer() + ": " + step + (memory.isEmpty() ? "" : "\n" + remembered);
  }

  private static String constants(UpdateRule rule) {
    return rule.constants().entrySet().stream()
        .map(constant -> constant.getKey() + " = " + Numbers.typed(constant.getValue()))
        // A line may break between two numbers, not within one.
        .map(constant -> constant.replace(' ', NO_BREAK))
        .collect(Collectors.joining(", "));
  }
}
