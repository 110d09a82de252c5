package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every net that can be put together has its faults, and each of them can be made in it. */
class FaultsOfAnyNetTest {
  /**
   * What a pass through a batch does not show, and why: nothing is left of a batch before; the
   * gradients of a batch may be so small that nothing is clipped; padding is in no batch.
   */
  private static final Set<Fault> UNSEEN =
      Set.of(Fault.NO_RESET, Fault.CLIPPED_BEFORE_CHECK, Fault.PADDING_UNMASKED);

  private static final double DIFFERENT = 1e-9;

  private final FaultTexts texts = FaultTexts.load();

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.backstep.fault.AnyNet#all")
  void everyFaultOfANetIsMadeInItAndItsNumbersAreFinite(Net net) {
    Batch batch = AnyNet.batch(net, 3);
    assertThat(AnyNet.numbers(batch, BackwardRules.RIGHT)).doesNotContain(Double.NaN);
    assertThat(FaultCatalogue.of(net).tried())
        .startsWith(FaultCatalogue.of(net).ofRuns().toArray(Fault[]::new));
    for (Fault fault : FaultCatalogue.of(net).tried()) {
      assertThat(fault.fits(net)).isTrue();
      double[] wrong = AnyNet.numbers(batch, fault.rules());
      assertThat(Arrays.stream(wrong)).as(fault.id()).allMatch(Double::isFinite);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.backstep.fault.AnyNet#some")
  void noTwoFaultsGiveTheSameNumbersAndNoneGivesTheRightOnes(Net net) {
    // Here the first target, the last one and the first input are three characters.
    Batch batch = AnyNet.batch(net, 15);
    Map<String, double[]> seen = new LinkedHashMap<>();
    seen.put("right", AnyNet.numbers(batch, BackwardRules.RIGHT));
    for (Fault fault : FaultCatalogue.of(net).tried()) {
      double[] wrong = AnyNet.numbers(batch, fault.rules());
      if (!UNSEEN.contains(fault)) {
        seen.forEach(
            (other, numbers) ->
                assertThat(differ(numbers, wrong)).as("%s and %s", fault, other).isTrue());
        assertThat(seen.put(fault.id(), wrong)).as("two are called %s", fault).isNull();
      }
    }
    assertThat(seen).hasSizeGreaterThan(25);
  }

  private static boolean differ(double[] some, double[] others) {
    for (int i = 0; i < some.length; i++) {
      if (Math.abs(some[i] - others[i]) > DIFFERENT * (1 + Math.abs(some[i]))) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong in shares alone leaves every row as it is, and every other total. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.backstep.fault.AnyNet#some")
  void whatIsSaidToBeWrongAloneIsWrongAlone(Net net) {
    Batch batch = AnyNet.batch(net, 5);
    int looked = 0;
    for (Fault fault : FaultCatalogue.of(net).tried()) {
      String text = texts.lookFor(fault, net, Notation.OURS);
      if (fault.words().weights().isEmpty() || !text.startsWith("Only ")) {
        continue;
      }
      List<String> named =
          List.of(text.replaceFirst("Only (.*?) (is|are) wrong.*", "$1").split(", | and "));
      Set<String> wrong = new HashSet<>(wrongTotals(batch, fault));
      assertThat(wrong).as(fault.id()).containsExactlyInAnyOrderElementsOf(named);
      assertThat(wrongRows(batch, fault)).as(fault.id()).isEmpty();
      looked++;
    }
    assertThat(looked).isGreaterThan(2 * net.weights().size() - 2);
  }

  private static Set<String> wrongTotals(Batch batch, Fault fault) {
    BatchPass right = BatchPass.of(batch, BackwardRules.RIGHT);
    BatchPass wrong = BatchPass.of(batch, fault.rules());
    Set<String> names = new TreeSet<>();
    for (String name : batch.net().names()) {
      if (differ(right.gradients().get(name).data, wrong.gradients().get(name).data)) {
        names.add("d" + name);
      }
    }
    return names;
  }

  private static Set<String> wrongRows(Batch batch, Fault fault) {
    BatchPass right = BatchPass.of(batch, BackwardRules.RIGHT);
    BatchPass wrong = BatchPass.of(batch, fault.rules());
    Set<String> names = new TreeSet<>();
    for (int b = 0; b < batch.size(); b++) {
      for (Vector vector : batch.net().vectors()) {
        for (int t = 0; right.has(vector) && t < batch.sequences().get(b).length(); t++) {
          if (differ(right.row(vector, b, t), wrong.row(vector, b, t))) {
            names.add(vector.name());
          }
        }
      }
    }
    return names;
  }

  private static Stream<Arguments> gated() {
    return StreamSupport.stream(
            dev.backstep.model.ReferenceCase.read("faults_gated")
                .root()
                .get("faults")
                .spliterator(),
            false)
        .map(
            each -> {
              List<String> spoilt = new ArrayList<>();
              each.get("spoils_totals").forEach(name -> spoilt.add(name.asText()));
              String cell = each.get("cell").asText();
              return Arguments.of(
                  each.get("id").asText(),
                  cell.equals("gru_cho") ? "gru-reset-before" : cell,
                  spoilt);
            });
  }

  /** What a fault of a cell spoils is the same whatever the cell reads and the head predicts. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("gated")
  void aFaultOfAGatedCellSpoilsTheSameWithEveryInputAndHead(
      String id, String cell, List<String> spoilt) {
    List<Net> nets = AnyNet.all().filter(net -> net.id().equals(cell)).toList();
    assertThat(nets).hasSize(21);
    for (Net net : nets) {
      Fault fault = FaultCatalogue.named(id, net).orElseThrow();
      Set<String> expected = new TreeSet<>(spoilt);
      expected.retainAll(net.names().stream().map(name -> "d" + name).toList());
      Set<String> wrong = wrongTotals(AnyNet.batch(net, 7), fault);
      boolean isOfWholeCell = expected.contains("dW1_" + (cell.equals("lstm") ? "i" : "r"));
      assertThat(wrong.remove("d" + Input.E))
          .as("dE")
          .isEqualTo(isOfWholeCell && net.input() == Input.EMBEDDED);
      assertThat(wrong).isEqualTo(expected);
    }
  }

  @Test
  void whatARunIsMadeWithIsAsItWasAndACheckTriesMore() {
    for (Net net : Nets.ALL) {
      assertThat(FaultCatalogue.all().toList()).containsAll(FaultCatalogue.of(net).ofRuns());
      assertThat(FaultCatalogue.of(net).tried()).containsAll(FaultCatalogue.of(net).ofRuns());
      assertThat(FaultCatalogue.of(net).tried().stream().filter(fault -> !fault.isOf(net)))
          .hasSizeGreaterThan(10)
          .noneMatch(FaultCatalogue.of(net).ofRuns()::contains)
          .noneMatch(FaultCatalogue.of(net).listed()::contains);
    }
    assertThat(FaultCatalogue.named("target-twice")).isEmpty();
    assertThat(FaultCatalogue.named("target-twice", Nets.ALL.get(0))).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.backstep.fault.AnyNet#some")
  void everyFaultHasTextsThatSayNothingOfWhatTheNetHasNot(Net net) {
    for (Fault fault : FaultCatalogue.of(net).tried()) {
      said(fault, net);
      fault.at(-1).ifPresent(last -> said(last, net));
    }
  }

  private void said(Fault fault, Net net) {
    for (Notation notation : Notation.KNOWN) {
      String wrong = texts.faultyLine(fault, net, notation);
      String right = texts.rightLine(fault, net, notation);
      List<String> words =
          List.of(
              texts.title(fault, net, notation),
              texts.lookFor(fault, net, notation),
              texts.hides(fault, net, notation));
      assertThat(wrong).as(fault.id()).isNotBlank().isNotEqualTo(right);
      assertThat(right).as(fault.id()).isNotBlank();
      assertThat(words.subList(1, 3)).as(fault.id()).allMatch(each -> each.endsWith("."));
      String all = String.join("\n", words) + wrong + right;
      assertThat(all).as(fault.id()).doesNotContain("{", "}", "null", "|");
      if (!Scope.hasOutput(net)) {
        assertThat(all)
            .as(fault.id())
            .doesNotContainPattern("W3|Why|\\bdb[oy]\\b|\\bbo\\b|all five");
      }
      if (!net.input().weights().isEmpty()) {
        assertThat(all).as(fault.id()).doesNotContain("all five", "All five", "other four");
      }
      if (net.functions().stream().noneMatch(f -> f.function().symbol().equals("tanh"))) {
        assertThat(texts.rightLine(fault, net, notation)).doesNotContain("tanh");
      }
    }
  }
}
