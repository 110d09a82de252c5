package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.LastCells;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is taken over from the right pass has the bits that it has where all is computed anew. */
class PassByOtherRulesTest {
  @Test
  void everyGradientOfEveryFaultHasTheSameBits() {
    for (Net net : Nets.ALL) {
      Batch batch = batch(net);
      BatchPass right = BatchPass.of(batch, BackwardRules.RIGHT);
      for (Fault fault : FaultCatalogue.of(net).tried()) {
        BatchPass whole = BatchPass.of(batch, fault.rules());
        BatchPass shared = right.by(fault.rules());
        for (String name : net.names()) {
          assertThat(shared.gradient(name))
              .as("%s of %s", name, fault)
              .isEqualTo(whole.gradients().get(name).data);
        }
      }
    }
  }

  @Test
  void theLastCellsAreEnoughForTheRowOfALateCharacter() {
    for (Net net : Nets.ALL) {
      Batch batch = batch(net);
      BatchPass right = BatchPass.of(batch, BackwardRules.RIGHT);
      LastCells last = Objects.requireNonNull(LastCells.of(right));
      for (Fault fault : FaultCatalogue.of(net).tried()) {
        List<double[]> rows = last.rows(fault.rules());
        for (int i = 0; rows != null && i < rows.size(); i++) {
          double[] all = right.by(fault.rules()).gradient(last.weights().get(i));
          int width = rows.get(i).length;
          double[] row = Arrays.copyOfRange(all, last.row() * width, (last.row() + 1) * width);
          assertThat(rows.get(i)).as("%s of %s", last.weights().get(i), fault).isEqualTo(row);
        }
      }
    }
  }

  private static Batch batch(Net net) {
    return Batch.of(RandomNet.gaussian(3, 0.4, new Shape(net, 12, 5), 9).example());
  }
}
