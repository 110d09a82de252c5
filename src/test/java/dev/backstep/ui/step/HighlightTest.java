package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.LitMatrix;
import dev.backstep.ui.shell.Traces;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HighlightTest {
  private static final Timeline LINE = new Timeline(4);
  private static final LitMatrix H = new LitMatrix.OfCells(Cell.H);
  private static final LitMatrix W2 = new LitMatrix.OfWeights(Parameters.W2);

  private final StepViewModel step = new StepViewModel();
  private final Highlight highlight = step.highlight();

  @BeforeEach
  void showAWord() {
    step.show(Traces.of("abca"));
  }

  private Lights lit() {
    return highlight.lightsProperty().get();
  }

  private List<Integer> rows(List<Light> lights) {
    return lights.stream().map(light -> light.block().fromRow()).toList();
  }

  @Test
  void aHiddenUnitIsLitWithItsColumnOfW2AndTheStateThatItFound() {
    step.goTo(2);
    highlight.point(new Entry.OfCell(Cell.H, 2, 1), "h[1]");
    assertThat(rows(lit().on(H).sources())).containsExactly(1);
    assertThat(lit().on(W2).sources()).hasSize(1);
    assertThat(lit().on(W2).sources().get(0).block().fromCol()).isEqualTo(1);
    assertThat(lit().on(H).destinations()).as("h of t = 3 is not computed yet").isEmpty();
    assertThat(step.highlight().readOutProperty().get()).isEqualTo("h[1]");
    assertThat(highlight.isOfFactor()).isFalse();
  }

  @Test
  void underAMouseThatRestsTheLightsFollowTheCursor() {
    step.goTo(1);
    highlight.point(new Entry.OfWeights(Parameters.W2, 0, 1), "W2[0, 1]");
    assertThat(rows(lit().on(H).sources())).containsExactly(0);
    assertThat(rows(lit().on(H).destinations())).containsExactly(1);
    assertThat(highlight.isOfFactor()).isTrue();

    step.next();
    assertThat(rows(lit().on(H).sources())).containsExactly(1);
    assertThat(rows(lit().on(H).destinations())).containsExactly(2);
    assertThat(lit().on(new LitMatrix.OfCells(Vanilla.DTANH)).sources()).isEmpty();

    step.goTo(LINE.backward(2));
    assertThat(rows(lit().on(new LitMatrix.OfCells(Vanilla.DTANH)).sources())).containsExactly(2);
    assertThat(rows(lit().on(new LitMatrix.OfCells(Cell.DH_PREV)).destinations()))
        .containsExactly(2);
  }

  @Test
  void aCellOfTheGraphIsLitAsThePassThatHasReachedItHasIt() {
    step.goTo(LINE.backward(2));
    highlight.pointAtCell(1, "cell");
    assertThat(rows(lit().on(H).sources())).containsExactly(0);
    assertThat(rows(lit().on(H).destinations())).containsExactly(2);

    highlight.pointAtCell(2, "cell");
    assertThat(rows(lit().on(H).sources())).containsExactly(2, 1);
    assertThat(rows(lit().on(new LitMatrix.OfCells(Head.E)).sources())).containsExactly(2);
    assertThat(rows(lit().on(new LitMatrix.OfCells(Cell.DH_PREV)).sources())).containsExactly(3);
    assertThat(lit().on(new LitMatrix.OfShare(Parameters.W2, 2)).destinations()).hasSize(1);

    step.goTo(1);
    assertThat(lit()).as("cell 2 is not computed at t = 1").isEqualTo(Lights.NONE);
  }

  @Test
  void ofNumberAndCellOnlyTheLastIsPointedAt() {
    step.last();
    highlight.pointAtCell(2, "cell");
    highlight.point(new Entry.OfCell(Head.O, 1, 0), "o");
    assertThat(rows(lit().on(H).sources())).containsExactly(1);
    highlight.pointAtCell(2, "cell");
    assertThat(highlight.entryProperty().get()).isNull();
    highlight.leave();
    assertThat(lit()).isEqualTo(Lights.NONE);
    assertThat(step.highlight().readOutProperty().get()).isEmpty();
  }

  @Test
  void anotherTracePutsTheLightsOut() {
    step.last();
    highlight.point(new Entry.OfCell(Cell.H, 3, 0), "h");
    step.show(Traces.of("ab"));
    assertThat(lit()).isEqualTo(Lights.NONE);
    highlight.pointAtCell(1, "cell");
    step.show(null);
    assertThat(lit()).isEqualTo(Lights.NONE);
  }

  @Test
  void theSameLightsAreNotToldTwice() {
    List<Lights> told = new ArrayList<>();
    step.last();
    highlight.lightsProperty().addListener((property, before, now) -> told.add(now));
    highlight.point(new Entry.OfCell(Cell.H, 3, 0), "h");
    highlight.point(new Entry.OfCell(Cell.H, 3, 0), "h");
    highlight.leave();
    highlight.leave();
    assertThat(told).hasSize(2);
  }

  @Test
  void aCellIsReadOutWithTheNormsThatAreComputed() {
    Texts texts = Texts.load();
    step.goTo(1);
    assertThat(NetworkHover.ofCell(texts, step, 2)).isEqualTo("cell t = 2 reads “c”");
    assertThat(NetworkHover.ofCell(texts, step, 1)).contains("‖h‖ ").doesNotContain("‖dh‖");
    step.goTo(LINE.backward(1));
    double norm = step.traceProperty().get().norm(Cell.DH, 1);
    assertThat(NetworkHover.ofCell(texts, step, 1)).endsWith("‖dh‖ " + Numbers.six(norm));
  }
}
