package dev.backstep.io.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backstep.math.MatrixView;
import dev.backstep.math.SeededRandom;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.net.Equation;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Printer;
import dev.backstep.net.Renamings;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lines of NumPy of every net, run by NumPy over a sequence, come to the engine's numbers. */
class PrintedNetsTest {
  private static final int V = 5;
  private static final int H = 3;
  private static final int T = 4;

  /** So many random names and orientations are tried of each net. */
  private static final int TURNED = 6;

  @Test
  void numPyComesToEveryRowAndGradientInAnyNotation() throws Exception {
    assumeTrue(Python.hasNumPy(), "needs python3 with NumPy");
    StringBuilder script = new StringBuilder("import numpy as np\nweights, sums = {}, {}\n");
    SeededRandom random = new SeededRandom(3);
    for (Net net : Nets.ALL) {
      for (Notation notation : Notation.KNOWN) {
        write(trace(net), notation, script);
      }
      for (int i = 0; i < TURNED; i++) {
        write(trace(net), Renamings.turned(net, random), script);
      }
    }
    Python python = Python.run(script.append("print('all agree')\n").toString());
    assertThat(python.output()).isEqualTo("all agree\n");
    assertThat(python.exitCode()).isZero();
  }

  private static Trace trace(Net net) {
    SeededRandom random = new SeededRandom(11);
    Parameters weights = Parameters.zeros(new Shape(net, V, H));
    for (int i = 0; i < weights.count(); i++) {
      Arrays.setAll(weights.data(i), k -> 0.6 * random.nextGaussian());
    }
    double[] states = new double[weights.shape().stateSize()];
    Arrays.setAll(states, j -> 0.5 * random.nextGaussian());
    List<String> labels = IntStream.range(0, V).mapToObj(String::valueOf).toList();
    return Trace.of(
        labels,
        new Example(weights, new int[] {1, 4, 0, 2}, new int[] {4, 0, 2, 3}, states),
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }

  private static void write(Trace trace, Notation notation, StringBuilder script) {
    Net net = trace.net();
    List<Vector> later =
        net.equations().stream().filter(Equation::isHandedOver).map(Equation::left).toList();
    String column = notation.hasColumns() ? ".reshape(-1, 1)" : "";
    for (String name : net.names()) {
      String shape = net.weight(name).isBias() ? "[0]" + column : "";
      script.append(
          "%s = np.array(%s)%s%n"
              .formatted(
                  notation.name(name), literal(notation.stand(name, trace.weights(name))), shape));
      script.append(
          "%s = np.zeros_like(%s)%n".formatted(notation.gradient(name), notation.name(name)));
    }
    script.append("loss, kept = 0.0, []\n");
    for (Vector state : net.states()) {
      String initial = literal(trace.initialState(state));
      script.append("%s = np.array(%s)[0]%s%n".formatted(notation.written(state), initial, column));
    }
    for (int t = 0; t < T; t++) {
      for (Vector state : net.states()) {
        script.append("%s = %s%n".formatted(notation.before(state), notation.written(state)));
      }
      script.append(ids(trace, notation, t));
      lines(net, notation, Phase.FORWARD, script);
      lines(net, notation, Phase.LOSS, script);
      script.append("kept.append((%s,))%n".formatted(forward(net, notation)));
      check(trace, notation, Phase.FORWARD, t, script);
    }
    for (int i = 0; i < later.size(); i++) {
      String state = notation.written(net.states().get(i));
      script.append("%s = np.zeros_like(%s)%n".formatted(notation.written(later.get(i)), state));
    }
    for (int t = T - 1; t >= 0; t--) {
      script.append("(%s,) = kept[%d]%n".formatted(forward(net, notation), t));
      script.append(ids(trace, notation, t));
      lines(net, notation, Phase.BACKWARD, script);
      check(trace, notation, Phase.BACKWARD, t, script);
      for (int i = 0; i < later.size(); i++) {
        String handedBack = notation.written(net.handedBack().get(i));
        script.append("%s = %s%n".formatted(notation.written(later.get(i)), handedBack));
      }
    }
    script.append("assert abs(loss - %s) < 1e-12%n".formatted(trace.totalLoss()));
    for (String name : net.names()) {
      String expected = literal(notation.stand(name, trace.gradient(name)));
      check(notation.gradient(name), expected, net + " " + notation, script);
    }
  }

  private static String ids(Trace trace, Notation notation, int t) {
    return "%s, %s = %d, %d%n"
        .formatted(notation.word("x"), notation.word("y"), trace.input(t), trace.target(t));
  }

  /** The vectors left to the backward pass. */
  private static String forward(Net net, Notation notation) {
    Stream<String> states = net.states().stream().map(notation::before);
    Stream<String> vectors =
        net.vectors().stream()
            .filter(vector -> vector.phase() == Phase.FORWARD)
            .map(notation::written);
    return Stream.concat(states, vectors).collect(Collectors.joining(", "));
  }

  private static void lines(Net net, Notation notation, Phase phase, StringBuilder script) {
    for (Rule rule : net.rules(phase)) {
      String lines =
          new Printer(net, notation, Script.NUMPY)
              .lines(rule).stream().collect(Collectors.joining("\n"));
      script.append(lines).append('\n');
    }
  }

  /** Every vector that has a line of its own. */
  private static void check(
      Trace trace, Notation notation, Phase phase, int t, StringBuilder script) {
    for (Rule rule : trace.net().rules(phase)) {
      if (rule instanceof Rule.OfVector of) {
        Vector vector = of.equation().left();
        String row = Arrays.toString(row(trace.values(vector), t));
        check(notation.written(vector), row, trace.net() + " t = " + t, script);
      }
    }
  }

  private static void check(String name, String expected, String where, StringBuilder script) {
    script.append(
        "np.testing.assert_allclose(%s.ravel(), np.array(%s).ravel(), rtol=0, atol=1e-12, err_msg=\"%s\")%n"
            .formatted(name, expected, name + " " + where));
  }

  private static double[] row(MatrixView matrix, int row) {
    return IntStream.range(0, matrix.cols()).mapToDouble(col -> matrix.get(row, col)).toArray();
  }

  private static String literal(MatrixView matrix) {
    return IntStream.range(0, matrix.rows())
        .mapToObj(row -> Arrays.toString(row(matrix, row)))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
