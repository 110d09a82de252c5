package dev.backstep.ui.sentence;

import dev.backstep.math.Numbers;
import dev.backstep.model.Truncation;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.trace.Clip;
import dev.backstep.trace.HandOver;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TracedBatch;
import dev.backstep.trace.Update;
import dev.backstep.ui.step.Shown;
import dev.backstep.words.Texts;
import java.util.Objects;
import java.util.stream.Collectors;

/** What happens where the cursor stands, in one sentence. */
record Sentences(Texts texts, Notation notation) {
  /**
   * The sentence of a moment.
   *
   * @param isCovered whether what it computes is not to be seen yet, and is not told
   */
  MarkedSentence of(Shown shown, boolean isCovered) {
    Trace trace = shown.trace();
    Moment moment = shown.moment();
    if (trace == null || moment == null) {
      return say("sentence.nothing");
    }
    if (shown.computed() == 0) {
      return before(trace);
    }
    if (isCovered) {
      return covered(trace, moment);
    }
    Trace against = shown.against();
    if (against != null) {
      return difference(trace, against, moment);
    }
    if (shown.pending() > 0) {
      return equation(shown, moment);
    }
    return switch (moment.phase()) {
      case FORWARD -> new ForwardSentence(texts, trace, moment.timestep()).sentence();
      case LOSS -> new LossSentence(texts, trace).sentence();
      case BACKWARD -> backward(trace, moment.timestep());
      case UPDATE -> update(trace);
    };
  }

  private MarkedSentence say(String key, Object... values) {
    return MarkedSentence.of(texts.of(key, values));
  }

  /** Before the first equation of all. */
  private MarkedSentence before(Trace trace) {
    HandOver handOver = trace.handOver();
    if (trace.initialStateNorm() == 0) {
      String states =
          trace.net().states().stream()
              .map(state -> state + "0 = 0")
              .collect(Collectors.joining(", "));
      return say("sentence.before", states);
    }
    if (trace.isStateLearned()) {
      return say("sentence.before.learned", Numbers.brief(trace.initialStateNorm()));
    }
    return handOver != null && handOver.isKnown()
        ? say("sentence.before.carried", MarkedSentence.letters(ReadText.of(handOver.before())))
        : say("sentence.before.state", Numbers.brief(trace.initialStateNorm()));
  }

  private MarkedSentence covered(Trace trace, Moment moment) {
    int t = moment.timestep();
    String letter = MarkedSentence.letters(trace.label(trace.input(t)));
    return switch (moment.phase()) {
      case FORWARD ->
          ForwardSentence.isOfLetters(trace)
              ? say("sentence.covered.forward", t, MarkedSentence.letters(ReadText.of(trace, t)))
              : say("sentence.covered.numbers", t, t + 1, trace.length());
      case LOSS -> say("sentence.covered.loss");
      case BACKWARD ->
          t == trace.length() - 1
              ? say("sentence.covered.last", t, named(trace, t, letter))
              : say("sentence.covered.backward", t, named(trace, t, letter));
      case UPDATE -> say("sentence.covered.update");
    };
  }

  /** A letter, or the number of an input that is none. */
  private String named(Trace trace, int t, String letter) {
    return ForwardSentence.isOfLetters(trace) ? letter : texts.of("sentence.input", t + 1);
  }

  private MarkedSentence difference(Trace yours, Trace right, Moment moment) {
    int t = moment.timestep();
    return switch (moment.phase()) {
      case FORWARD -> say("sentence.difference.forward", t, StateDistance.forward(yours, right, t));
      case LOSS ->
          say(
              "sentence.difference.loss",
              Numbers.apart(yours.totalLoss(), right.totalLoss()),
              Numbers.apart(right.totalLoss(), yours.totalLoss()));
      case BACKWARD ->
          say("sentence.difference.backward", t, StateDistance.backward(yours, right, t));
      case UPDATE -> say("sentence.difference.update");
    };
  }

  private MarkedSentence equation(Shown shown, Moment moment) {
    Rule last = Objects.requireNonNull(shown.lastComputed());
    Rule next = Objects.requireNonNull(shown.nextToCompute());
    return say(
        moment.phase() == Phase.FORWARD
            ? "sentence.equation.forward"
            : "sentence.equation.backward",
        moment.timestep(),
        shown.computed(),
        shown.computed() + shown.pending(),
        name(last),
        name(next));
  }

