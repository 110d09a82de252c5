package dev.backstep.ui.whatif;

import dev.backstep.math.Numbers;
import dev.backstep.net.Notation;
import dev.backstep.trace.Entry;
import dev.backstep.trace.whatif.Slope;
import dev.backstep.trace.whatif.WhatIf;
import dev.backstep.ui.parts.ReadOuts;
import dev.backstep.words.Texts;
import java.util.stream.Collectors;

/** What is said of changes on a copy. */
record WhatIfWords(Texts texts, Notation notation) {
  /** {@code W2[5, 3]}, {@code h0[3]}, {@code the input at t = 3}. */
  String name(WhatIf copy, Entry place) {
    return place instanceof Entry.OfInput
        ? texts.of("whatif.input", place.timestep())
        : name(copy, "", place);
  }

  /**
   * {@code dW2[5, 3]}, {@code dh0[3]}; where gradients are truncated that is said, as the loss is
   * not.
   */
  String gradient(WhatIf copy, Entry place) {
    String name = name(copy, "d", place);
    return copy.original().truncation().isNone()
        ? name
        : texts.of("whatif.gradient.truncated", name);
  }

  private String name(WhatIf copy, String prefix, Entry place) {
    if (place instanceof Entry.OfWeights weight) {
      return ReadOuts.name(
          copy.original(), notation, prefix, weight.parameter(), weight.row(), weight.col());
    }
    Entry.OfInitialState state = (Entry.OfInitialState) place;
    return prefix + state.state() + "0[" + state.index() + "]";
  }

  /** {@code W2[5, 3] is 0.2124 instead of 0.2114}. */
  String change(WhatIf copy, Entry place) {
    if (place instanceof Entry.OfInput) {
      return texts.of(
          "whatif.change.input",
          place.timestep(),
          copy.original().label(copy.original().input(place.timestep())));
    }
    return texts.of(
        "whatif.change",
        name(copy, place),
        Numbers.apart(copy.now(place), copy.before(place)),
        Numbers.apart(copy.before(place), copy.now(place)));
  }

  /** All changes, after one another. */
  String changes(WhatIf copy) {
    return copy.places().stream()
        .map(place -> change(copy, place))
        .collect(Collectors.joining("; "));
  }

  /** {@code + 0.001}. */
  String step(Slope slope) {
    return (slope.step() < 0 ? "− " : "+ ") + size(slope);
  }

  /** {@code 0.001}: what was typed has fewer digits than the difference of two doubles. */
  static String size(Slope slope) {
    String six = Numbers.six(Math.abs(slope.step()));
    return six.replaceFirst("(\\.\\d*?)0+(e|$)", "$1$2").replaceFirst("\\.(e|$)", "$1");
  }

  /**
   * {@code W2[5,3] + 0.001: the loss changes by 0.000310, per unit 0.3102; dW2[5,3] = 0.3103}.
   *
   * @param gradient the number, or what stands in its place while it is covered
   */
  String slope(WhatIfOutcome outcome, Slope slope, String gradient) {
    WhatIf copy = outcome.copy();
    Entry place = outcome.place();
    return texts.of(
        copy.isChanged(place) ? "whatif.slope" : "whatif.slope.would",
        name(copy, place),
        step(slope),
        Numbers.six(slope.change()),
        Numbers.six(slope.perUnit()),
        gradient(copy, place),
        gradient);
  }

  /** By how much something changes the loss: {@code +0.000310}. */
  static String signed(double change) {
    return (change > 0 ? "+" : "") + Numbers.six(change);
  }

  /** From which loss to which: {@code 17.3021 → 17.3024 (+0.000310)}. */
  String losses(WhatIf copy) {
    double before = copy.original().totalLoss();
    double now = copy.edited().totalLoss();
    return texts.of(
        "whatif.losses",
        Numbers.apart(before, now),
        Numbers.apart(now, before),
        signed(copy.change()));
  }
}
