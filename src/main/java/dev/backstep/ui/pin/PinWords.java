package dev.backstep.ui.pin;

import dev.backstep.math.Numbers;
import dev.backstep.net.Notation;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.pin.Composition;
import dev.backstep.trace.pin.Composition.Kind;
import dev.backstep.ui.parts.ReadOuts;
import dev.backstep.words.Texts;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is said of a pinned number. */
record PinWords(Texts texts, Notation notation) {
  private static final int LARGEST = 3;

  /** {@code dh[5] at t = 6 = −0.022542}. */
  String number(Trace trace, Composition made) {
    if (made.entry() instanceof Entry.OfCell cell) {
      return texts.of(
          "pin.cell",
          cell.quantity().symbol(),
          ReadOuts.index(trace, cell.quantity(), cell.index()),
          cell.timestep(),
          Numbers.six(made.value()));
    }
    if (made.entry() instanceof Entry.OfShare share) {
      return texts.of(
          "pin.share",
          ReadOuts.name(trace, notation, "d", share.parameter(), share.row(), share.col()),
          share.timestep(),
          Numbers.six(made.value()));
    }
    Entry.OfAccumulator sum = (Entry.OfAccumulator) made.entry();
    return texts.of(
        "pin.sum",
        ReadOuts.name(trace, notation, "d", sum.parameter(), sum.row(), sum.col()),
        sum.timestep(),
        Numbers.six(made.value()));
  }

  /** What its bars are, and which are the largest. */
  String parts(Trace trace, Composition made) {
    String kind = texts.of("pin.kind." + made.kind().name().toLowerCase(Locale.ROOT));
    if (made.kind() == Kind.UNKNOWN) {
      return kind;
    }
    String rest = made.rest() == 0 ? "" : " " + texts.of("pin.rest", Numbers.six(made.rest()));
    return kind + rest + " " + texts.of("pin.largest", largest(trace, made));
  }

  private String largest(Trace trace, Composition made) {
    double[] parts = made.parts();
    return IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparingDouble(t -> -Math.abs(parts[t])))
        .limit(LARGEST)
        .map(t -> part(trace, made, t))
        .collect(Collectors.joining(", "));
  }

  private String part(Trace trace, Composition made, int t) {
    return texts.of("pin.part", t, trace.label(trace.input(t)), Numbers.three(made.parts()[t]));
  }

  /** All of it, for who does not see the bars. */
  String all(Trace trace, Composition made) {
    return number(trace, made)
        + ". "
        + parts(trace, made)
        + " "
        + IntStream.range(0, made.parts().length)
            .filter(t -> made.parts()[t] != 0)
            .mapToObj(t -> part(trace, made, t))
            .collect(Collectors.joining(", "));
  }
}
