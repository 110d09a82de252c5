package dev.backstep.trace.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Parameters;
import dev.backstep.model.ReferenceCase;
import dev.backstep.net.Cell;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.LitEntries;
import dev.backstep.trace.Term;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import dev.backstep.trace.arithmetic.Derivations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lights, held against the written-out arithmetic of every number. */
class LinksTest {
  private static List<Vector> vectors() {
    return Vanilla.NET.vectors();
  }

  private static final Trace TRACE = TraceFixture.of(ReferenceCase.read("rnn_b_v27_h16_t11"));
  private static final int V = TRACE.shape().vocabulary();
  private static final int H = TRACE.shape().hidden();
  private static final int LAST = TRACE.length() - 1;

  private final Links links = new Links(TRACE);
  private final Derivations derivations = new Derivations(TRACE);

  /** The numbers that the written-out arithmetic names. */
  private Set<Entry> named(Entry entry) {
    return factors(entry)
        .map(Factor::source)
        .filter(source -> source != null)
        .collect(Collectors.toSet());
  }

  private Stream<Factor> factors(Entry entry) {
    return derivations.of(entry).terms().stream().flatMap(term -> term.factors().stream());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theSourcesOfACellsNumberAreExactlyThoseThatTheArithmeticNames(Vector quantity) {
    LitEntries.cells(TRACE)
        .filter(entry -> entry.quantity() == quantity)
        .forEach(
            entry -> {
              Set<Entry> lit = LitEntries.of(links.of(entry, 0).sources());
              if (quantity.equals(Cell.H)) {
                removeWhatLooksUp(entry, lit);
              }
              assertThat(lit).as(entry.toString()).isEqualTo(named(entry));
            });
  }

  /** For h the letter is lit, and all of the row that it looks up, not only the number used. */
  private static void removeWhatLooksUp(Entry.OfCell entry, Set<Entry> lit) {
    int x = TRACE.input(entry.timestep());
    assertThat(lit.remove(new Entry.OfInput(entry.timestep(), x))).isTrue();
    for (int j = 0; j < H; j++) {
      Entry other = new Entry.OfWeights(Parameters.W1, x, j);
      assertThat(j == entry.index() || lit.remove(other)).as("W1[%d,%d]", x, j).isTrue();
    }
  }

  @Test
  void theNumberOfW1ThatIsUsedIsLitWithinTheRowThatIsLookedUp() {
    Entry.OfCell h = new Entry.OfCell(Cell.H, 6, 3);
    int x = TRACE.input(6);
    assertThat(links.of(h, 0).on(new LitMatrix.OfWeights(Parameters.W1)).sources())
        .extracting(Light::block)
        .containsExactly(Block.row(x, H), Block.one(x, 3));
  }

  @Test
  void theSourcesOfAShareAreExactlyThoseThatTheArithmeticNames() {
    LitEntries.shares(TRACE)
        .forEach(
            entry ->
                assertThat(LitEntries.of(links.of(entry, 0).sources()))
                    .as(entry.toString())
                    .isEqualTo(named(entry)));
  }

  @Test
  void aSumIsMadeOfTheSumBeforeThisShareAndTheFactorsOfEveryShareSoFar() {
    for (String name : Parameters.NAMES) {
      for (int t = 0; t <= LAST; t++) {
        Entry sum = new Entry.OfAccumulator(name, t, 0, 2);
        Set<Entry> lit = LitEntries.of(links.of(sum, 0).sources());
        Set<Entry> expected = new HashSet<>();
        expected.add(new Entry.OfShare(name, t, 0, 2));
        if (t < LAST) {
          expected.add(new Entry.OfAccumulator(name, t + 1, 0, 2));
        }
        named(sum).forEach(share -> expected.addAll(named(share)));
        assertThat(lit).as(sum.toString()).isEqualTo(expected);
      }
    }
  }

  @Test
  void aShareFeedsTheSumAfterItAndThatTheSumAfterTheNextCell() {
    Entry share = new Entry.OfShare(Parameters.W2, 6, 1, 2);
    Entry sum = new Entry.OfAccumulator(Parameters.W2, 6, 1, 2);
    assertThat(LitEntries.of(links.of(share, 0).destinations())).containsExactly(sum);
    assertThat(LitEntries.of(links.of(sum, 0).destinations()))
        .containsExactly(new Entry.OfAccumulator(Parameters.W2, 5, 1, 2));
    Entry whole = new Entry.OfAccumulator(Parameters.W2, 0, 1, 2);
    assertThat(links.of(whole, 0).destinations()).isEmpty();
  }

  /** All numbers in whose arithmetic this one stands. */
  private Set<Entry> having(Entry source) {
    return Stream.concat(LitEntries.cells(TRACE), LitEntries.shares(TRACE))
        .filter(entry -> named(entry).contains(source))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aCellsNumberFeedsExactlyTheNumbersInWhoseArithmeticItStands(Vector quantity) {
    for (int t : new int[] {0, 5, LAST}) {
      Entry entry = new Entry.OfCell(quantity, t, 3);
      Set<Entry> expected = having(entry);
      // A share of W1 is a number times x; where x is 0 nothing of the number arrives.
      expected.removeIf(
          fed ->
              fed instanceof Entry.OfShare share
                  && share.parameter().equals(Parameters.W1)
                  && share.row() != TRACE.input(share.timestep()));
      assertThat(LitEntries.of(links.of(entry, 0).destinations()))
          .as(entry.toString())
          .isEqualTo(expected);
    }
  }

  @Test
  void whatIsGivenFeedsTheNumbersInWhoseArithmeticItStands() {
    for (Entry given : List.of(new Entry.OfInitialState(Cell.H, 3), new Entry.OfTarget(4, 7))) {
      assertThat(links.of(given, 0).sources()).isEmpty();
      assertThat(LitEntries.of(links.of(given, 0).destinations())).isEqualTo(having(given));
    }
    Entry letter = new Entry.OfInput(6, TRACE.input(6));
    Set<Entry> fed = having(letter);
    IntStream.range(0, H).forEach(j -> fed.add(new Entry.OfCell(Cell.H, 6, j)));
    assertThat(LitEntries.of(links.of(letter, 0).destinations())).isEqualTo(fed);
    assertThat(LitEntries.of(links.of(letter, 0).sources()))
        .hasSize(H)
        .allMatch(
            source -> source instanceof Entry.OfWeights weight && weight.row() == TRACE.input(6));
  }

  @Test
  void aWeightIsLitWithItsPartnersAndProductsInTheCellUnderTheCursor() {
    for (String name : Parameters.NAMES) {
      for (int t : new int[] {0, 6, LAST}) {
        int row = name.equals(Parameters.W1) ? TRACE.input(t) : TRACE.weights(name).rows() - 1;
        assertWeight(new Entry.OfWeights(name, row, 2), t);
      }
    }
    int other = (TRACE.input(6) + 1) % V;
    assertWeight(new Entry.OfWeights(Parameters.W1, other, 2), 6);
  }

  private void assertWeight(Entry.OfWeights weight, int t) {
    Set<Entry> products = new HashSet<>();
    Set<Entry> partners = new HashSet<>();
    LitEntries.cells(TRACE)
        .filter(entry -> entry.timestep() == t)
        .forEach(
            entry ->
                derivations.of(entry).terms().stream()
                    .map(Term::factors)
                    .filter(factors -> factors.stream().anyMatch(f -> weight.equals(f.source())))
                    .forEach(
                        factors -> {
                          products.add(entry);
                          factors.forEach(factor -> partners.add(factor.source()));
                        }));
    partners.remove(weight);
    if (weight.parameter().equals(Parameters.W1)) {
      partners.add(new Entry.OfInput(t, weight.row()));
    }
    Lights lights = links.of(weight, t);
    assertThat(LitEntries.of(lights.destinations())).as(weight + " at " + t).isEqualTo(products);
    assertThat(LitEntries.of(lights.sources())).as(weight + " at " + t).isEqualTo(partners);
  }
}
