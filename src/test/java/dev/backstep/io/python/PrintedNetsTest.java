package dev.backstep.io.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backstep.math.MatrixView;
import dev.backstep.math.SeededRandom;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lines of NumPy of every net, run by NumPy over a sequence, come to the engine's numbers. */
class PrintedNetsTest {
  private static final int V = 5;
  private static final int H = 3;
  private static final int T = 4;

  @Test
  void numPyComesToEveryRowAndGradientInBothNotations() throws Exception {
    assumeTrue(Python.hasNumPy(), "needs python3 with NumPy");
    StringBuilder script = new StringBuilder("import numpy as np\n");
    for (Net net : Nets.ALL) {
      for (Notation notation : Notation.values()) {
        write(trace(net), notation, script);
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
    double[] initial = new double[H * net.states().size()];
    Arrays.setAll(initial, k -> 0.6 * random.nextGaussian());
    List<String> labels = IntStream.range(0, V).mapToObj(String::valueOf).toList();
    return Trace.of(
        labels,
        weights,
        new int[] {1, 4, 0, 2},
        new int[] {4, 0, 2, 3},
        initial,
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }

  private static void write(Trace trace, Notation notation, StringBuilder script) {
    Net net = trace.net();
    String column = notation.hasColumns() ? ".reshape(-1, 1)" : "";
    for (String name : net.names()) {
      String shape = net.weight(name).isBias() ? "[0]" + column : "";
      script.append(
          "%s = np.array(%s)%s%n"
              .formatted(
                  notation.name(name), literal(notation.stand(name, trace.weights(name))), shape));
      script.append("d%1$s = np.zeros_like(%1$s)%n".formatted(notation.name(name)));
    }
    script.append("loss, cells = 0.0, []\n");
    for (Vector state : net.states()) {
      script.append(
          "%s = np.array(%s)[0]%s%n".formatted(state, literal(trace.initialState(state)), column));
    }
    for (int t = 0; t < T; t++) {
      for (Vector state : net.states()) {
        script.append("%1$s_prev = %1$s%n".formatted(state));
      }
      script.append("x, y = %d, %d%n".formatted(trace.input(t), trace.target(t)));
      lines(net, notation, Phase.FORWARD, script);
      lines(net, notation, Phase.LOSS, script);
      script.append("cells.append(dict(globals()))\n");
      check(trace, Phase.FORWARD, t, script);
    }
    for (int i = 0; i < net.states().size(); i++) {
      script.append("%s = np.zeros_like(h)%n".formatted(net.handedBack().get(i)));
    }
    for (int t = T - 1; t >= 0; t--) {
      for (String name : forward(net)) {
        script.append("%1$s = cells[%2$d]['%1$s']%n".formatted(name, t));
      }
      for (Vector handedBack : net.handedBack()) {
        script.append("%s = %s%n".formatted(later(net, handedBack), handedBack));
      }
      lines(net, notation, Phase.BACKWARD, script);
      check(trace, Phase.BACKWARD, t, script);
    }
    script.append("assert abs(loss - %s) < 1e-12%n".formatted(trace.totalLoss()));
    for (String name : net.names()) {
      String expected = literal(notation.stand(name, trace.gradient(name)));
      check("d" + notation.name(name), expected, net + " " + notation, script);
    }
  }

  /** What the backward pass finds of the forward pass. */
  private static List<String> forward(Net net) {
    List<String> names = new ArrayList<>(List.of("x", "y"));
    net.states().forEach(state -> names.add(state + "_prev"));
    net.vectors().stream()
        .filter(vector -> vector.phase() == Phase.FORWARD)
        .forEach(vector -> names.add(vector.name()));
    return names;
  }

  /** How it is written where the cell before finds it. */
  private static String later(Net net, Vector handedBack) {
    return net.equations().stream()
        .filter(equation -> equation.right().equals(handedBack.after()))
        .findFirst()
        .orElseThrow()
        .left()
        .written();
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
  private static void check(Trace trace, Phase phase, int t, StringBuilder script) {
    for (Rule rule : trace.net().rules(phase)) {
      if (rule instanceof Rule.OfVector of) {
        Vector vector = of.equation().left();
        String row = Arrays.toString(row(trace.values(vector), t));
        check(vector.name(), row, trace.net() + " t = " + t, script);
      }
    }
  }

  private static void check(String name, String expected, String where, StringBuilder script) {
    script.append(
        "np.testing.assert_allclose(%s.ravel(), np.array(%s).ravel(), rtol=0, atol=1e-12, err_msg='%s')%n"
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
