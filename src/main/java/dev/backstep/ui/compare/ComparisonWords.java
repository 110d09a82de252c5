package dev.backstep.ui.compare;

import dev.backstep.fault.Fault;
import dev.backstep.math.Numbers;
import dev.backstep.model.Initialization;
import dev.backstep.model.Truncation;
import dev.backstep.net.Vanilla;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.PaddingSettings;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.ui.run.Comparison;
import dev.backstep.ui.run.Comparison.Aspect;
import dev.backstep.words.SettingWords;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The differences of two compared runs and what they have in common, in words. */
public record ComparisonWords(Texts texts) {
  /** More than so many differences are not said in a name, only in the headline. */
  private static final int MOST_IN_NAME = 2;

  /** "A: h0 zero against B: h0 carried". */
  public String headline(Comparison pair) {
    return texts.of("compare.headline", of(pair.a(), pair), of(pair.b(), pair));
  }

  /** The headline as part of a sentence. */
  public String brief(Comparison pair) {
    return headline(pair).replaceAll("\\s+", " ");
  }

  /** The words for one of the two in the headline: "SGD, learning rate 0.03". */
  private String of(RunSettings settings, Comparison pair) {
    return pair.differing().stream()
        .map(aspect -> aspect == Aspect.CELL ? cell(settings) : of(aspect, settings))
        .collect(Collectors.joining(", "));
  }

  /**
   * The settings of both: "everything else equal: H 32 · seed 1". That neither has a fault or a
   * truncation, and that both are vanilla RNNs, goes without saying.
   */
  public String common(Comparison pair) {
    String words =
        pair.common().stream()
            .filter(aspect -> isSaid(aspect, pair.a()))
            .map(aspect -> of(aspect, pair.a()))
            .collect(Collectors.joining(" · "));
    return words.isEmpty()
        ? texts.of("compare.nothing-equal")
        : texts.of("compare.everything-else", words);
  }

  private static boolean isSaid(Aspect aspect, RunSettings settings) {
    return switch (aspect) {
      case FAULT -> !settings.fault().isNone();
      case TRUNCATION -> !settings.truncation().isNone();
      case BATCH, PADDING -> settings.batch().size() > 1;
      case LOSS -> settings.padding().loss() != PaddingSettings.LossMean.SUM;
      case CELL -> settings.cell() != Vanilla.NET;
      default -> true;
    };
  }

  /**
   * The counts of what each of the two learns, with so many characters: "2 779 weights and biases
   * in A, 9 819 in B"; empty where they are equal.
   */
  public String sizes(Comparison pair, int vocabulary) {
    long a = pair.a().shape(vocabulary).parameters();
    long b = pair.b().shape(vocabulary).parameters();
    return a == b ? "" : texts.of("compare.sizes", Numbers.grouped(a), Numbers.grouped(b));
  }

  /** A name for A: "A: zero", or only "A" where there is too much to say. */
  public String nameOfA(Comparison pair) {
    return name("compare.a", pair.a(), pair);
  }

  /** A name for B: "B: carried", or only "B" where there is too much to say. */
  public String nameOfB(Comparison pair) {
    return name("compare.b", pair.b(), pair);
  }

  private String name(String key, RunSettings settings, Comparison pair) {
    List<Aspect> differing = pair.differing();
    if (differing.isEmpty() || differing.size() > MOST_IN_NAME) {
      return texts.of(key);
    }
    return texts.of("compare.named", texts.of(key), brief(differing, settings));
  }

  private String brief(List<Aspect> aspects, RunSettings settings) {
    return aspects.stream().map(aspect -> value(aspect, settings)).collect(Collectors.joining(" "));
  }

  private String of(Aspect aspect, RunSettings settings) {
    return switch (aspect) {
      case STATE -> texts.of("compare.of.state", value(aspect, settings));
      case LEARNING_RATE -> texts.of("compare.of.learning-rate", value(aspect, settings));
      case INIT -> texts.of("compare.of.init", value(aspect, settings));
      case CELL,
          GATE_BIAS,
          OPTIMIZER,
          CLIP,
          TRUNCATION,
          SEED,
          HIDDEN,
          BATCH,
          PADDING,
          LOSS,
          FAULT ->
          value(aspect, settings);
    };
  }

  private String value(Aspect aspect, RunSettings settings) {
    return switch (aspect) {
      case CELL -> new SettingWords(texts).cell(settings.cell());
      case GATE_BIAS -> new SettingWords(texts).gateBias(settings);
      case STATE -> state(settings.hiddenState());
      case OPTIMIZER -> settings.optimizer().title();
      case LEARNING_RATE -> Numbers.plain(settings.learningRate());
      case CLIP -> clipping(settings.clipping());
      case TRUNCATION -> truncation(settings.truncation());
      case INIT -> initialization(settings.initialization());
      case SEED -> texts.of("compare.of.seed", String.valueOf(settings.seed()));
      case HIDDEN -> texts.of("compare.of.hidden", settings.hidden());
      case BATCH -> new SettingWords(texts).batch(settings.batch());
      case PADDING -> new SettingWords(texts).padding(settings.padding());
      case LOSS -> new SettingWords(texts).loss(settings.padding());
      case FAULT -> fault(settings.fault());
    };
  }

  /** The cell with the bias of its gate, which is a setting that another cell does not have. */
  private String cell(RunSettings settings) {
    return Stream.of(value(Aspect.CELL, settings), value(Aspect.GATE_BIAS, settings))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String state(HiddenStatePolicy policy) {
    return policy instanceof HiddenStatePolicy.Carried carried
        ? texts.of(
            carried.zeroAtEpochStart() ? "words.choice.carried" : "compare.of.always-carried")
        : new SettingWords(texts).state(policy);
  }

  private String clipping(Clipping clipping) {
    return clipping instanceof Clipping.None
        ? texts.of("compare.of.no-clip")
        : texts.of("compare.of.clip", new SettingWords(texts).clipping(clipping));
  }

  private String truncation(Truncation truncation) {
    return truncation.isNone()
        ? texts.of("compare.of.no-truncation")
        : new SettingWords(texts).truncation(truncation);
  }

  private String fault(Fault fault) {
    return fault.isNone()
        ? texts.of("compare.of.no-fault")
        : texts.of("compare.of.fault", new SettingWords(texts).fault(fault));
  }

  private String initialization(Initialization initialization) {
    return initialization instanceof Initialization.Gaussian gaussian
        ? texts.of("compare.of.gaussian", Numbers.plain(gaussian.sigma()))
        : texts.of("words.choice.uniform");
  }
}
