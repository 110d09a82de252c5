package dev.backstep.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import dev.backstep.trace.Update;
import dev.backstep.trace.flow.CopyChange;
import dev.backstep.trace.flow.FlowTriangle;
import dev.backstep.trace.flow.LossFlow;
import dev.backstep.trace.flow.PresetNet;
import dev.backstep.trace.flow.StatePropagation;
import dev.backstep.words.Texts;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sentence over the Flow screen, in every case, and what is said of a square. */
class FlowWordsTest {
  private static final Trace RANDOM =
      TraceFixture.of(RandomNet.gaussian(3, 0.3, new Shape(Vanilla.NET, 20, 5), 14));

  private final FlowWords words = new FlowWords(Texts.load());

  private static Trace preset(PresetNet preset) {
    return new CopyChange(preset, 1, null).of(RANDOM);
  }

  private static LossFlow row(Trace trace, int loss) {
    return LossFlow.of(trace, new StatePropagation(trace.example()), loss);
  }

  private String reach(Trace trace, int loss) {
    return words.reach(trace, row(trace, loss), Cell.H);
  }

  private static String named(Trace trace, int s) {
    return "the loss at t = %d (“%s” → “%s”)"
        .formatted(s, trace.label(trace.input(s)), trace.label(trace.target(s)));
  }

  @Test
  void itSaysAfterHowManyLettersOnePercentIsLeft() {
    Trace trace = preset(PresetNet.VANISHES);
    assertThat(reach(trace, 13))
        .isEqualTo(
            "Of the gradient of "
                + named(trace, 13)
                + " less than one percent is left 10 letters back.");
  }

  @Test
  void oneLetterIsNotSeveral() {
    Trace trace = new CopyChange(PresetNet.VANISHES, 0.01, null).of(RANDOM);
    assertThat(reach(trace, 5)).endsWith("less than one percent is left 1 letter back.");
  }

  @Test
  void itSaysIfMoreIsLeftDownToTheFirstLetterOrIfItGrows() {
    assertThat(reach(preset(PresetNet.VANISHES), 3)).endsWith("22% is left at the first letter.");
    Trace explodes = preset(PresetNet.EXPLODES);
    assertThat(reach(explodes, 10))
        .isEqualTo(
            "The gradient of "
                + named(explodes, 10)
                + " grows on its way back: at the first letter it is 13.8 times as large.");
  }

  @Test
  void theFirstLossHasNoLetterBeforeIt() {
    assertThat(reach(RANDOM, 0)).startsWith("Before the loss at t = 0 (").contains("no letter");
  }

  @Test
  void nothingIsSaidOfWhatIsNotThere() {
    assertThat(words.reach(null, null, Cell.H)).startsWith("Open a text");
    assertThat(words.reach(RANDOM, null, Cell.H)).contains("being computed");
  }

  @Test
  void aLossThatTheStateDoesNotChangeHasNoGradient() {
    Parameters weights = RANDOM.example().weights().copy();
    weights.get(Parameters.W3).zero();
    Trace deaf =
        Trace.of(
            IntStream.range(0, 20).mapToObj(RANDOM::label).toList(),
            RANDOM.example().with(weights),
            (parameters, gradients) -> new Update(parameters, 0, 1));
    assertThat(reach(deaf, 7))
        .isEqualTo("The gradient of " + named(deaf, 7) + " is zero at h already.");
  }

  @Test
  void theTwoFactorsOfASquareMultiplyToTheChange() {
    Trace vanishes = preset(PresetNet.VANISHES);
    assertThat(words.square(row(vanishes, 9), Cell.H, 7))
        .contains("0.36", "From t = 8 to 7: × 0.600 = 1.00 (blue) × 0.600 (red).");
    assertThat(words.square(row(vanishes, 9), Cell.H, 9)).doesNotContain("From");
  }

  @Test
  void whatTheTwoBarsAreFollowsFromTheNet() {
    Vector c = Lstm.NET.states().get(1);
    assertThat(words.inCell(Vanilla.NET, Cell.H)).contains("1 − h²");
    assertThat(words.between(Vanilla.NET, Cell.H)).contains("W2");
    assertThat(words.inCell(Gru.NET, Cell.H)).contains("in the cell");
    assertThat(words.between(Lstm.NET, Cell.H)).contains("by weights");
    assertThat(words.inCell(Lstm.NET, c)).contains("by the gate");
    assertThat(words.between(Lstm.NET, c)).contains("through h");
  }

  @Test
  void theCheckIsSaidWithItsNumber() {
    FlowTriangle triangle = new FlowTriangle(RANDOM);
    assertThat(words.check(triangle.largestDifference())).contains("not finite");
    triangle.compute(() -> 3, () -> false, row -> {});
    assertThat(words.check(triangle.largestDifference()))
        .matches(".*largest difference is (0|[\\d.]+e−1[4-9]|[\\d.]+e-1[4-9]) of its.*");
    assertThat(words.onlyLookedAt()).contains("more than 1000 letters");
  }
}
