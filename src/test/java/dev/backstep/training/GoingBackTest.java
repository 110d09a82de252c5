package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.math.SeededRandom;
import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.text.Corpus;
import dev.backstep.training.history.ReplayWatch;
import dev.backstep.training.history.RunHistory;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A run is gone back to, and is there what it was. */
class GoingBackTest {
  private static final Corpus DINOSAURS = Runs.dinosaurs();
  private static final int UPDATES = 20_000;
  private static final int PLACES = 200;

  /** Little enough for checkpoints to be thinned many times. */
  private static final long BUDGET = 1 << 20;

  private static final List<HiddenStatePolicy> POLICIES =
      List.of(
          new HiddenStatePolicy.Zero(),
          new HiddenStatePolicy.Carried(true),
          new HiddenStatePolicy.FixedArray(DINOSAURS.longest()),
          new HiddenStatePolicy.Learned());

  static Stream<Arguments> everyOptimiserInOneHiddenStateMode() {
    return Stream.of(OptimizerKind.values())
        .map(each -> Arguments.of(each, POLICIES.get(each.ordinal() % POLICIES.size())));
  }

  static Stream<Arguments> everyOptimiserAndHiddenStateMode() {
    return Stream.of(OptimizerKind.values())
        .flatMap(optimizer -> POLICIES.stream().map(policy -> Arguments.of(optimizer, policy)));
  }

  private static RunHistory history(RunSettings settings) {
    TrainingData data = TrainingData.split(DINOSAURS, 0.1, settings.seed());
    return new RunHistory(data, settings, BUDGET, Long.MAX_VALUE);
  }

