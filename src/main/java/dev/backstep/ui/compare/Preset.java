package dev.backstep.ui.compare;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.model.Truncation;
import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.training.BatchSettings;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.PaddingSettings.LossMean;
import dev.backstep.training.PaddingSettings.Mask;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.ui.run.Comparison;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The usual questions: two runs that differ in one thing, begun from the run that is open. */
public enum Preset {
  CARRIED,
  FIXED_ARRAY,
  LEARNED,
  LEARNING_RATES,
  OPTIMIZERS,
  CLIPPING,
  TRUNCATION,
  SEEDS,
  HIDDEN,
  MASK,
  BATCH,
  FAULT,
  RNN_LSTM,
  RNN_LSTM_WEIGHTS,
  GRU_LSTM,
  FORGET_BIAS;

  private static final int USUAL_BATCH = 16;
  private static final BigDecimal TIMES_RATE = BigDecimal.valueOf(3);
  private static final Truncation SHORT_WINDOW = Truncation.window(3);
  private static final Clipping USUAL_CLIPPING = new Clipping.GlobalNorm(5);

  /**
   * The pair of runs.
   *
   * @param base what both have in common
   * @param longest T of the longest sequence that they train on
   * @param vocabulary V, the number of characters of the text that they train on
   * @throws IllegalArgumentException if one of the two cannot be set so
   */
  public Comparison of(RunSettings base, int longest, int vocabulary) {
    RunSettings zero = base.withHiddenState(new HiddenStatePolicy.Zero());
    return switch (this) {
      case CARRIED ->
          new Comparison(zero, base.withHiddenState(new HiddenStatePolicy.Carried(true)));
      case FIXED_ARRAY ->
          new Comparison(zero, base.withHiddenState(new HiddenStatePolicy.FixedArray(longest + 1)));
      case LEARNED -> new Comparison(zero, base.withHiddenState(new HiddenStatePolicy.Learned()));
      case LEARNING_RATES -> new Comparison(base, base.withLearningRate(otherRate(base)));
      case OPTIMIZERS -> new Comparison(base, withOtherOptimizer(base));
      case CLIPPING -> clipping(base);
      case TRUNCATION -> truncation(base);
      case SEEDS -> new Comparison(base, base.withSeed(base.seed() + 1));
      case MASK -> new Comparison(masked(base, Mask.STATES_AND_LOSS), masked(base, Mask.NONE));
      case BATCH -> new Comparison(base.withBatch(BatchSettings.SINGLE), withBatches(base));
      case FAULT -> new Comparison(base.withFault(Fault.NONE), base.withFault(otherFault(base)));
      case HIDDEN -> new Comparison(base, base.withHidden(otherHidden(base)));
      case RNN_LSTM -> new Comparison(withoutGates(base), withCell(base, Lstm.NET));
      case RNN_LSTM_WEIGHTS ->
          new Comparison(
              withoutGates(base),
              ofEqualSize(withCell(base, Lstm.NET), withoutGates(base), vocabulary));
      case GRU_LSTM -> new Comparison(withCell(base, Gru.NET), withCell(base, Lstm.NET));
      case FORGET_BIAS ->
          new Comparison(
              withCell(base, Lstm.NET).withGateBias(0), withCell(base, Lstm.NET).withGateBias(1));
    };
  }

  /** Three times the rate, or a third where that would be too large; in decimals, as typed. */
  private static double otherRate(RunSettings base) {
    BigDecimal rate = BigDecimal.valueOf(base.learningRate());
    double more = rate.multiply(TIMES_RATE).doubleValue();
    return more <= RunSettings.LARGEST_LEARNING_RATE
        ? more
        : rate.divide(TIMES_RATE, MathContext.DECIMAL64).doubleValue();
  }

  /** Each optimiser usually has a learning rate of its own, so that two things differ. */
  private static RunSettings withOtherOptimizer(RunSettings base) {
    OptimizerKind other =
        base.optimizer() == OptimizerKind.SGD ? OptimizerKind.ADAGRAD : OptimizerKind.SGD;
    return base.withOptimizer(other).withLearningRate(other.usualLearningRate());
  }

  private static Comparison clipping(RunSettings base) {
    boolean isClipped = !(base.clipping() instanceof Clipping.None);
    RunSettings with = isClipped ? base : base.withClipping(USUAL_CLIPPING);
    return new Comparison(with, base.withClipping(new Clipping.None()));
  }

  private static Comparison truncation(RunSettings base) {
    return new Comparison(
        base.withTruncation(Truncation.NONE),
        base.truncation().isNone() ? base.withTruncation(SHORT_WINDOW) : base);
  }

  /** That of the run, or one that everybody has written once; the pair's own settings have all. */
  private static Fault otherFault(RunSettings base) {
    return base.fault().isNone() ? missingTranspose(base.cell()) : base.fault();
  }

  private static Fault missingTranspose(Net cell) {
    return FaultCatalogue.of(cell).ofRuns().stream()
        .filter(fault -> fault.id().endsWith(Fault.MISSING_TRANSPOSE.id()))
        .findFirst()
        .orElseThrow();
  }

  /** As it comes in most programs: a batch as it comes, and the mean of its losses. */
  private static RunSettings masked(RunSettings base, Mask mask) {
    return withBatches(base).withPadding(base.padding().with(mask).with(LossMean.PER_CHARACTER));
  }

  private static RunSettings withBatches(RunSettings base) {
    return base.batch().size() > 1
        ? base
        : base.withBatch(new BatchSettings(USUAL_BATCH, BatchSettings.Order.AS_THEY_COME));
  }

  private static RunSettings withoutGates(RunSettings base) {
    return base.cell().gateBias().isEmpty() ? base : withCell(base, Vanilla.NET);
  }

  /** A fault is one of a cell. */
  private static RunSettings withCell(RunSettings base, Net cell) {
    return base.cell() == cell ? base : base.withFault(Fault.NONE).withCell(cell);
  }

  /** The settings with that H with which the net has as many weights as another, or nearly so. */
  private static RunSettings ofEqualSize(RunSettings settings, RunSettings other, int vocabulary) {
    long wanted = other.shape(vocabulary).parameters();
    return IntStream.rangeClosed(1, RunSettings.MOST_HIDDEN)
        .mapToObj(settings::withHidden)
        .min(
            Comparator.comparingLong(
                each -> Math.abs(each.shape(vocabulary).parameters() - wanted)))
        .orElseThrow();
  }

  /** Twice as many units, or half of them where that would be too many. */
  private static int otherHidden(RunSettings base) {
    int twice = 2 * base.hidden();
    return twice <= RunSettings.MOST_HIDDEN ? twice : base.hidden() / 2;
  }
}
