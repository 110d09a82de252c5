package dev.backstep.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.model.Sampler;
import dev.backstep.model.SamplingSettings;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.Sequence;
import dev.backstep.text.TextMode;
import dev.backstep.trace.Trace;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Runs;
import dev.backstep.training.Trainer;
import dev.backstep.training.history.RunSnapshot;
import dev.backstep.training.optimizer.OptimizerKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = Deadline.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TrainingSessionTest {
  private static final RunSettings SETTINGS =
      Runs.settings(OptimizerKind.ADAGRAD, new HiddenStatePolicy.Zero());

  private final TrainingSession session = new TrainingSession("training under test");
  private final List<Double> losses = new ArrayList<>();
  private final List<HeldOutPoint> heldOut = new ArrayList<>();
  private Trace trace;
  private List<String> samples = List.of();

  @AfterEach
  void close() {
    session.close();
  }

  /** Takes snapshots as the screen does until one is as wanted. */
  private Snapshot await(Predicate<Snapshot> wanted) {
    return Deadline.first(
        () -> {
          Snapshot snapshot = session.take();
          if (snapshot == null) {
            return null;
          }
          collect(snapshot);
          return wanted.test(snapshot) ? snapshot : null;
        });
  }

  private void collect(Snapshot snapshot) {
    for (RunSnapshot run : snapshot.runs()) {
      for (double loss : run.losses()) {
        losses.add(loss);
      }
      heldOut.addAll(run.heldOut());
      trace = run.trace() == null ? trace : run.trace();
      samples = run.samples().isEmpty() ? samples : run.samples();
    }
  }

  private void open() {
    session.open(Runs::dinosaurs, List.of(SETTINGS));
    await(snapshot -> snapshot.data() != null);
  }

  @Test
  void whatTheScreenIsToldIsWhatATrainerComesToBitForBit() {
    open();
    session.finishEpoch();
    await(snapshot -> snapshot.state() == TrainingState.PAUSED);

    Trainer alone = Runs.trainer(Runs.dinosaurs(), SETTINGS);
    List<Double> expected = new ArrayList<>();
    while (alone.epoch() == 0) {
      alone.update();
      expected.add(alone.lossPerCharacter());
    }
    assertThat(losses).isEqualTo(expected);
    assertThat(trace.weights("W2").get(3, 4)).isEqualTo(alone.weights().get("W2").get(3, 4));
    assertThat(trace.totalLoss()).isEqualTo(alone.trace(alone.next()).totalLoss());
    assertThat(samples).hasSize(10).doesNotContainNull();
  }

  @Test
  void noLossIsLostWhenTheScreenDoesNotLookForALongTime() {
    open();
    for (int i = 0; i < 40; i++) {
      session.update();
    }
    await(snapshot -> snapshot.runs().get(0).progress().updates() == 40);
    assertThat(losses).hasSize(40);
  }

  @Test
  void itPausesGoesOnAndBeginsAgainAtZero() {
    open();
    session.start();
    await(snapshot -> snapshot.runs().get(0).progress().updates() > 200);
    session.pause();
    Snapshot paused = await(snapshot -> snapshot.state() == TrainingState.PAUSED);
    assertThat(losses).hasSize((int) paused.runs().get(0).progress().updates());
    session.start();
    await(snapshot -> snapshot.state() == TrainingState.RUNNING);
    session.reset();
    Snapshot reset = await(snapshot -> snapshot.state() == TrainingState.READY);
    assertThat(reset.runs().get(0).progress().updates()).isZero();
    assertThat(reset.data()).isNotSameAs(paused.data());
  }

  @Test
  void aRefusedFileIsToldInASentenceAndWhatWasOpenGoesOn() {
    open();
    session.update();
    session.open(
        () -> CorpusReader.read(Path.of("no-such.txt"), new TextMode.Lines()), List.of(SETTINGS));
    Snapshot refused = await(snapshot -> snapshot.notice() != null);
    assertThat(refused.notice().isRefusal()).isTrue();
    assertThat(refused.notice().text()).contains("no-such.txt");
    assertThat(refused.runs().get(0).progress().updates()).isEqualTo(1);
    assertThat(refused.state()).isEqualTo(TrainingState.PAUSED);
  }

  @Test
  void aHiddenStateModeThatDoesNotFitIsRefusedAndTheRunStays() {
    open();
    session.change(now -> now.withHiddenState(new HiddenStatePolicy.FixedArray(3)));
    Snapshot refused = await(snapshot -> snapshot.notice() != null);
    assertThat(refused.notice().text()).contains("3 columns");
    assertThat(refused.runs().get(0).settings().hiddenState())
        .isEqualTo(new HiddenStatePolicy.Zero());
  }

  @Test
  void anErrorOfTheProgramBecomesAFailedStateWithItsMessage() {
    session.open(
        () -> {
          throw new IllegalStateException("a mistake in reading");
        },
        List.of(SETTINGS));
    Snapshot failed = await(snapshot -> snapshot.state() == TrainingState.FAILED);
    assertThat(failed.notice().text()).contains("a mistake in reading");
    open();
    session.update();
    assertThat(await(snapshot -> !losses.isEmpty()).state()).isEqualTo(TrainingState.PAUSED);
  }

  @Test
  void aNumberThatIsNotFiniteStopsTheRunAndSaysWhere() {
    session.open(Runs::dinosaurs, List.of(SETTINGS.withLearningRate(1000)));
    session.start();
    Snapshot diverged = await(snapshot -> snapshot.state() == TrainingState.DIVERGED);
    RunSnapshot run = diverged.runs().get(0);
    assertThat(run.divergence()).isNotNull();
    assertThat(run.progress().updates()).isEqualTo(run.divergence().update());
    assertThat(losses).allSatisfy(loss -> assertThat(loss).isFinite());
  }

  @Test
  void twoRunsTrainInLockStepOnTheSameSequences() {
    RunSettings carried = SETTINGS.withHiddenState(new HiddenStatePolicy.Carried(true));
    session.open(Runs::dinosaurs, List.of(SETTINGS, carried));
    for (int i = 0; i < 25; i++) {
      session.update();
    }
    Snapshot snapshot =
        await(each -> each.runs().size() == 2 && each.runs().get(0).progress().updates() == 25);
    assertThat(snapshot.runs().get(0).progress()).isEqualTo(snapshot.runs().get(1).progress());
    Trace zero = snapshot.runs().get(0).trace();
    Trace other = snapshot.runs().get(1).trace();
    assertThat(zero.length()).isEqualTo(other.length());
    assertThat(zero.input(0)).isEqualTo(other.input(0));
    assertThat(zero.initialStateNorm()).isZero();
    assertThat(other.initialStateNorm()).isPositive();
  }

  @Test
  void closingEndsTheThreadWhileTraining() throws InterruptedException {
    open();
    session.start();
    await(snapshot -> snapshot.state() == TrainingState.RUNNING);
    Thread thread =
        Thread.getAllStackTraces().keySet().stream()
            .filter(each -> each.getName().equals("training under test"))
            .filter(Thread::isAlive)
            .findFirst()
            .orElseThrow();
    session.close();
    thread.join(Deadline.MILLIS);
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void heldOutLossIsJudgedAtTheBeginningAndAfterEveryEpochFromZeros() {
    open();
    for (int epoch = 1; epoch <= 2; epoch++) {
      int until = epoch;
      session.finishEpoch();
      await(
          snapshot ->
              snapshot.state() == TrainingState.PAUSED
                  && snapshot.runs().get(0).progress().epoch() == until);
    }
    Trainer alone = Runs.trainer(Runs.dinosaurs(), SETTINGS);
    List<HeldOutPoint> expected = new ArrayList<>();
    for (int epoch = 0; epoch <= 2; epoch++) {
      double loss = heldOutLoss(alone);
      expected.add(new HeldOutPoint(alone.updates(), loss, loss));
      while (epoch < 2 && alone.epoch() == epoch) {
        alone.update();
      }
    }
    assertThat(heldOut).isEqualTo(expected);
  }

  /** Nats per character over everything held out, each sequence by itself. */
  private static double heldOutLoss(Trainer trainer) {
    double nats = 0;
    long characters = 0;
    for (Sequence sequence : trainer.data().heldOut()) {
      nats += trainer.trace(sequence).totalLoss();
      characters += sequence.length();
    }
    return nats / characters;
  }

  @Test
  void samplesAreThoseOfTheNewestWeightsAndEachHasRandomNumbersOfItsOwn() {
    open();
    List<String> untrained = samples;
    session.finishEpoch();
    await(snapshot -> snapshot.state() == TrainingState.PAUSED);

    Trainer alone = Runs.trainer(Runs.dinosaurs(), SETTINGS);
    while (alone.epoch() == 0) {
      alone.update();
    }
    Corpus corpus = alone.data().corpus();
    Sampler sampler = new Sampler(alone.weights().shape(), corpus.firstLetterCounts());
    List<String> expected = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      int[] ids = sampler.draw(alone.weights(), SamplingSettings.defaults(), number);
      expected.add(corpus.vocabulary().decode(ids, ids.length));
    }
    assertThat(samples).isEqualTo(expected).isNotEqualTo(untrained);
    assertThat(samples).doesNotHaveDuplicates();
  }

  @Test
  void whatDoesNotFitIntoTheMemoryIsRefusedAndWhatWasOpenStays() {
    session.open(() -> Runs.lines("ab", "ba"), List.of(SETTINGS));
    Snapshot before = await(snapshot -> snapshot.data() != null);
    session.open(
        () -> {
          throw new OutOfMemoryError("a text");
        },
        List.of(SETTINGS));
    assertThat(await(snapshot -> snapshot.notice() != null).notice().text())
        .startsWith("A new run cannot begin: it takes more memory than the ")
        .endsWith(" MB that this program has.");
    session.open(
        () -> {
          throw new OutOfMemoryError("a session");
        });
    assertThat(await(snapshot -> snapshot.notice() != null).notice().text())
        .startsWith("The session cannot be opened: it takes more memory than the ");
    session.update();
    assertThat(await(snapshot -> snapshot.data() != null).data()).isSameAs(before.data());
  }
}
