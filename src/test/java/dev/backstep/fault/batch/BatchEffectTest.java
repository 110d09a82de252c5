package dev.backstep.fault.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backstep.fault.AnyNet;
import dev.backstep.fault.evidence.Difference;
import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.model.Truncation;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What faults of batches do to sequences that are given without their padding. */
class BatchEffectTest {
  private static final double CLOSE = 1e-12;

  private static Stream<Arguments> golden() {
    return StreamSupport.stream(
            GoldenPadding.json("faults_batch").get("cases").spliterator(), false)
        .filter(each -> each.get("fault").asBoolean())
        .map(each -> Arguments.of(each.get("id").asText(), each.get("base").asText(), each));
  }

  private static BatchEffect effect(String id, String base) {
    Batch valid = GoldenPadding.read(base).batch(Side.RIGHT, (t, length) -> 1).valid();
    return BatchEffect.of(BatchFault.of(id).orElseThrow(), BatchSpecimen.of(valid));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("golden")
  void theTotalsAreThoseOfTheFile(String id, String base, JsonNode wrong) {
    BatchEffect effect = effect(id, base);
    JsonNode totals = wrong.get("total_grads");
    // The file has id 0 to predict in the padding, and not the target of the whole sequence.
    boolean isOfLast = effect.fault() == BatchFault.LAST_COLUMN_READ;
    for (String name : effect.net().names()) {
      if (totals.has("d" + name) && !isOfLast) {
        assertThat(effect.wrong().gradient(name))
            .as("d" + name)
            .containsExactly(GoldenPadding.flat(totals.get("d" + name)), within(CLOSE));
      }
      boolean isSpoilt =
          StreamSupport.stream(wrong.get("spoils_totals").spliterator(), false)
              .anyMatch(each -> each.asText().equals("d" + name));
      assertThat(effect.total(name).exceeds(CLOSE)).as("d" + name).isEqualTo(isSpoilt);
    }
    assertThat(effect.isSeen()).isTrue();
  }

  private static Stream<Arguments> faultsOfCells() {
    return Nets.cells().stream()
        .flatMap(
            cell ->
                Arrays.stream(BatchFault.values())
                    .filter(BatchFault::needsPadding)
                    .map(fault -> Arguments.of(fault, cell.id(), cell)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faultsOfCells")
  void itDiffersWhereLengthsDifferAndEqualLengthsHideIt(BatchFault fault, String id, Cell cell) {
    BatchSpecimen specimen = specimen(Nets.of(Input.ONE_HOT, cell, Head.SOFTMAX, false));
    BatchEffect unequal = BatchEffect.of(fault, specimen);
    assertThat(fault.fits(unequal.padded())).isTrue();
    assertThat(unequal.isSeen()).isTrue();
    assertThat(unequal.largest()).isGreaterThan(1e-6);

    BatchEffect equal = BatchEffect.of(fault, specimen.equal());
    assertThat(equal.padded().hasPadding()).isFalse();
    assertThat(equal.padded().timesteps()).isEqualTo(3);
    assertThat(equal.isSeen()).isFalse();
    assertThat(equal.largest()).isLessThanOrEqualTo(CLOSE);
    assertThat(equal.right().totalLoss()).isPositive();
  }

  private static BatchSpecimen specimen(Net net) {
    Example five = AnyNet.example(net, 1, 5);
    return BatchSpecimen.of(
        new Batch(
            List.of(
                five,
                five.on(AnyNet.example(net, 2, 6).sequence()),
                five.on(AnyNet.example(net, 3, 3).sequence())),
            Truncation.NONE));
  }

  @Test
  void inThePaddingOnlyWhatWouldBeAddedIsCompared() {
    BatchEffect effect = effect(BatchFault.NO_MASK.id(), "tanh_padded");
    int last = effect.padded().timesteps() - 1;
    int shorter = effect.padded().isValid(0, last) ? 1 : 0;
    assertThat(effect.at(Head.E, shorter, last).map(each -> each.exceeds(CLOSE))).contains(true);
    assertThat(effect.at(Cell.H, shorter, last)).isEmpty();
    assertThat(effect.at(Cell.H, shorter, 0)).contains(new Difference(0, true));

    BatchEffect ofLoss = effect(BatchFault.DIVIDED_BY_PADDED.id(), "tanh_padded");
    assertThat(ofLoss.at(Head.E, shorter, last)).as("nothing runs on").isEmpty();
  }
}
