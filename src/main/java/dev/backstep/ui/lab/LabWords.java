package dev.backstep.ui.lab;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.Difference;
import dev.backstep.fault.evidence.Evidence;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.fault.evidence.FaultSurvey;
import dev.backstep.math.Numbers;
import dev.backstep.model.WeakEvidence;
import dev.backstep.net.Function;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.words.NetWords;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentences of the Bug lab. */
public record LabWords(Texts texts, FaultTexts faults) {
  private static final int MOST_NAMED = 4;

  /** "dh_prev", "share of dW2". */
  public String row(CheckedQuantity checked, Notation notation) {
    return checked.isShare()
        ? texts.of("lab.share", "d" + notation.name(checked.parameter()))
        : checked.symbol();
  }

  /** A total gradient as the notation calls it: dWhh for dW2. */
  public String total(String name, Notation notation) {
    return notation.named(name);
  }

  /** "off by 0.40", "agrees". */
  public String total(Difference difference) {
    if (FaultEffect.isWrong(difference)) {
      return texts.of("lab.off-by", error(difference));
    }
    return texts.of(difference.isExact() ? "lab.agrees" : "lab.agrees.rounded");
  }

  /** The words for a square of the grid. */
  public String square(CheckedQuantity checked, int t, FaultEffect examination, Notation notation) {
    Difference difference = examination.signature().at(checked, t);
    Trace trace = examination.right();
    String place = texts.of("lab.place", row(checked, notation), t, trace.label(trace.input(t)));
    return texts.of("lab.square", place, total(difference));
  }

  private static String error(Difference difference) {
    double error = difference.error();
    return error >= 0.005 ? Numbers.decimals(error, 2) : Numbers.three(error);
  }

  /** On what a check of a net rests, in numbers. */
  public String rests(Evidence evidence, Net net) {
    String h0 =
        evidence.normOfH0() == 0
            ? texts.of("lab.h0.zero")
            : texts.of("lab.h0", Numbers.three(evidence.normOfH0()));
    NetWords named = new NetWords(net);
    boolean isTanh = named.functions().equals(Function.TANH.symbol());
    return texts.of(
        isTanh ? "lab.rests" : "lab.rests.other",
        h0,
        evidence.length(),
        Numbers.brief(evidence.scaleOfW2()),
        Numbers.brief(evidence.meanDerivative()),
        named.recurrentWeights(),
        named.functions());
  }

  /** Why a fault could hide from a check on this evidence, one sentence each. */
  public List<String> warnings(Evidence evidence, Net net) {
    List<String> warnings =
        new ArrayList<>(evidence.weaknesses().stream().map(each -> warning(each, net)).toList());
    if (evidence.length() > 1 && evidence.length() < BetterEvidence.LONG_ENOUGH) {
      warnings.add(texts.count(evidence.length(), "lab.weak.short", evidence.length()));
    }
    return warnings;
  }

  /**
   * What could hide, before its reasons.
   *
   * @param survey of the listed faults; null: not yet known
   */
  public String warning(String reasons, @Nullable FaultSurvey survey) {
    boolean areAllSeen = survey != null && survey.unseen().isEmpty();
    return texts.of(areAllSeen ? "lab.warning.unlisted" : "lab.warning", reasons);
  }

  private String warning(WeakEvidence weakness, Net net) {
    NetWords named = new NetWords(net);
    return texts.of(
        named.key(texts, key("lab.weak", weakness)),
        named.recurrentWeights(),
        named.recurrentGradients(),
        named.functions());
  }

  /** Which faults of the net a check on these numbers lets pass; null: not yet known. */
  public String unseen(@Nullable FaultSurvey survey) {
    if (survey == null) {
      return texts.of("lab.unseen.asked");
    }
    List<Fault> unseen = survey.unseen();
    int all = survey.tried().size();
    if (unseen.isEmpty()) {
      return texts.of("lab.unseen.none", all);
    }
    String names =
        unseen.stream().limit(MOST_NAMED).map(Fault::id).collect(Collectors.joining(", "));
    return texts.of(
        "lab.unseen", unseen.size(), all, unseen.size() > MOST_NAMED ? names + " …" : names);
  }

  /** Where the totals hardly tell the faults apart: that it is so, and what tells more. */
  public String alike(@Nullable FaultSurvey survey) {
    if (survey == null || !survey.areTotalsAlike()) {
      return "";
    }
    return texts.of(
        "lab.alike",
        survey.spoilingAll().size(),
        survey.tried().size(),
        survey.rows().stream().map(Vector::written).collect(Collectors.joining(", ")),
        FaultSurvey.TIMESTEPS,
        survey.groups().size(),
        survey.alone());
  }

  /**
   * "a random h0, another sequence with T = 10, weights 0.40·randn".
   *
   * @param length T of the other sequence
   */
  public String improvements(Collection<BetterEvidence> improvements, double sigma, int length) {
    return improvements.stream()
        .map(
            improvement ->
                texts.of(key("lab.improvement", improvement), Numbers.brief(sigma), length))
        .collect(Collectors.joining(", "));
  }

  /** The lesson of the two losses. */
  public String verdict(LabPair pair) {
    LossVerdict verdict = pair.verdict();
    if (verdict == LossVerdict.NOT_TRAINED) {
      return texts.of(key("lab.verdict", verdict));
    }
    double right = pair.right().smoothedLosses().last();
    double wrong = pair.wrong().smoothedLosses().last();
    return texts.of(
        key("lab.verdict", verdict),
        Numbers.decimals(right, 3),
        Numbers.decimals(wrong, 3),
        Numbers.decimals(Math.abs(wrong - right), 3),
        Numbers.grouped(pair.right().losses().size()));
  }

  private static String key(String prefix, Enum<?> constant) {
    return prefix + "." + constant.name().toLowerCase(Locale.ROOT);
  }
}
