package dev.backstep.check.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.JudgedEntry;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Weight;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nets with gates, read by the names and shapes of their weights. */
class GatedDialectsTest {
  static Stream<Net> gated() {
    return Stream.of(Lstm.NET, Gru.NET, GruResetBefore.NET);
  }

  static Stream<Net> inTorch() {
    return gated().filter(GatedPrograms::isInTorch);
  }

  private static Map<String, NdArray> ours(Net net) {
    return Programs.ours(GatedPrograms.net(net), BackwardRules.RIGHT);
  }

  private static void assertAgrees(Verdict verdict, Net net, KnownDialect dialect, int supplied) {
    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.submission().given().net()).isEqualTo(net);
    assertThat(verdict.submission().naming().title()).isEqualTo(dialect.title());
    assertThat(verdict.supplied()).isEqualTo(supplied);
  }

  @ParameterizedTest
  @MethodSource("gated")
  void everyNumberOfTheProjectsNamesIsJudged(Net net) throws SubmissionException {
    int rows = net.vectors().size() + 1;
    int totals = net.weights().size() + net.states().size();
    assertAgrees(Programs.verdict(ours(net)), net, KnownDialect.OURS, rows * 6 + totals);
  }

  @ParameterizedTest
  @MethodSource("gated")
  void totalsAloneAreJudged(Net net) throws SubmissionException {
    Map<String, NdArray> totals = GatedPrograms.totalsOf(net, ours(net));
    int count = net.weights().size() + net.states().size();
    assertAgrees(Programs.verdict(totals), net, KnownDialect.OURS, count + 6);
  }

  @ParameterizedTest
  @MethodSource("inTorch")
  void gatesThatAreStackedAreTakenApart(Net net) throws SubmissionException {
    Map<String, NdArray> torch = GatedPrograms.pytorch(net, ours(net));
    int gates = net.preActivations().size() - (net == Gru.NET ? 1 : 0);
    int totals = 4 * gates + 2 + net.states().size();
    assertAgrees(Programs.verdict(torch), net, KnownDialect.PYTORCH, 6 + 6 + totals);
  }

  @ParameterizedTest
  @MethodSource("gated")
  void aNetWithoutBiasesIsReadAsOneOfZeros(Net net) throws SubmissionException {
    RandomNet random = GatedPrograms.net(net);
    Parameters parameters = random.parameters();
    for (Weight bias : net.weights().stream().filter(Weight::isBias).toList()) {
      parameters.get(bias.name()).zero();
    }
    Map<String, NdArray> ours = Programs.ours(random, BackwardRules.RIGHT);
    Map<String, NdArray> without = GatedPrograms.withoutBiases(GatedPrograms.totalsOf(net, ours));
    Verdict verdict = Programs.verdict(without);
    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.submission().given().net()).isEqualTo(net);
    if (GatedPrograms.isInTorch(net)) {
      Map<String, NdArray> torch = GatedPrograms.withoutBiases(GatedPrograms.pytorch(net, ours));
      assertThat(Programs.verdict(torch).agrees()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("inTorch")
  void aWrongEntryOfAGateIsToldInItsOwnArray(Net net) throws SubmissionException {
    Map<String, NdArray> torch = GatedPrograms.pytorch(net, ours(net));
    torch.get("rnn.weight_hh_l0.grad").values()[4 * 4 + 2] += 1;
    JudgedEntry first = Programs.verdict(torch).firstWrong().orElseThrow();
    assertThat(first.what() + first.index()).isEqualTo("rnn.weight_hh_l0.grad[4:8][0, 2]");
  }

  @Test
  void aPlainNetIsTheOneWhoseStatesItHas() throws SubmissionException {
    for (Net net : Nets.ALL.stream().filter(each -> each.preActivations().size() == 1).toList()) {
      Map<String, NdArray> ours = ours(net);
      assertThat(Programs.verdict(ours).submission().given().net()).isEqualTo(net);
      assertThat(Programs.verdict(Programs.pytorch(ours)).submission().given().net())
          .isEqualTo(net);
    }
  }

  @Test
  void theCellStateBeforeMayStandAmongTheOthers() throws SubmissionException {
    Map<String, NdArray> ours = ours(Lstm.NET);
    NdArray all = withBefore(ours.get("c0"), ours.get("C") == null ? ours.get("c") : ours.get("C"));
    Map<String, NdArray> without = Programs.without(ours, "c0", "C");
    without.put("c", all);
    Verdict verdict = Programs.verdict(without);
    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.remarks())
        .contains("c0 is not supplied and taken from c, of whose 7 rows it is the first.");
  }

  private static NdArray withBefore(NdArray before, NdArray after) {
    double[] all = new double[before.values().length + after.values().length];
    System.arraycopy(before.values(), 0, all, 0, before.values().length);
    System.arraycopy(after.values(), 0, all, before.values().length, after.values().length);
    return NdArray.of(all, after.shape()[0] + 1, after.shape()[1]);
  }

  @Test
  void whatIsMissingIsToldByTheNamesOfTheNet() {
    Map<String, NdArray> ours = Programs.without(ours(Lstm.NET), "W1_f");
    assertThat(refusal(ours)).startsWith("mine.npz: W1_f is missing, so that nothing");
    Map<String, NdArray> torch = GatedPrograms.pytorch(Gru.NET, ours(Gru.NET));
    assertThat(refusal(Programs.without(torch, "rnn.weight_ih_l0")))
        .startsWith("mine.npz: weight_ih_l0 is missing, so that nothing");
  }

  private static String refusal(Map<String, NdArray> arrays) {
    try {
      return String.join(" ", List.of(Programs.verdict(arrays).toString()));
    } catch (SubmissionException refused) {
      return refused.getMessage();
    }
  }
}
