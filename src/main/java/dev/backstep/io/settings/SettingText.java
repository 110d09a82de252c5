package dev.backstep.io.settings;

import dev.backstep.math.Numbers;
import dev.backstep.math.TypedNumber;
import dev.backstep.model.Initialization;
import dev.backstep.model.Truncation;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * Settings of several kinds as one word: {@code norm:5} is a name and, where the kind has one, a
 * number. Reading throws a {@link NumberFormatException} or a {@link NoSuchElementException} for
 * what is not written so, and an {@link IllegalArgumentException} for a number out of its range.
 */
final class SettingText {
  private static final String NUMBER_FOLLOWS = ":";
  private static final String NONE = "none";

  private SettingText() {}

  static String mode(HiddenStatePolicy policy) {
    if (policy instanceof HiddenStatePolicy.Carried carried) {
      return carried.zeroAtEpochStart() ? "carried" : "carried:always";
    }
    if (policy instanceof HiddenStatePolicy.FixedArray array) {
      return "fixed:" + array.columns();
    }
    return policy.isLearned() ? "learned" : "zero";
  }

  static HiddenStatePolicy mode(String value) {
    return switch (value) {
      case "zero" -> new HiddenStatePolicy.Zero();
      case "learned" -> new HiddenStatePolicy.Learned();
      case "carried" -> new HiddenStatePolicy.Carried(true);
      case "carried:always" -> new HiddenStatePolicy.Carried(false);
      default -> new HiddenStatePolicy.FixedArray(TypedNumber.smallWhole(after("fixed", value)));
    };
  }

  static String clipping(Clipping clipping) {
    if (clipping instanceof Clipping.GlobalNorm norm) {
      return "norm:" + Numbers.plain(norm.limit());
    }
    return clipping instanceof Clipping.Elementwise each
        ? "value:" + Numbers.plain(each.limit())
        : NONE;
  }

  static Clipping clipping(String value) {
    if (value.equals(NONE)) {
      return new Clipping.None();
    }
    if (value.startsWith("value")) {
      return new Clipping.Elementwise(TypedNumber.decimal(after("value", value)));
    }
    // A limit alone is what everybody means by clipping: that of the norm.
    String limit = value.startsWith("norm") ? after("norm", value) : value;
    return new Clipping.GlobalNorm(TypedNumber.decimal(limit));
  }

  static String truncation(Truncation truncation) {
    String kind = truncation.kind().name().toLowerCase(Locale.ROOT);
    return truncation.isNone() ? NONE : kind + NUMBER_FOLLOWS + truncation.k();
  }

  static Truncation truncation(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.equals(NONE)) {
      return Truncation.NONE;
    }
    boolean isChunks = lower.startsWith("chunks");
    int k = TypedNumber.smallWhole(after(isChunks ? "chunks" : "window", lower));
    if (k < 1) {
      throw new NoSuchElementException(value);
    }
    return isChunks ? Truncation.chunks(k) : Truncation.window(k);
  }

  static String initialization(Initialization initialization) {
    return initialization instanceof Initialization.Gaussian gaussian
        ? "gaussian:" + Numbers.plain(gaussian.sigma())
        : "uniform";
  }

  static Initialization initialization(String value) {
    return value.equals("uniform")
        ? new Initialization.Uniform()
        : new Initialization.Gaussian(TypedNumber.decimal(after("gaussian", value)));
  }

  static String gateBias(RunSettings settings) {
    return settings.cell().gateBias().isEmpty() ? NONE : Numbers.plain(settings.gateBias());
  }

  static RunSettings gateBias(String value, RunSettings base) {
    return value.equals(NONE) && base.cell().gateBias().isEmpty()
        ? base
        : base.withGateBias(TypedNumber.decimal(value));
  }

  private static String after(String name, String value) {
    String begin = name + NUMBER_FOLLOWS;
    if (!value.startsWith(begin)) {
      throw new NoSuchElementException(value);
    }
    return value.substring(begin.length());
  }
}
