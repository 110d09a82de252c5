package dev.backstep.trace.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Expr;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import dev.backstep.trace.flow.StatePropagation;
import dev.backstep.trace.links.Block;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.LitMatrix;
import dev.backstep.trace.whatif.WhatIf;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts of numbers of small nets of every cell, beside other ways to compute them. */
class CompositionTest {
  private static final int LENGTH = 6;
  private static final int HIDDEN = 4;

  private static Stream<Net> nets() {
    return Nets.ALL.stream();
  }

  private static Trace trace(Net net) {
    return TraceFixture.of(RandomNet.gaussian(7, 0.6, new Shape(net, 9, HIDDEN), LENGTH));
  }

  private static List<Vector> backward(Net net) {
    return net.vectors().stream().filter(each -> each.phase() == Phase.BACKWARD).toList();
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theSharesOfTheLossesAddUpToEveryBackwardNumber(Net net) {
    Trace trace = trace(net);
    for (Vector vector : backward(net)) {
      for (int t = 0; t < LENGTH; t++) {
        Composition made = Composition.of(trace, new Entry.OfCell(vector, t, 1));
        assertThat(made.kind()).as("%s at %s", vector, t).isEqualTo(Composition.Kind.LOSSES);
        assertThat(made.value()).isEqualTo(trace.values(vector).get(t, 1));
        assertThat(made.sum()).isCloseTo(made.value(), within(1e-12));
        assertThat(Arrays.copyOf(made.parts(), t)).containsOnly(new double[t]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theShareOfALossIsWhatItsGradientAloneComesTo(Net net) {
    Trace trace = trace(net);
    StatePropagation cells = new StatePropagation(trace.example());
    for (int loss = 1; loss < LENGTH; loss++) {
      double[] dh = new double[HIDDEN];
      for (int i = 0; i < HIDDEN; i++) {
        dh[i] = trace.values(Head.DH_FROM_OUTPUT).get(loss, i);
      }
      cells.send(dh, loss, 0);
      for (Vector vector : List.of(Cell.DH, Cell.DH_PREV, net.preActivations().get(0))) {
        for (int t = 0; t <= loss; t++) {
          Composition made = Composition.of(trace, new Entry.OfCell(vector, t, 2));
          assertThat(made.parts()[loss])
              .as("%s at %s of loss %s", vector, t, loss)
              .isCloseTo(cells.row(vector, t)[2], within(1e-14));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theSharesOfTheCellsAddUpToEveryTotal(Net net) {
    Trace trace = trace(net);
    for (String name : net.names()) {
      int row = net.weight(name).isBias() ? 0 : 1;
      Composition made = Composition.of(trace, new Entry.OfAccumulator(name, 0, row, 2));
      assertThat(made.kind()).isEqualTo(Composition.Kind.CELLS);
      assertThat(made.sum()).isCloseTo(trace.gradient(name).get(row, 2), within(1e-12));
      assertThat(made.parts()[3]).isEqualTo(trace.share(name, 3).get(row, 2));
      Composition later = Composition.of(trace, new Entry.OfAccumulator(name, 3, row, 2));
      assertThat(later.sum())
          .isCloseTo(trace.accumulator(name, 3).after().get(row, 2), within(1e-12));
      for (int t = 0; t < LENGTH; t++) {
        Composition share = Composition.of(trace, new Entry.OfShare(name, t, row, 2));
        assertThat(share.kind()).isEqualTo(Composition.Kind.LOSSES);
        assertThat(share.sum()).isCloseTo(trace.share(name, t).get(row, 2), within(1e-12));
      }
    }
  }

  /** The derivative by the row that is looked up, times that row, by finite differences. */
  @ParameterizedTest
  @MethodSource("nets")
  void aForwardNumberIsSaidHowEachLetterMovesIt(Net net) {
    Trace trace = trace(net);
    double step = 1e-5;
    for (Vector vector :
        net.vectors().stream().filter(each -> each.phase() == Phase.FORWARD).toList()) {
      Composition made = Composition.of(trace, new Entry.OfCell(vector, 4, 1));
      assertThat(made.kind()).isEqualTo(Composition.Kind.LETTERS);
      assertThat(made.parts()[5]).isZero();
      for (int s = 0; s <= 4; s++) {
        // Every letter is read once, so a scaled row of W1 is a scaled input.
        double slope =
            (scaled(trace, s, 1 + step, vector) - scaled(trace, s, 1 - step, vector)) / (2 * step);
        assertThat(made.parts()[s])
            .as("%s by the letter of %s", vector, s)
            .isCloseTo(slope, within(1e-8));
      }
    }
  }

  private static double scaled(Trace trace, int s, double by, Vector vector) {
    Example example = trace.example();
    Parameters weights = example.weights().copy();
    trace.net().gradients().stream()
        .filter(gradient -> gradient.left() instanceof Expr.Input)
        .map(gradient -> weights.get(gradient.weight().name()))
        .forEach(
            matrix -> {
              for (int k = 0; k < matrix.numCols; k++) {
                matrix.data[trace.input(s) * matrix.numCols + k] *= by;
              }
            });
    return trace.with(example.with(weights)).values(vector).get(4, 1);
  }

  private static Block block(Composition made, LitMatrix site, int t) {
    return made.lights().sources().stream()
        .filter(light -> light.site().equals(site) && light.block().hasRow(t))
        .map(Light::block)
        .findFirst()
        .orElse(new Block(0, 0, 0, 0));
  }

  @Test
  void whatABackwardNumberWasMadeOfIsLitBackToTheLetters() {
    Composition made = Composition.of(trace(Vanilla.NET), new Entry.OfCell(Cell.DH, 2, 1));
    LitMatrix dh = new LitMatrix.OfCells(Cell.DH);
    assertThat(block(made, dh, 2)).isEqualTo(new Block(2, 3, 1, 2));
    assertThat(block(made, dh, 1).isEmpty()).as("dh before was made of it").isTrue();
    assertThat(block(made, dh, 5)).isEqualTo(new Block(3, LENGTH, 0, HIDDEN));
    assertThat(block(made, new LitMatrix.OfCells(Head.DH_FROM_OUTPUT), 2))
        .isEqualTo(new Block(2, 3, 1, 2));
    assertThat(block(made, new LitMatrix.OfCells(Head.E), 2)).isEqualTo(new Block(2, LENGTH, 0, 9));
    assertThat(block(made, new LitMatrix.OfCells(Head.E), 1).isEmpty()).isTrue();
    assertThat(block(made, new LitMatrix.OfCells(Cell.H), 0))
        .isEqualTo(new Block(0, LENGTH, 0, HIDDEN));
    assertThat(block(made, new LitMatrix.OfInputs(), 0)).isEqualTo(new Block(0, 1, 1, 2));
    assertThat(block(made, new LitMatrix.OfTargets(), 1).isEmpty()).isTrue();
    assertThat(block(made, new LitMatrix.OfTargets(), 5).isEmpty()).isFalse();
    assertThat(block(made, new LitMatrix.OfInitialState(Cell.H), 0).isEmpty()).isFalse();
  }

  @Test
  void aForwardNumberIsMadeOfNothingLater() {
    Composition made = Composition.of(trace(Vanilla.NET), new Entry.OfCell(Cell.H, 2, 1));
    assertThat(block(made, new LitMatrix.OfCells(Cell.H), 2)).isEqualTo(new Block(2, 3, 1, 2));
    assertThat(block(made, new LitMatrix.OfCells(Cell.H), 1)).isEqualTo(new Block(0, 2, 0, HIDDEN));
    assertThat(block(made, new LitMatrix.OfInputs(), 2).isEmpty()).isFalse();
    assertThat(block(made, new LitMatrix.OfInputs(), 3).isEmpty()).isTrue();
    assertThat(block(made, new LitMatrix.OfCells(Head.E), 2).isEmpty()).isTrue();
  }

  @Test
  void aLetterThatIsNotReadMovesNothing() {
    Trace trace = WhatIf.of(trace(Vanilla.NET)).withoutInput(1).edited();
    Composition made = Composition.of(trace, new Entry.OfCell(Cell.H, 2, 1));
    assertThat(made.parts()[1]).isZero();
    assertThat(made.parts()[0]).isNotZero();
    assertThat(block(made, new LitMatrix.OfInputs(), 1).isEmpty()).isTrue();
  }

  @Test
  void whatIsGivenIsMadeOfNothing() {
    assertThat(Composition.isKnown(Vanilla.NET, new Entry.OfCell(Cell.H, 0, 0))).isTrue();
    assertThat(Composition.isKnown(Vanilla.NET, new Entry.OfAccumulator("W2", 0, 0, 0))).isTrue();
    assertThat(Composition.isKnown(Vanilla.NET, new Entry.OfWeights("W2", 0, 0))).isFalse();
    assertThat(Composition.isKnown(Vanilla.NET, new Entry.OfInput(0, 1))).isFalse();
  }
}
