package dev.backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.ReferenceCase;
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

/** What is said of the numbers of a net with another cell than the vanilla one. */
class OtherCellsTest {
  private static final String OTHER_CELLS = "dev.backstep.model.ReferenceCase#otherCells";

  @ParameterizedTest
  @MethodSource(OTHER_CELLS)
  void everyWrittenOutSumComesToTheEnginesBits(ReferenceCase golden) {
    Trace trace = TraceFixture.of(golden);
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
  @MethodSource(OTHER_CELLS)
  void theSourcesOfANumberAreThoseThatItsArithmeticNames(ReferenceCase golden) {
    Trace trace = TraceFixture.of(golden);
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
