package dev.backstep.ui.mycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.GatedPrograms;
import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.math.NdArray;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Lstm;
import dev.backstep.trace.Entry;
import dev.backstep.words.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of a net with gates, as the screen shows it. */
class GatedCodeCheckTest {
  @TempDir private Path folder;

  private CodeCheck check(Map<String, NdArray> arrays) throws Exception {
    return CodeCheck.of(
        Programs.saved(folder, "lstm.npz", arrays), Map.of(), List.of(), () -> false);
  }

  private static Map<String, NdArray> ours(String fault) {
    return Programs.ours(
        GatedPrograms.net(Lstm.NET), FaultCatalogue.named(fault, Lstm.NET).orElseThrow().rules());
  }

  @Test
  void theFaultIsSteppedThroughFromTheNumberThatWentWrongFirst() throws Exception {
    CodeCheck check = check(ours("lstm-dcprev-without-f"));
    assertThat(check.traces().yours()).isNotNull();
    assertThat(check.traces().first())
        .isInstanceOfSatisfying(
            Entry.OfCell.class, first -> assertThat(first.quantity()).isEqualTo(Lstm.DC_PREV));
    assertThat(new CodeWords(Texts.load(), check).headline())
        .isEqualTo("First wrong: dc_prev at t = 5");
  }

  @Test
  void withTinyWeightsItIsSaidWhichFaultsWouldNotBeSeenAndWhy() throws Exception {
    RandomNet tiny = RandomNet.gaussian(3, 0.001, new Shape(Lstm.NET, 9, 8), 6);
    Fault unseen = FaultCatalogue.named("lstm-dg-tanh-twice", Lstm.NET).orElseThrow();
    CodeCheck check = check(Programs.ours(tiny, unseen.rules()));
    assertThat(check.verdict().agrees()).isTrue();
    assertThat(new CodeWords(Texts.load(), check).howSure())
        .anyMatch(
            each ->
                each.startsWith("It would not be seen here if the program had ")
                    && each.contains("lstm-dg-tanh-twice")
                    && each.endsWith(": save a run with larger weights to tell."))
        .anyMatch(
            each ->
                each.startsWith("The weights are so tiny that ") && each.contains("σ and tanh"));
  }

  @Test
  void ofTotalsAloneTheFaultTellsWhereItBegins() throws Exception {
    CodeCheck check = check(GatedPrograms.totalsOf(Lstm.NET, ours("lstm-no-later-dc")));
    assertThat(check.traces().yours()).isNotNull();
    assertThat(check.traces().first()).isNotNull();
  }
}
