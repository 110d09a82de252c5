package dev.backstep.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backstep.model.Parameters;
import dev.backstep.model.ReferenceCase;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerReferenceTest {
  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest
  @ValueSource(
      strings = {"optim_sgd_adagrad", "optim_adagrad_elementwise", "optim_rmsprop_adam_small"})
  void everyUpdateOfEveryRunAgreesWithTheReference(String name) {
    ReferenceCase file = ReferenceCase.read(name);
    int runs = 0;
    for (JsonNode run : file.root().get("runs")) {
      follow(file, run, "/runs/" + runs);
      runs++;
    }
    assertThat(runs).isPositive();
  }

  private static void follow(ReferenceCase file, JsonNode run, String pointer) {
    Parameters weights = file.parameters("/params_before");
    Optimizer optimizer =
        OptimizerKind.valueOf(run.get("optimiser").asText().toUpperCase(Locale.ROOT))
            .create(file.shape());
    double learningRate = run.get("hyper").get("lr").asDouble();
    int done = 0;
    for (JsonNode update : run.get("updates")) {
      SequenceBuffers buffers = new SequenceBuffers(file.shape());
      Parameters gradients = gradients(file, weights, buffers);
      double norm = gradients.norm();
      double scale = clipping(run).apply(gradients, norm);
      optimizer.update(weights, gradients, learningRate);
      assertThat(buffers.totalLoss())
          .isCloseTo(update.get("loss_before").asDouble(), within(TOLERANCE));
      assertThat(norm).isCloseTo(update.get("grad_norm").asDouble(), within(TOLERANCE));
      if (update.hasNonNull("clip_scale")) {
        assertThat(scale).isCloseTo(update.get("clip_scale").asDouble(), within(TOLERANCE));
      }
      assertSame(weights, file.parameters(pointer + "/updates/" + done++ + "/params_after"));
    }
    SequenceBuffers after = new SequenceBuffers(file.shape());
    gradients(file, weights, after);
    assertThat(after.totalLoss()).isCloseTo(run.get("loss_after").asDouble(), within(TOLERANCE));
  }

  private static Clipping clipping(JsonNode run) {
    if (run.hasNonNull("clip_elementwise")) {
      return new Clipping.Elementwise(run.get("clip_elementwise").asDouble());
    }
    return run.hasNonNull("clip_global_norm")
        ? new Clipping.GlobalNorm(run.get("clip_global_norm").asDouble())
        : new Clipping.None();
  }

  private static Parameters gradients(
      ReferenceCase file, Parameters weights, SequenceBuffers buffers) {
    Rnn rnn = new Rnn(file.shape());
    Parameters gradients = Parameters.zeros(file.shape());
    buffers.load(file.inputs(), file.targets(), file.h0());
    rnn.use(weights);
    rnn.forward(buffers);
    rnn.backward(buffers, gradients);
    return gradients;
  }

  private static void assertSame(Parameters actual, Parameters expected) {
    for (String name : Parameters.NAMES) {
      assertThat(actual.get(name).data)
          .as(name)
          .containsExactly(expected.get(name).data, within(TOLERANCE));
    }
  }
}
