package dev.backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.RandomNet;
import dev.backstep.model.ReferenceCase;
import dev.backstep.model.Shape;
import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.trace.arithmetic.Derivations;
import dev.backstep.trace.links.Links;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words for numbers of a net with another cell than the vanilla one. */
class OtherCellsTest {
  /** Traces of the cells with golden numbers, and of cells with gates and with two states. */
  private static Stream<Trace> traces() {
    return Stream.concat(
        ReferenceCase.otherCells().map(TraceFixture::of),
        Stream.of(Gru.NET, Lstm.NET)
            .map(net -> RandomNet.gaussian(4, 0.5, new Shape(net, 7, 4), 5))
            .map(TraceFixture::of));
  }

  @ParameterizedTest
  @MethodSource("traces")
  void everyWrittenOutSumComesToTheEnginesBits(Trace trace) {
    Derivations derivations = new Derivations(trace);
    List<Entry> entries =
        Stream.concat(
                LitEntries.cells(trace).map(Entry.class::cast),
                LitEntries.shares(trace).map(Entry.class::cast))
            .toList();
    assertThat(entries).isNotEmpty();
    for (Entry entry : entries) {
      Derivation derivation = derivations.of(entry);
      assertThat(derivation.outer().apply(derivation.sum()) + 0.0)
          .as(derivation.name())
          .isEqualTo(derivation.result() + 0.0);
    }
  }

  @ParameterizedTest
  @MethodSource("traces")
  void theSourcesOfANumberAreThoseThatItsArithmeticNames(Trace trace) {
    Links links = new Links(trace);
    Derivations derivations = new Derivations(trace);
    LitEntries.cells(trace)
        .filter(cell -> cell.quantity().isPerCharacter() || cell.timestep() > 0)
        .forEach(
            cell -> {
              Set<Entry> named =
                  derivations.of(cell).terms().stream()
                      .flatMap(term -> term.factors().stream())
                      .map(Factor::source)
                      .filter(source -> source != null)
                      .collect(Collectors.toCollection(HashSet::new));
              assertThat(LitEntries.of(links.of(cell, cell.timestep()).sources()))
                  .as(cell.toString())
                  .containsAll(named);
            });
  }
}
