package dev.backstep.io.settings;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.backstep.model.Initialization;
import dev.backstep.model.Truncation;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunBeginning;
import dev.backstep.training.RunCourse;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings as they stand in JSON: each choice by its name, beside the number that goes with it. */
public record SettingsEntry(
    int hidden,
    OptimizerKind optimizer,
    double learningRate,
    Clip clipping,
    double clipLimit,
    Beginning initialization,
    double sigma,
    long seed,
    Mode hiddenState,
    int columns,
    double heldOutShare,
    String fault,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @JacksonInject(value = CELL, useInput = OptBoolean.TRUE)
        @Nullable String cell,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @JacksonInject(value = GATE_BIAS, useInput = OptBoolean.TRUE)
        @Nullable Double gateBias,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @JacksonInject(value = TRUNCATION, useInput = OptBoolean.TRUE)
        @Nullable String truncation,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @JacksonInject(value = BATCH, useInput = OptBoolean.TRUE)
        @Nullable BatchEntry batch) {
  /** A key missing in files of before there were cells other than the vanilla one. */
  public static final String CELL = "cell";

  /** A key that a cell without gates does not have; before there was it all began with 0. */
  public static final String GATE_BIAS = "gateBias";

  /** A key missing where the whole sequence is gone back through, as in all files of before. */
  public static final String TRUNCATION = "truncation";

  /** What stands for {@link #TRUNCATION} where it is missing. */
  public static final String NO_TRUNCATION = "none";

  /** A key missing where an update is one sequence, as in files of before there were batches. */
  public static final String BATCH = "batch";

  enum Clip {
    NONE,
    NORM,
    ENTRY
  }

  enum Beginning {
    UNIFORM,
    GAUSSIAN
  }

  enum Mode {
    ZERO,
    CARRIED,
    CARRIED_WITHIN_AN_EPOCH,
    FIXED_ARRAY,
    LEARNED
  }

  public static SettingsEntry of(RunSettings settings) {
    Initialization beginning = settings.initialization();
    HiddenStatePolicy policy = settings.hiddenState();
    return new SettingsEntry(
        settings.hidden(),
        settings.optimizer(),
        settings.learningRate(),
        clip(settings.clipping()),
        limit(settings.clipping()),
        beginning instanceof Initialization.Gaussian ? Beginning.GAUSSIAN : Beginning.UNIFORM,
        beginning instanceof Initialization.Gaussian gaussian ? gaussian.sigma() : 0,
        settings.seed(),
        mode(policy),
        policy instanceof HiddenStatePolicy.FixedArray array ? array.columns() : 0,
        settings.heldOutShare(),
        FaultName.of(settings.fault()),
        settings.cell() == Vanilla.NET ? null : settings.cell().id(),
        settings.cell().gateBias().isEmpty() ? null : settings.gateBias(),
        settings.truncation().isNone() ? null : SettingText.truncation(settings.truncation()),
        BatchEntry.of(settings));
  }

  private static Clip clip(Clipping clipping) {
    return clipping instanceof Clipping.None
        ? Clip.NONE
        : clipping instanceof Clipping.GlobalNorm ? Clip.NORM : Clip.ENTRY;
  }

  private static double limit(Clipping clipping) {
    if (clipping instanceof Clipping.GlobalNorm norm) {
      return norm.limit();
    }
    return clipping instanceof Clipping.Elementwise entry ? entry.limit() : 0;
  }

  private static Mode mode(HiddenStatePolicy policy) {
    if (policy instanceof HiddenStatePolicy.Carried carried) {
      return carried.zeroAtEpochStart() ? Mode.CARRIED_WITHIN_AN_EPOCH : Mode.CARRIED;
    }
    if (policy instanceof HiddenStatePolicy.FixedArray) {
      return Mode.FIXED_ARRAY;
    }
    return policy.isLearned() ? Mode.LEARNED : Mode.ZERO;
  }

  /**
   * The settings that it tells of.
   *
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public RunSettings settings() {
    BatchEntry ofBatch = batch == null ? BatchEntry.SINGLE : batch;
    return new RunSettings(
        new RunBeginning(
            Optional.ofNullable(cell)
                .flatMap(Nets::of)
                .orElseThrow(
                    () -> new IllegalArgumentException("no cell is called '" + cell + "'")),
            gateBias == null ? 0 : gateBias,
            hidden,
            switch (initialization) {
              case UNIFORM -> new Initialization.Uniform();
              case GAUSSIAN -> new Initialization.Gaussian(sigma);
            },
            seed,
            heldOutShare,
            ofBatch.batch()),
        new RunCourse(
            optimizer,
            learningRate,
            switch (clipping) {
              case NONE -> new Clipping.None();
              case NORM -> new Clipping.GlobalNorm(clipLimit);
              case ENTRY -> new Clipping.Elementwise(clipLimit);
            },
            switch (hiddenState) {
              case ZERO -> new HiddenStatePolicy.Zero();
              case CARRIED -> new HiddenStatePolicy.Carried(false);
              case CARRIED_WITHIN_AN_EPOCH -> new HiddenStatePolicy.Carried(true);
              case FIXED_ARRAY -> new HiddenStatePolicy.FixedArray(columns);
              case LEARNED -> new HiddenStatePolicy.Learned();
            },
            truncation(truncation),
            FaultName.read(fault),
            ofBatch.paddingSettings()));
  }

  private static Truncation truncation(@Nullable String written) {
    String value = written == null ? NO_TRUNCATION : written;
    return SettingKey.TRUNCATE.read(TRUNCATION, value, RunSettings.defaults()).truncation();
  }
}
