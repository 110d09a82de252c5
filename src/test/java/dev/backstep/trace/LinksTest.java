package dev.backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.ReferenceCase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final ReferenceCase FILE = ReferenceCase.read("rnn_b_v27_h16_t11");
  private static final Trace TRACE =
      Trace.of(
          IntStream.range(0, 27).mapToObj(String::valueOf).toList(),
          FILE.parameters(),
          FILE.inputs(),
          FILE.targets(),
          FILE.h0(),
          (weights, gradients) -> new Update(weights, 1, 1));

  private static Set<Entry> entries(List<Light> lights) {
    Set<Entry> entries = new HashSet<>();
    for (Light light : lights) {
      for (int i = light.from(); i < light.until(); i++) {
        entries.add(new Entry.OfCell(light.quantity(), light.timestep(), i));
      }
    }
    return entries;
  }

  /** The cells' entries that the written-out arithmetic names. */
  private static Set<Entry> named(Entry entry) {
    Set<Entry> named = new HashSet<>();
    for (Term term : new Derivations(TRACE).of(entry).terms()) {
      for (Factor factor : term.factors()) {
        if (factor.source() instanceof Entry.OfCell source) {
          named.add(source);
        }
      }
    }
    return named;
  }

  @Test
  void whatIsLitIsExactlyWhatTheArithmeticNames() {
    Links links = new Links(TRACE);
    for (int t = 0; t < TRACE.length(); t++) {
      for (Quantity quantity : Quantity.values()) {
        Entry.OfCell entry = new Entry.OfCell(quantity, t, 3);
        assertThat(entries(links.sources(entry))).as(entry.toString()).isEqualTo(named(entry));
      }
    }
  }

  @Test
  void whateverANumberFeedsHasItAsASource() {
    Links links = new Links(TRACE);
    for (Quantity quantity : Quantity.values()) {
      Entry.OfCell entry = new Entry.OfCell(quantity, 5, 3);
      Set<Entry> fed = new HashSet<>(entries(links.destinations(entry)));
      Set<Entry> having = new HashSet<>();
      for (int t = 0; t < TRACE.length(); t++) {
        for (Quantity other : Quantity.values()) {
          for (int i = 0; i < TRACE.values(other).cols(); i++) {
            Entry.OfCell candidate = new Entry.OfCell(other, t, i);
            if (entries(links.sources(candidate)).contains(entry)) {
              having.add(candidate);
            }
          }
        }
      }
      assertThat(fed).as(quantity.symbol()).isEqualTo(having);
    }
  }
}
