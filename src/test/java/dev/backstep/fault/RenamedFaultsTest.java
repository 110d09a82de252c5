package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.SeededRandom;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Notation.Standing;
import dev.backstep.net.PlainCell;
import dev.backstep.net.Renamings;
import dev.backstep.net.Renamings.Renamed;
import dev.backstep.net.Rule;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.FaultyLine.Swap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said of faults, and their lines, in the names and the orientation of a file. */
class RenamedFaultsTest {
  private static final FaultTexts TEXTS = FaultTexts.load();

  static final List<Net> NETS =
      Stream.concat(
              Nets.ALL.stream(),
              Stream.of(Vanilla.NET.cell(), Lstm.NET.cell(), PlainCell.IDENTITY)
                  .flatMap(
                      cell ->
                          Stream.of(
                              Nets.of(Input.EMBEDDED, cell, Head.SOFTMAX, true),
                              Nets.of(Input.REAL, cell, Head.SIGMOID, false),
                              Nets.of(Input.REAL, cell, Head.LINEAR, false),
                              Nets.of(Input.ONE_HOT, cell, Head.NONE, false))))
          .toList();

  /** As in CS231n, but W3 is called W and stands the other way round, and the file has a V. */
  private static final Notation ROWS =
      Notation.of(
          false,
          Map.of(
              "W1", new Standing("Wx", true),
              "W2", new Standing("Wh", true),
              "W3", new Standing("V", true)),
          Map.of("dW1", "rnn.w.grad", "h", "s", "dh_later", "ds_next"));

  private static final Notation COLUMNS =
      Notation.of(
          true,
          Map.of(
              "W1", new Standing("Wx", false),
              "W2", new Standing("Wh", false),
              "W3", new Standing("Wy", true)),
          Map.of());

  @ParameterizedTest
  @FieldSource("NETS")
  void linesAndWordsDifferInNothingButTheNames(Net net) {
    SeededRandom random = new SeededRandom(8);
    for (Notation like : Notation.KNOWN) {
      Renamed strange = Renamings.strange(net, like, random);
      for (Fault fault : FaultCatalogue.all().filter(each -> each.isOf(net)).toList()) {
        assertLines(fault, net, like, strange);
        assertLines(fault, net, like, Renamings.exchanged(net, like, random));
        Notation there = strange.notation();
        assertThat(strange.leftIn(TEXTS.faultyLine(fault, net, there))).isEmpty();
        assertThat(strange.leftIn(TEXTS.rightLine(fault, net, there))).isEmpty();
        assertThat(strange.back().apply(TEXTS.title(fault, net, there)))
            .isEqualTo(TEXTS.title(fault, net, like));
        assertThat(strange.back().apply(TEXTS.lookFor(fault, net, there)))
            .isEqualTo(TEXTS.lookFor(fault, net, like));
        assertThat(strange.back().apply(TEXTS.hides(fault, net, there)))
            .isEqualTo(TEXTS.hides(fault, net, like));
        if (!net.vectors().contains(PlainCell.DA)) {
          assertThat(strange.back().apply(TEXTS.title(fault, there)))
              .isEqualTo(TEXTS.title(fault, like));
        }
      }
    }
  }

  private static void assertLines(Fault fault, Net net, Notation like, Renamed renamed) {
    Notation there = renamed.notation();
    assertThat(renamed.back().apply(TEXTS.faultyLine(fault, net, there)))
        .isEqualTo(TEXTS.faultyLine(fault, net, like));
    assertThat(renamed.back().apply(TEXTS.rightLine(fault, net, there)))
        .isEqualTo(TEXTS.rightLine(fault, net, like));
    FaultLines lines = FaultLines.of(fault, net);
    for (Rule rule : net.rules()) {
      Optional<Swap> swap =
          lines
              .of(rule, there)
              .map(
                  said ->
                      new Swap(
                          renamed.back().apply(said.wrong()), renamed.back().apply(said.right())));
      assertThat(swap).isEqualTo(lines.of(rule, like));
    }
  }

  private static Stream<String> lines(Fault fault, Notation notation) {
    return Stream.of(TEXTS.faultyLine(fault, notation), TEXTS.rightLine(fault, notation));
  }

