package dev.backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.net.Vanilla;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuizTest {
  private final Quiz quiz = new Quiz();

  private static List<Fault> hidden(long seed) {
    Quiz quiz = new Quiz();
    quiz.start(seed, FaultCatalogue.of(Vanilla.NET).ofRuns());
    return quiz.rounds().stream().map(Quiz.Round::fault).toList();
  }

  private Fault other() {
    return quiz.round().fault() == Fault.TANH_TWICE ? Fault.SKIPS_T0 : Fault.TANH_TWICE;
  }

  @Test
  void aSeedHidesTheSameFaultsForAClassAndOthersForAnother() {
    assertThat(hidden(7)).isEqualTo(hidden(7)).doesNotHaveDuplicates().hasSize(Quiz.ROUNDS);
    assertThat(LongStream.range(0, 20).mapToObj(QuizTest::hidden).distinct().count())
        .isGreaterThan(15);
  }

  @Test
  void aFaultThatIsNamedAtOnceIsWorthAllItsPoints() {
    quiz.start(1, FaultCatalogue.of(Vanilla.NET).ofRuns());
    quiz.name(quiz.round().fault(), true);
    assertThat(quiz.round().isOver()).isTrue();
    assertThat(quiz.points()).isEqualTo(10);
  }

  @Test
  void hintsAndWrongNamesCostPointsAndNeverMoreThanThereAre() {
    quiz.start(1, FaultCatalogue.of(Vanilla.NET).ofRuns());
    quiz.hint();
    assertThat(quiz.round().points()).isEqualTo(8);
    quiz.name(other(), false);
    assertThat(quiz.round().points()).isEqualTo(6);
    quiz.hint();
    quiz.hint();
    quiz.hint();
    assertThat(quiz.round().hints()).containsExactly(Quiz.Hint.values());
    assertThat(quiz.round().points()).isZero();
    quiz.name(quiz.round().fault(), true);
    assertThat(quiz.points()).isZero();
  }

  @Test
  void theSameWrongNameCostsOnlyOnce() {
    quiz.start(1, FaultCatalogue.of(Vanilla.NET).ofRuns());
    quiz.name(other(), false);
    quiz.name(other(), false);
    assertThat(quiz.round().points()).isEqualTo(8);
  }

  @Test
  void itGoesOnOnlyFromAFaultThatIsFoundOrGivenUpAndEndsInASummary() {
    quiz.start(1, FaultCatalogue.of(Vanilla.NET).ofRuns());
    quiz.next();
    assertThat(quiz.number()).isEqualTo(1);
    for (int round = 0; round < Quiz.ROUNDS; round++) {
      assertThat(quiz.isRunning()).isTrue();
      quiz.giveUp();
      quiz.next();
    }
    assertThat(quiz.isFinished()).isTrue();
    assertThat(quiz.isRunning()).isFalse();
    assertThat(quiz.points()).isZero();
  }
}
