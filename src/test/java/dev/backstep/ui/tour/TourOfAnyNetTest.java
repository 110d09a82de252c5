package dev.backstep.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.text.Corpus;
import dev.backstep.training.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tour's words are true of whatever net the run has. */
class TourOfAnyNetTest extends TourTest {
  private static final Pattern WEIGHT = Pattern.compile("\\bd?(W\\d(_\\w)?)");
  private static final Pattern PRE_ACTIVATION = Pattern.compile("\\b(dtanh|da(_\\w)?|dhn|drh)\\b");

  static List<Net> nets() {
    return Nets.ALL;
  }

  @ParameterizedTest
  @MethodSource("nets")
  void itNamesOnlyWhatTheNetHas(Net net) {
    List<String> texts = textsOf(net);
    List<String> weights = net.weights().stream().map(Weight::name).toList();
    List<String> vectors = net.vectors().stream().map(Vector::name).toList();
    assertThat(texts).hasSize(Tour.LESSON.place(FIRST_OF_GATES));
    for (String text : texts) {
      assertThat(text).isNotBlank().doesNotContain("{");
      assertThat(found(WEIGHT, text)).isSubsetOf(weights);
      assertThat(found(PRE_ACTIVATION, text)).isSubsetOf(vectors);
    }
    assertThat(found(WEIGHT, String.join(" ", texts))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theSlopeIsThatOfTheFunctionThatMadeTheNumber(Net net) {
    openRunOf(net);
    goTo("slope");
    StateInput input = StateInput.of(net);
    double made = trace().values(input.computed()).get(3, 3);
    double slope =
        switch (input.function()) {
          case TANH -> 1 - made * made;
          case SIGMOID -> made * (1 - made);
          case RELU -> made > 0 ? 1 : 0;
          case STEP, RECIPROCAL -> throw new AssertionError(net);
        };
    assertThat(text())
        .contains(input.computed() + "[3] = " + number(input.computed(), 3, 3))
        .contains(dev.backstep.math.Numbers.six(slope))
        .startsWith(input.computed() + " is " + input.function().symbol() + " of a sum");
  }

  private List<String> textsOf(Net net) {
    openRunOf(net);
    guide.restart();
    settle();
    List<String> texts = new ArrayList<>();
    while (!guide.chapter().equals(FIRST_OF_GATES)) {
      texts.add(text());
      guide.next();
      settle();
      guide.next();
      settle();
    }
    return texts;
  }

  private void openRunOf(Net net) {
    Corpus corpus = session.dataProperty().get().corpus();
    Object before = session.dataProperty().get();
    session.open(() -> corpus, List.of(RunSettings.defaults().withCell(net)));
    until(() -> session.dataProperty().get() != before);
    settle();
    assertThat(trace().net()).isSameAs(net);
  }

  private static List<String> found(Pattern pattern, String text) {
    Stream<String> all = pattern.matcher(text).results().map(result -> result.group(1));
    return all.distinct().toList();
  }
}
