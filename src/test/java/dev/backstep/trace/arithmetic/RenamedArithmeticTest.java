package dev.backstep.trace.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.SeededRandom;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Renamings;
import dev.backstep.net.Renamings.Renamed;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The written-out arithmetic in the names and the orientation of a file. */
class RenamedArithmeticTest {
  private static final int V = 4;
  private static final int H = 3;

  static final List<Net> NETS = Nets.ALL;

  @ParameterizedTest
  @FieldSource("NETS")
  void namesAreAllThatDiffers(Net net) {
    Trace trace = trace(net);
    SeededRandom random = new SeededRandom(4);
    for (Notation like : Notation.KNOWN) {
      Renamed renamed = Renamings.strange(net, like, random);
      Derivations usual = new Derivations(trace, like);
      Derivations there = new Derivations(trace, renamed.notation());
      for (Entry entry : entries(trace)) {
        List<String> lines = lines(there, entry);
        assertThat(lines).as("%s", entry).isNotEqualTo(lines(usual, entry));
        assertThat(lines).allSatisfy(line -> assertThat(renamed.leftIn(line)).as(line).isEmpty());
        assertThat(lines.stream().map(renamed.back()).toList())
            .as("%s", entry)
            .isEqualTo(lines(usual, entry).stream().map(RenamedArithmeticTest::later).toList());
      }
    }
  }

  /** What comes from later has one name in a file. */
  private static String later(String line) {
    return line.replace("_from_later", "_later");
  }

  @ParameterizedTest
  @FieldSource("NETS")
  void indicesAreThoseOfTheFile(Net net) {
    Trace trace = trace(net);
    SeededRandom random = new SeededRandom(9);
    for (int i = 0; i < 4; i++) {
      Notation notation = Renamings.turned(net, random);
      Derivations derivations = new Derivations(trace, notation);
      List<Factor> weights =
          entries(trace).stream()
              .flatMap(entry -> derivation(derivations, entry).terms().stream())
              .flatMap(term -> term.factors().stream())
              .filter(factor -> factor.source() instanceof Entry.OfWeights)
              .toList();
      assertThat(weights).hasSizeGreaterThan(20);
      for (Factor factor : weights) {
        Entry.OfWeights at = (Entry.OfWeights) Objects.requireNonNull(factor.source());
        assertThat(factor.symbol())
            .isEqualTo("weights['" + at.parameter() + "']" + index(net, notation, at));
      }
    }
  }

  private static String index(Net net, Notation notation, Entry.OfWeights at) {
    if (net.weight(at.parameter()).isBias()) {
      return "[" + at.col() + "]";
    }
    int[] index = {at.row(), at.col()};
    int first = notation.isTransposed(at.parameter()) ? 1 : 0;
    return "[" + index[first] + "," + index[1 - first] + "]";
  }

  private static List<String> lines(Derivations derivations, Entry entry) {
    Derivation derivation = derivation(derivations, entry);
    List<String> lines = new ArrayList<>(List.of(derivation.name(), derivation.formula()));
    derivation.terms().stream().map(Term::symbol).forEach(lines::add);
    derivations.subtotals(entry).stream().map(Subtotal::summand).forEach(lines::add);
    return lines;
  }

  private static Derivation derivation(Derivations derivations, Entry entry) {
    return Objects.requireNonNull(derivations.of(entry));
  }

  private static List<Entry> entries(Trace trace) {
    List<Entry> entries = new ArrayList<>();
    for (Vector vector : trace.net().vectors()) {
      entries.add(new Entry.OfCell(vector, 0, 2));
      entries.add(new Entry.OfCell(vector, 1, 1));
      entries.add(new Entry.OfCell(vector, 2, 0));
    }
    for (String name : trace.net().names()) {
      int row = trace.net().weight(name).isBias() ? 0 : 1;
      entries.add(new Entry.OfShare(name, 1, row, 2));
      entries.add(new Entry.OfAccumulator(name, 0, row, 2));
    }
    return entries;
  }

  private static Trace trace(Net net) {
    SeededRandom random = new SeededRandom(2);
    Parameters weights = Parameters.zeros(new Shape(net, V, H));
    for (int i = 0; i < weights.count(); i++) {
      Arrays.setAll(weights.data(i), k -> 0.6 * random.nextGaussian());
    }
    return Trace.of(
        List.of("a", "b", "c", "d"),
        new Example(
            weights,
            new int[] {1, 3, 0},
            new int[] {3, 0, 2},
            new double[weights.shape().stateSize()]),
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }
}