  private static Trainer at(RunHistory history, int branch, long update) {
    return history.at(branch, update, ReplayWatch.NEVER_STOPPED).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("everyOptimiserInOneHiddenStateMode")
  void twoHundredRandomUpdatesOfTwentyThousandAreThoseOfTheRunBitForBit(
      OptimizerKind optimizer, HiddenStatePolicy policy) {
    assertIsGoneBackIn(Runs.settings(8, optimizer, policy), UPDATES, PLACES);
  }

  @ParameterizedTest
  @MethodSource("everyOptimiserAndHiddenStateMode")
  void soAreThoseOfEveryOptimiserInEveryHiddenStateMode(
      OptimizerKind optimizer, HiddenStatePolicy policy) {
    assertIsGoneBackIn(Runs.settings(8, optimizer, policy), UPDATES / 5, PLACES / 5);
  }

  @ParameterizedTest
  @EnumSource(names = {"SGD", "ADAM"})
  void soAreThoseOfNetsWithGates(OptimizerKind optimizer) {
    RunSettings settings = Runs.settings(8, optimizer, new HiddenStatePolicy.Carried(true));
    for (Net cell : List.of(Lstm.NET, Gru.NET, GruResetBefore.NET)) {
      assertIsGoneBackIn(settings.withCell(cell), UPDATES / 20, PLACES);
    }
  }

  private static void assertIsGoneBackIn(RunSettings settings, int updates, int count) {
    RunHistory history = history(settings);
    SeededRandom random =
        SeededRandom.forPurpose(settings.optimizer().ordinal(), settings.hiddenState().toString());
    Set<Long> places = new LinkedHashSet<>(List.of(0L, (long) updates - Moment.AHEAD));
    while (places.size() < count) {
      places.add((long) random.nextInt(updates - Moment.AHEAD));
    }
    Map<Long, Moment> was = new HashMap<>();
    while (history.trainer().updates() < updates) {
      remember(history.trainer(), places, was);
      history.update();
    }
    was.put((long) updates, Moment.of(history.trainer()));
    remember(history.trainer(), places, was);

    for (long place : places) {
      Trainer there = at(history, 0, place);
      assertThat(Moment.of(there)).isEqualTo(was.get(place));
      for (int i = 0; i < Moment.AHEAD; i++) {
        there.update();
      }
      assertThat(Moment.of(there)).isEqualTo(was.get(place + Moment.AHEAD));
    }
    assertThat(Moment.of(history.trainer())).isEqualTo(was.get((long) updates));
  }

  private static void remember(Trainer trainer, Set<Long> places, Map<Long, Moment> was) {
    long update = trainer.updates();
    if (places.contains(update) || places.contains(update - Moment.AHEAD)) {
      was.put(update, Moment.of(trainer));
    }
  }

  @Test
  void settingsThatWereChangedOnTheWayAreChangedAgainAtTheirPlaces() {
    RunHistory history =
        history(Runs.settings(OptimizerKind.ADAM, new HiddenStatePolicy.Carried(true)));
    SeededRandom random = new SeededRandom(5);
    List<Moment> was = new ArrayList<>();
    while (was.size() < 6000) {
      if (random.nextInt(40) == 0) {
        changeSomething(history, random);
      }
      was.add(Moment.of(history.trainer()));
      history.update();
    }
    for (int i = 0; i < 300; i++) {
      int place = random.nextInt(was.size());
      assertThat(Moment.of(at(history, 0, place))).isEqualTo(was.get(place));
    }
    assertThat(history.branches()).hasSize(1);
    assertThat(history.branches().get(0).changes()).hasSizeGreaterThan(100);
  }

  /** One to three changes at one update, back and forth as well. */
  static void changeSomething(RunHistory history, SeededRandom random) {
    for (int i = random.nextInt(3); i >= 0; i--) {
      RunSettings now = history.trainer().settings();
      history.change(Runs.changed(now, random), history.isBehind());
    }
  }

  @Test
  void aHiddenStateModeChangedThereAndBackBetweenTwoUpdatesStillBeginsWithZeros() {
    HiddenStatePolicy carried = new HiddenStatePolicy.Carried(false);
    RunHistory history = history(Runs.settings(OptimizerKind.SGD, carried));
    for (int i = 0; i < 200; i++) {
      history.update();
    }
    RunSettings settings = history.trainer().settings();
    history.change(settings.withHiddenState(new HiddenStatePolicy.Zero()), false);
    history.change(settings, false);
    Moment was = Moment.of(history.trainer());
    history.update();
    assertThat(at(history, 0, 200).nextStates()).containsOnly(0);
    assertThat(Moment.of(at(history, 0, 200))).isEqualTo(was);
    assertThat(at(history, 0, 199).nextStates()).doesNotContain(0);
  }

  @Test
  void aReplayThatIsStoppedGivesNothingAndTheRunStaysWhereItIs() {
    RunHistory history = history(Runs.settings(OptimizerKind.ADAM, new HiddenStatePolicy.Zero()));
    for (int i = 0; i < 5000; i++) {
      history.update();
    }
    Moment before = Moment.of(history.trainer());
    long between = history.current().checkpoints().atOrBefore(1000).updates() + 5;
    List<Double> shares = new ArrayList<>();
    assertThat(
            history.at(
                0,
                between,
                share -> {
                  shares.add(share);
                  return shares.size() < 3;
                }))
        .isEmpty();
    assertThat(shares).containsExactly(0.0, 0.2, 0.4);
    assertThat(Moment.of(history.trainer())).isEqualTo(before);
    history.update();
    assertThat(Moment.of(at(history, 0, 5001))).isEqualTo(Moment.of(history.trainer()));
  }

  @Test
  void anUpdateOrABranchThatThereIsNotIsRefusedInASentence() {
    RunHistory history = history(Runs.settings(OptimizerKind.SGD, new HiddenStatePolicy.Zero()));
    history.update();
    assertThatThrownBy(() -> at(history, 0, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("update 2 cannot be gone to; the run has 0 to 1");
    assertThatThrownBy(() -> at(history, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> at(history, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("branch 1 cannot be gone to; the run has 0 to 0");
  }
}