  /** {@code dh}; {@code dW3, dbo} of the gradients of weights. */
  private String name(Rule rule) {
    if (rule instanceof Rule.OfGradients shares) {
      return shares.gradients().stream()
          .map(gradient -> "d" + notation.name(gradient.weight().name()))
          .collect(Collectors.joining(", "));
    }
    return rule instanceof Rule.OfVector of ? notation.name(of.equation().left()) : rule.id();
  }

  private MarkedSentence backward(Trace trace, int t) {
    IncomingGradient blame = IncomingGradient.of(trace, t);
    if (!blame.isFinite()) {
      return say("sentence.not-finite.backward", t);
    }
    String name = named(trace, t, MarkedSentence.letters(trace.label(trace.input(t))));
    String own = Numbers.brief(blame.own());
    String later = later(blame);
    if (!blame.hasOwn()) {
      return blame.hasLater()
          ? say("sentence.backward.later", t, name, later)
          : say("sentence.backward.none", t, name);
    }
    if (t == trace.length() - 1 && !blame.hasLater()) {
      return say("sentence.backward.last", t, name, own);
    }
    if (trace.truncation().isCutBefore(t + 1) && t < trace.length() - 1) {
      return say("sentence.backward.end", t, name, own, Numbers.brief(trace.thrownAwayNorm(t + 1)));
    }
    double thrown = trace.thrownAwayNorm(t);
    if (thrown >= 0) {
      String cut = Numbers.brief(thrown);
      return trace.truncation().kind() == Truncation.Kind.CHUNKS
          ? say("sentence.backward.cut", t, name, own, later, cut)
          : say("sentence.backward.window", t, name, own, later, cut, lastLoss(trace, t));
    }
    if (t == 0 && trace.isStateLearned()) {
      return say("sentence.backward.learned", t, name, own, later, Numbers.brief(handedOn(trace)));
    }
    return t == 0 && trace.initialStateNorm() > 0
        ? say("sentence.backward.cut", t, name, own, later, Numbers.brief(handedOn(trace)))
        : say("sentence.backward", t, name, own, later);
  }

  private static int lastLoss(Trace trace, int t) {
    return trace.truncation().lastLoss(t, trace.length());
  }

  /** {@code 0.08}; of several states {@code dh_later 0.08, dc_later 0.05}. */
  private static String later(IncomingGradient blame) {
    return blame.later().size() == 1
        ? Numbers.brief(blame.later().get(0).norm())
        : blame.later().stream()
            .map(part -> part.vector().written() + " " + Numbers.brief(part.norm()))
            .collect(Collectors.joining(", "));
  }

  /** The norm of what the first cell hands back, of all states together. */
  private static double handedOn(Trace trace) {
    return Math.sqrt(
        trace.net().handedBack().stream()
            .mapToDouble(vector -> trace.norm(vector, 0) * trace.norm(vector, 0))
            .sum());
  }

  private MarkedSentence update(Trace trace) {
    Update update = trace.update();
    String norm = Numbers.three(update.gradientNorm());
    if (!Double.isFinite(update.gradientNorm())) {
      return say("sentence.not-finite.update");
    }
    if (update.rule() == null) {
      return say("sentence.update.unknown", cells(trace), norm);
    }
    Clip clip = update.rule().clip();
    String optimizer = update.rule().optimizer();
    String limit = Numbers.plain(clip.limit());
    return switch (clip.kind()) {
      case ELEMENTWISE -> say("sentence.update.entries", cells(trace), norm, optimizer, limit);
      case GLOBAL_NORM ->
          update.clipScale() < 1
              ? say("sentence.update.scaled", cells(trace), norm, optimizer, limit)
              : say("sentence.update", cells(trace), norm, optimizer);
      case NONE -> say("sentence.update", cells(trace), norm, optimizer);
    };
  }

  /** The cells whose gradients an update adds up: of a batch those of all its sequences. */
  private static int cells(Trace trace) {
    TracedBatch batch = trace.batch();
    return batch == null
        ? trace.length()
        : batch.rows().stream().mapToInt(TracedBatch.Row::length).sum();
  }
}
