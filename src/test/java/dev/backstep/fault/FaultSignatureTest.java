package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.Signature;
import dev.backstep.model.RandomNet;
import dev.backstep.net.Nets;
import dev.backstep.net.Relu;
import dev.backstep.net.Sigmoid;
import dev.backstep.net.Vanilla;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each fault spoils and where it is seen first, as the catalogue says; the rest exactly not.
 */
class FaultSignatureTest {
  private static final Set<Fault> SEEN_IN_NO_CELL =
      Set.of(
          Fault.NONE,
          Fault.ASSIGN_W1,
          Fault.ASSIGN_W2,
          Fault.ASSIGN_W3,
          Fault.ASSIGN_BH,
          Fault.LOST_ACCUMULATION,
          Fault.NO_RESET,
          Fault.CLIPPED_BEFORE_CHECK);

  static Signature of(Fault fault, RandomNet net) {
    return Signature.between(FaultTraces.right(net), FaultTraces.of(fault, net));
  }

  /** By name; dh0 is nobody's parameter. */
  static Set<String> wrongTotals(Signature signature) {
    return signature.totals().entrySet().stream()
        .filter(total -> !total.getKey().equals(Signature.DH0) && !total.getValue().isExact())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "NO_TANH_DERIVATIVE,       dW1 dW2 dbh,         DTANH,   7",
    "TANH_TWICE,               dW1 dW2 dbh,         DTANH,   7",
    "TANH_OF_PREVIOUS_STEP,    dW1 dW2 dbh,         DTANH,   7",
    "SIGMOID_DERIVATIVE,       dW1 dW2 dbh,         DTANH,   7",
    "H_NOT_SQUARED,            dW1 dW2 dbh,         DTANH,   7",
    "TANH_ON_OUTPUT_PART_ONLY, dW1 dW2 dbh,         DTANH,   6",
    "DHPREV_SKIPS_TANH,        dW1 dW2 dbh,         DH_PREV, 7",
    "DHPREV_SKIPS_W2,          dW1 dW2 dbh,         DH_PREV, 7",
    "SOFTMAX_TWICE,            dW1 dW2 dW3 dbh dbo, E,       7",
    "ONE_INDEX_E,              dW1 dW2 dW3 dbh dbo, E,       7",
    "MISSING_TRANSPOSE,        dW1 dW2 dbh,         DH_PREV, 7",
    "DHPREV_FOR_HPREV,         dW2,                 DW2,     7",
    "H_FOR_HPREV,              dW2,                 DW2,     7",
    "OUTER_PRODUCT_TRANSPOSED, dW2,                 DW2,     7",
    "DBH_FROM_DH,              dbh,                 DBH,     7",
    "W3_FROM_PREVIOUS_STATE,   dW3,                 DW3,     7",
    "TARGET_OFF_BY_ONE,        dW1 dW2 dW3 dbh dbo, E,       7",
    "NO_LATER_DH,              dW1 dW2 dbh,         DH,      6",
    "NO_OUTPUT_DH,             dW1 dW2 dbh,         DH,      6",
    "ONE_STEP_ONLY,            dW1 dW2 dbh,         DH,      5",
    "ACCUMULATE_DH_LATER,      dW1 dW2 dbh,         DH,      5",
    "LOSS_AT_LAST_STEP_ONLY,   dW1 dW2 dW3 dbh dbo, E,       6",
    "STATES_SHARE_ONE_BUFFER,  dW1 dW2 dW3 dbh,     DW2,     7",
    "STALE_H,                  dW1 dW2 dW3 dbh dbo, E,       7",
    "AVERAGED_BY_T,            dW1 dW2 dW3 dbh dbo, E,       7",
    "PADDING_UNMASKED,         dW1 dW2 dW3 dbh dbo, DH,      7",
    "H_WRAPS_AROUND,           dW2,                 DW2,     0",
  })
  void theTotalsThatItSpoilsAreWrongAndTheOthersExactlyRight(
      @ConvertWith(Faults.Named.class) Fault fault,
      String wrong,
      @ConvertWith(Faults.NamedQuantity.class) CheckedQuantity judged,
      int t) {
    for (RandomNet net : List.of(FaultTraces.FRESH, FaultTraces.CARRIED)) {
      Signature signature = of(fault, net);
      assertThat(wrongTotals(signature)).containsExactlyInAnyOrder(wrong.split(" "));
      for (String total : wrong.split(" ")) {
        assertThat(signature.totals().get(total).error()).as(total).isGreaterThan(0.02);
      }
      assertThat(signature.firstWrong()).contains(new Signature.Place(judged, t));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.fault.Faults#noneAndPlain")
  void whatIsWrongOnceIsWrongAtEveryEarlierTimestepToo(Fault fault) {
    Signature signature = of(fault, FaultTraces.CARRIED);
    Optional<Signature.Place> first = signature.firstWrong();

    assertThat(first.isEmpty()).isEqualTo(SEEN_IN_NO_CELL.contains(fault));
    int earliest = fault.equals(Fault.TARGET_OFF_BY_ONE_BUT_FIRST) ? 1 : 0;
    for (int t = first.map(Signature.Place::timestep).orElse(-1); t >= earliest; t--) {
      assertThat(signature.at(first.orElseThrow().judged(), t).isExact()).as("t = %d", t).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING_TRANSPOSE, 6", "DHPREV_SKIPS_TANH, 6", "DHPREV_SKIPS_W2, 6",
    "STATES_SHARE_ONE_BUFFER, 6", "ONE_STEP_ONLY, 5", "ACCUMULATE_DH_LATER, 5"
  })
  void dtanhIsWrongFromTheTimestepOnThatTheCatalogueSays(
      @ConvertWith(Faults.Named.class) Fault fault, int first) {
    Signature signature = of(fault, FaultTraces.CARRIED);

    for (int t = 0; t < signature.length(); t++) {
      assertThat(signature.at(CheckedQuantity.DTANH, t).isExact())
          .as("t = %d", t)
          .isEqualTo(t > first);
    }
  }

  @Test
  void leavingOutTheFirstCellIsInvisibleWithH0ZeroAndVisibleWhenCarried() {
    Signature fresh = of(Fault.SKIPS_T0, FaultTraces.FRESH);
    assertThat(wrongTotals(fresh)).isEmpty();
    assertThat(fresh.firstWrong()).isEmpty();

    Signature carried = of(Fault.SKIPS_T0, FaultTraces.CARRIED);
    assertThat(wrongTotals(carried)).containsExactly("dW2");
    assertThat(carried.totals().get("dW2").error()).isGreaterThan(0.02);
    assertThat(carried.firstWrong()).contains(new Signature.Place(CheckedQuantity.DW2, 0));
  }

  @Test
  void theTargetsOfTheTimestepsBeforeInARoundLeaveTheirSumAsItIs() {
    Signature signature = of(Fault.TARGET_WRAPS_AROUND, FaultTraces.CARRIED);

    assertThat(signature.firstWrong()).contains(new Signature.Place(CheckedQuantity.E, 7));
    assertThat(signature.totals().get("dbo").error()).isZero();
    for (String total : List.of("dW1", "dW2", "dW3", "dbh")) {
      assertThat(signature.totals().get(total).error()).as(total).isGreaterThan(0.02);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.fault.Faults#noneAndPlain")
  void theForwardPassIsRightButForWhatIsReturnedOfIt(Fault fault) {
    Optional<Signature.Place> first = of(fault, FaultTraces.CARRIED).firstWrongForward();

    boolean spoilsWhatIsReturned = fault == Fault.STALE_H || fault == Fault.STATES_SHARE_ONE_BUFFER;
    assertThat(first)
        .isEqualTo(
            spoilsWhatIsReturned
                ? Optional.of(new Signature.Place(CheckedQuantity.H, 0))
                : Optional.empty());
  }

  @Test
  void everyFaultIsInTheCatalogueOnceAndFoundByItsId() {
    assertThat(FaultCatalogue.of(Vanilla.NET).ofRuns()).hasSize(37).doesNotContain(Fault.NONE);
    assertThat(FaultCatalogue.of(Vanilla.NET).ofRuns()).isEqualTo(Fault.OF_PLAIN_CELLS);
    assertThat(FaultCatalogue.of(Relu.NET).ofRuns())
        .hasSize(38)
        .doesNotContain(Fault.NO_TANH_DERIVATIVE);
    assertThat(FaultCatalogue.of(Sigmoid.NET).ofRuns())
        .hasSize(37)
        .doesNotContain(Fault.SIGMOID_DERIVATIVE, Fault.NO_TANH_DERIVATIVE);
    List<Fault> all =
        Nets.ALL.stream()
            .flatMap(
                net ->
                    Stream.concat(Stream.of(Fault.NONE), FaultCatalogue.of(net).ofRuns().stream()))
            .distinct()
            .toList();
    for (Fault fault : all) {
      assertThat(FaultCatalogue.named(fault.id())).contains(fault);
      assertThat(fault.group() == null).isEqualTo(fault.isNone());
    }
    assertThat(FaultCatalogue.named("no-such-fault")).isEmpty();
    assertThat(all.stream().map(Fault::id)).doesNotHaveDuplicates();
  }
}