  @Test
  void linesThatWerePrintedStandAsInTheFile() {
    assertThat(lines(Fault.MISSING_TRANSPOSE, ROWS))
        .containsExactly("dh_prev = dtanh @ Wh.T", "dh_prev = dtanh @ Wh");
    assertThat(lines(Fault.MISSING_TRANSPOSE, COLUMNS))
        .containsExactly("dh_prev = Wh.T @ dtanh", "dh_prev = Wh @ dtanh");
    assertThat(lines(Fault.ACCUMULATE_DH_LATER, ROWS))
        .containsExactly("ds_next += dh_prev", "ds_next = dh_prev");
  }

  @Test
  void linesThatWereWrittenByHandStandAsInTheFile() {
    assertThat(lines(Fault.NO_OUTPUT_DH, ROWS))
        .containsExactly("dh = e @ V.T if t == T - 1 else ds_next", "dh = e @ V.T + ds_next");
    assertThat(lines(Fault.NO_OUTPUT_DH, COLUMNS))
        .containsExactly("dh = Wy @ e if t == T - 1 else dh_later", "dh = Wy @ e + dh_later");
    assertThat(lines(Fault.SKIPS_T0, ROWS))
        .containsExactly(
            "if t > 0: dWh += np.outer(dtanh, s_prev)", "dWh += np.outer(dtanh, s_prev)");
    assertThat(lines(Fault.SKIPS_T0, COLUMNS))
        .containsExactly("if t > 0: dWh += h_prev @ dtanh.T", "dWh += h_prev @ dtanh.T");
    assertThat(lines(Fault.ASSIGN_W1, ROWS))
        .containsExactly(
            "rnn.w.grad = np.outer(dtanh, np.eye(rnn.w.grad.shape[1])[x])",
            "rnn.w.grad += np.outer(dtanh, np.eye(rnn.w.grad.shape[1])[x])");
    assertThat(lines(Fault.ASSIGN_W1, COLUMNS))
        .containsExactly("dWx = np.eye(V)[:, [x]] @ dtanh.T", "dWx += np.eye(V)[:, [x]] @ dtanh.T");
    assertThat(TEXTS.rightLine(Fault.NO_RESET, ROWS))
        .isEqualTo("for dparam in (rnn.w.grad, dWh, dV, dbh, dbo): dparam[:] = 0");
    assertThat(TEXTS.faultyLine(Fault.STALE_H, ROWS))
        .isEqualTo(
            "H, O = np.zeros((T, H_SIZE)), np.zeros((T, K))  # the loop fills self.H, self.O\n"
                + "return H, O");
  }

  /** Names of weights would be exchanged, but not turned round; the rows of E are always words. */
  @Test
  void noLineThatIsWrittenByHandNamesAWeight() {
    Pattern name =
        NETS.stream()
            .flatMap(net -> net.weights().stream())
            .filter(weight -> !weight.equals(Input.E))
            .flatMap(weight -> Stream.of(weight.name(), weight.inLiterature()))
            .distinct()
            .collect(
                Collectors.collectingAndThen(Collectors.joining("|"), RenamedFaultsTest::word));
    List<String> lines =
        TEXTS.bundle().keySet().stream()
            .filter(key -> key.matches(".*\\.(wrong|right)(\\.columns)?"))
            .map(TEXTS.bundle()::getString)
            .toList();
    assertThat(lines).hasSizeGreaterThan(20).noneMatch(line -> name.matcher(line).find());
  }

  private static Pattern word(String names) {
    return Pattern.compile("\\bd?(" + names + ")\\b");
  }

  @Test
  void aWeightThatNeedsNoTransposeIsNotSaidToLackIt() {
    assertThat(TEXTS.title(Fault.MISSING_TRANSPOSE, ROWS)).isEqualTo("Wh is transposed in dh_prev");
    assertThat(TEXTS.title(Fault.MISSING_TRANSPOSE, Vanilla.NET, COLUMNS))
        .isEqualTo("Wh is transposed in dh_prev");
    Notation like = Notation.of(false, Map.of("W2", new Standing("W", false)), Map.of());
    assertThat(TEXTS.title(Fault.MISSING_TRANSPOSE, like))
        .isEqualTo("W is not transposed in dh_prev");
    Fault gated =
        FaultCatalogue.of(Lstm.NET).ofRuns().stream()
            .filter(fault -> fault.id().equals("lstm-missing-transpose"))
            .findFirst()
            .orElseThrow();
    Notation torch =
        Notation.of(false, Map.of("W2_i", new Standing("weight_hh_l0[:5]", true)), Map.of());
    assertThat(TEXTS.title(gated, Lstm.NET, torch))
        .isEqualTo(TEXTS.title(gated, torch))
        .isEqualTo("The weights of h_prev are transposed in dh_prev");
  }
}
