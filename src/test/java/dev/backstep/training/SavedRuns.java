package dev.backstep.training;

import dev.backstep.io.session.Session;
import dev.backstep.math.SeededRandom;
import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.training.history.ReplayWatch;
import dev.backstep.training.history.RunHistory;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Runs with a past, to be saved. */
public final class SavedRuns {
  public static final Session.View VIEW = new Session.View("TRAIN", 2, "", 3);

  private SavedRuns() {}

  static Stream<Arguments> everyOptimiserAndHiddenStateMode() {
    List<HiddenStatePolicy> policies =
        List.of(
            new HiddenStatePolicy.Zero(),
            new HiddenStatePolicy.Carried(false),
            new HiddenStatePolicy.Carried(true),
            new HiddenStatePolicy.FixedArray(5),
            new HiddenStatePolicy.Learned());
    return Stream.of(OptimizerKind.values())
        .flatMap(optimizer -> policies.stream().map(policy -> Arguments.of(optimizer, policy)));
  }

  /** The vanilla net with each optimiser and mode, and each net with gates with some of them. */
  static Stream<RunSettings> everyKind() {
    Stream<RunSettings> vanilla =
        everyOptimiserAndHiddenStateMode()
            .map(
                each -> settings((OptimizerKind) each.get()[0], (HiddenStatePolicy) each.get()[1]));
    Stream<RunSettings> gated =
        Stream.of(
            settings(OptimizerKind.ADAM, new HiddenStatePolicy.Carried(false)).withCell(Lstm.NET),
            settings(OptimizerKind.SGD, new HiddenStatePolicy.FixedArray(5))
                .withCell(Lstm.NET)
                .withGateBias(-0.5),
            settings(OptimizerKind.RMSPROP, new HiddenStatePolicy.Zero()).withCell(Lstm.NET),
            settings(OptimizerKind.ADAM, new HiddenStatePolicy.Learned()).withCell(Lstm.NET),
            settings(OptimizerKind.ADAGRAD, new HiddenStatePolicy.Carried(true)).withCell(Gru.NET),
            settings(OptimizerKind.ADAM, new HiddenStatePolicy.FixedArray(5))
                .withCell(GruResetBefore.NET)
                .withGateBias(2));
    return Stream.concat(vanilla, gated);
  }

  private static RunSettings settings(OptimizerKind optimizer, HiddenStatePolicy policy) {
    return Runs.settings(8, optimizer, policy);
  }

  public static TrainingData data() {
    return TrainingData.split(
        Runs.lines("abcab", "ab", "a", "bcbc", "cabba", "bbb", "acca", "ca", "b", "cba"), 0.1, 9);
  }

  /** A run that changed on its way, went back and branched twice, and is now behind its tip. */
  public static RunHistory branched(RunSettings settings) {
    RunHistory history = new RunHistory(data(), settings, 400_000, Long.MAX_VALUE);
    SeededRandom random = new SeededRandom(settings.optimizer().ordinal());
    update(history, 250, random);
    goTo(history, 0, 120);
    history.change(settings.withLearningRate(0.005), true);
    update(history, 203, random);
    goTo(history, 1, 200);
    history.change(settings.withClipping(new Clipping.Elementwise(0.1)), true);
    update(history, 61, random);
    goTo(history, 1, 301);
    return history;
  }

  private static void update(RunHistory history, int times, SeededRandom random) {
    for (int i = 0; i < times; i++) {
      history.update();
      if (history.trainer().placeInEpoch() == 0) {
        double loss = history.trainer().lossPerCharacter();
        history.record(new HeldOutPoint(history.trainer().updates(), loss, loss + 1));
      }
      if (random.nextInt(40) == 0) {
        history.change(Runs.changed(history.trainer().settings(), random), history.isBehind());
      }
    }
  }

  static void goTo(RunHistory history, int branch, long update) {
    history.goTo(branch, at(history, branch, update));
  }

  public static Trainer at(RunHistory history, int branch, long update) {
    return history.at(branch, update, ReplayWatch.NEVER_STOPPED).orElseThrow();
  }

  /** A session of a small run with three branches. */
  public static Session session() {
    RunSettings settings =
        Runs.settings(3, OptimizerKind.ADAM, new HiddenStatePolicy.Carried(true));
    return new Session(branched(settings).saved().within(20_000), VIEW);
  }

  /** One of about 8 MB. */
  public static Session largerSession() {
    RunSettings settings =
        Runs.settings(48, OptimizerKind.ADAM, new HiddenStatePolicy.Carried(true));
    RunHistory history = new RunHistory(data(), settings, 8_000_000, Long.MAX_VALUE);
    while (history.trainer().updates() < 300) {
      history.update();
    }
    return new Session(history.saved(), VIEW);
  }

  /** Says whether a run can be gone on with and gone back in without an exception. */
  public static void tryOut(SavedRun saved) {
    RunHistory history = new RunHistory(saved, 400_000, Long.MAX_VALUE);
    history.update();
  }
}
