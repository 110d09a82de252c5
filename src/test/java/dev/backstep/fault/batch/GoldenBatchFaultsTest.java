package dev.backstep.fault.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.BatchPass;
import dev.backstep.model.PaddedBatch;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.net.Cell;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The faults of batches, every total and the loss that is reported, within 1e-12 of the files. */
class GoldenBatchFaultsTest {
  private static final double CLOSE = 1e-12;

  private static Stream<JsonNode> cases() {
    return StreamSupport.stream(
        GoldenPadding.json("faults_batch").get("cases").spliterator(), false);
  }

  private static Stream<Arguments> faults() {
    return cases()
        .filter(each -> each.get("fault").asBoolean())
        .map(each -> Arguments.of(each.get("id").asText(), each.get("base").asText(), each));
  }

  @Test
  void everyFaultOfTheFileIsThere() {
    assertThat(faults().count()).isEqualTo(18);
    assertThat(faults().map(each -> (String) each.get()[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(BatchFault.values())
                .filter(BatchFault::needsPadding)
                .map(BatchFault::id)
                .toList());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void everyTotalAndTheLossAreThoseOfTheFile(String id, String base, JsonNode wrong) {
    BatchFault fault = BatchFault.of(id).orElseThrow();
    GoldenPadding golden = GoldenPadding.read(base);
    boolean isOfLast = wrong.get("right_is").asText().startsWith("loss at the last");
    boolean isMean = wrong.get("right_is").asText().startsWith("mean");
    PaddedBatch padded =
        golden.batch(
            id.contains("left") ? Side.LEFT : Side.RIGHT,
            (t, length) -> isMean ? 0.1 : isOfLast && t < length - 1 ? 0 : 1);
    assertThat(BatchFault.of(padded)).contains(fault);

    BatchPass pass = fault.pass(padded, BackwardRules.RIGHT);
    compare(pass, padded, wrong.get("total_grads"), golden);
    if (wrong.has("right_total_grads")) {
      compare(
          BatchPass.of(padded.valid(), BackwardRules.RIGHT),
          padded,
          wrong.get("right_total_grads"),
          golden);
    }
    double reported = fault.loss(padded, BackwardRules.RIGHT);
    double count =
        switch (fault) {
          case NO_MASK -> padded.size() * padded.timesteps();
          case DIVIDED_BY_PADDED, MEAN_OF_MEANS -> 1;
          case LAST_COLUMN_READ -> padded.size();
          default -> padded.validTimesteps();
        };
    assertThat(reported / count)
        .isCloseTo(wrong.get("loss_reported_mean").asDouble(), within(CLOSE));
  }

  /** What the file does not have is as in the file of the right batch. */
  private static void compare(
      BatchPass pass, PaddedBatch padded, JsonNode totals, GoldenPadding golden) {
    for (String name : padded.net().names()) {
      JsonNode found = totals.has("d" + name) ? totals : golden.file().get("total_grads");
      assertThat(pass.gradients().get(name).data)
          .as("d" + name)
          .containsExactly(GoldenPadding.flat(found.get("d" + name)), within(CLOSE));
    }
    for (Vector state : padded.net().states()) {
      String name = "d" + state + "0";
      for (int b = 0; totals.has(name) && b < padded.size(); b++) {
        assertThat(pass.initialGradient(state, b))
            .as("%s of sequence %d", name, b)
            .containsExactly(GoldenPadding.flat(totals.get(name).get(b)), within(CLOSE));
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void theStateThatIsCarriedIsThatOfTheFile(String id, String base, JsonNode wrong) {
    if (!wrong.has("carried_wrong")) {
      assertThat(id).isNotEqualTo(BatchFault.CARRIED_FROM_PADDING.id());
      return;
    }
    PaddedBatch padded = GoldenPadding.read(base).batch(Side.RIGHT, (t, length) -> 1);
    BatchFault fault = BatchFault.CARRIED_FROM_PADDING;
    BatchPass pass = fault.pass(padded, BackwardRules.RIGHT);
    BatchPass right = BatchPass.of(padded.valid(), BackwardRules.RIGHT);
    for (int b = 0; b < padded.size(); b++) {
      assertThat(fault.carried(pass, Cell.H, b))
          .containsExactly(GoldenPadding.flat(wrong.get("carried_wrong").get(b)), within(CLOSE));
      assertThat(fault.carried(right, Cell.H, b))
          .containsExactly(GoldenPadding.flat(wrong.get("carried_right").get(b)), within(CLOSE));
    }
  }

  @Test
  void paddingThatIsReadOnAndMaskedIsNoFaultInTheGradients() {
    assertThat(cases().filter(each -> !each.get("fault").asBoolean()))
        .extracting(each -> each.get("id").asText())
        .containsOnly("batch-right-pad-runs-on");
    for (String base : new String[] {"tanh_padded", "lstm_padded"}) {
      PaddedBatch padded = GoldenPadding.read(base).batch(Side.RIGHT, (t, length) -> 1);
      BatchPass running = BatchPass.of(new PaddingRead(padded).masked(), BackwardRules.RIGHT);
      BatchPass right = BatchPass.of(padded.valid(), BackwardRules.RIGHT);
      for (String name : padded.net().names()) {
        assertThat(running.gradients().get(name).data)
            .as("d" + name)
            .containsExactly(right.gradients().get(name).data, within(CLOSE));
      }
    }
  }
}
