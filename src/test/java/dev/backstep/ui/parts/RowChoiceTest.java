package dev.backstep.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Cell.Family;
import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowChoiceTest {
  private final RowChoice choice = new RowChoice();

  private List<String> shown(Net net) {
    return choice.shown(net).stream().map(Vector::name).toList();
  }

  private void toggle(Net net, String id) {
    choice.toggle(net, row(net, id));
  }

  private static RowChoice.Row row(Net net, String id) {
    return RowChoice.of(net).stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }

  private static Family gates(Net net) {
    return net.gating().families().get(0);
  }

  @Test
  void theVanillaNetShowsAllButWhatIsHandedBack() {
    assertThat(shown(Vanilla.NET))
        .containsExactly("h", "o", "e", "dh", "dh_from_output", "dh_from_later", "dtanh", "dxt");
  }

  @Test
  void anLstmShowsItsStatesOneGateAndTheGradientsWithTheirParts() {
    assertThat(shown(Lstm.NET))
        .containsExactly(
            "c",
            "h",
            "i",
            "o",
            "e",
            "dc",
            "dc_from_h",
            "dc_from_later",
            "dh",
            "dh_from_output",
            "dh_from_later",
            "da_i",
            "dxt");
  }

  @Test
  void whatLiesBetweenTheGatesOfAGruIsShownWhenItIsAskedFor() {
    assertThat(shown(Gru.NET)).contains("r").doesNotContain("hn", "dhn", "z");
    toggle(Gru.NET, "hn");
    assertThat(shown(Gru.NET)).contains("hn").doesNotContain("dhn");
    assertThat(shown(GruResetBefore.NET)).doesNotContain("rh", "drh");
  }

  private static List<Net> nets() {
    return Nets.ALL;
  }

  @ParameterizedTest
  @MethodSource("nets")
  void everyVectorButWhatIsHandedBackCanBeShown(Net net) {
    for (RowChoice.Row row : RowChoice.of(net)) {
      if (!choice.isShown(net, row)) {
        choice.toggle(net, row);
      }
    }
    net.gating().families().forEach(choice::toggleEach);
    List<Vector> all = new java.util.ArrayList<>(net.vectors());
    all.removeAll(net.handedBack());
    assertThat(choice.shown(net)).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void anotherOfAFamilyStandsInThePlaceOfTheFirst() {
    choice.choose(gates(Lstm.NET), Lstm.F);
    assertThat(shown(Lstm.NET)).containsSequence("c", "h", "f", "o");
    choice.bringToFront(Lstm.NET, Lstm.G);
    assertThat(shown(Lstm.NET)).containsSequence("c", "h", "g", "o");
  }

  @Test
  void eachOfAFamilyHasAHeatmapOnDemandUntilOneIsChosen() {
    choice.toggleEach(gates(Lstm.NET));
    assertThat(shown(Lstm.NET)).containsSequence("c", "h", "i", "f", "gate_o", "g", "o");
    choice.bringToFront(Lstm.NET, Lstm.G);
    assertThat(choice.isEach(gates(Lstm.NET))).isTrue();
    choice.choose(gates(Lstm.NET), Lstm.G);
    assertThat(shown(Lstm.NET)).containsSequence("c", "h", "g", "o");
  }

  @Test
  void theLastHeatmapStays() {
    for (RowChoice.Row row : RowChoice.of(Vanilla.NET)) {
      choice.toggle(Vanilla.NET, row);
    }
    assertThat(shown(Vanilla.NET)).containsExactly("dxt");
  }

  @Test
  void whatWasChosenIsKept() {
    toggle(Lstm.NET, "dxt");
    toggle(Gru.NET, "hn");
    choice.toggleEach(gates(Lstm.NET));
    RowChoice next = new RowChoice();
    next.restore(choice.kept());
    assertThat(next.shown(Lstm.NET)).isEqualTo(choice.shown(Lstm.NET));
    assertThat(next.shown(Gru.NET)).isEqualTo(choice.shown(Gru.NET));
    assertThat(next.shown(Lstm.NET)).doesNotContain(dev.backstep.net.Input.DXT).contains(Lstm.F);
  }

  @Test
  void nothingKeptIsAsUsualAndAStrangeNameDoesNoHarm() {
    List<Vector> usual = choice.shown(Lstm.NET);
    choice.restore("");
    assertThat(choice.shown(Lstm.NET)).isEqualTo(usual);
    choice.restore("no such vector,,");
    assertThat(choice.shown(Lstm.NET)).isEqualTo(usual);
  }

  @Test
  void whoListensIsToldOfEveryChange() {
    AtomicInteger told = new AtomicInteger();
    choice.stateProperty().addListener((property, before, now) -> told.incrementAndGet());
    toggle(Lstm.NET, "dxt");
    choice.choose(gates(Lstm.NET), Lstm.F);
    choice.toggleEach(gates(Lstm.NET));
    assertThat(told).hasValue(3);
  }
}
