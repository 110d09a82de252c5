package dev.backstep.training.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.fault.Fault;
import dev.backstep.fault.Faults;
import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.math.SeededRandom;
import dev.backstep.net.Relu;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.Moment;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Runs;
import dev.backstep.training.SavedRuns;
import dev.backstep.training.TrainingData;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was saved and opened is what it was, and goes on as it would have. */
class SavedRunTest {
  @TempDir Path folder;

  private RunHistory opened(RunHistory history) throws Exception {
    Path file = folder.resolve("run.backstep");
    SessionFile.write(file, new Session(history.saved(), SavedRuns.VIEW));
    Session read = SessionFile.read(file);
    assertThat(read.view()).isEqualTo(SavedRuns.VIEW);
    return new RunHistory(read.run(), 400_000, Long.MAX_VALUE);
  }

  @Test
  void aRunOfAnotherCellIsOpenedAsOne() throws Exception {
    RunSettings settings =
        Runs.settings(8, OptimizerKind.ADAM, new HiddenStatePolicy.Zero()).withCell(Relu.NET);
    RunHistory history = SavedRuns.branched(settings);
    RunHistory opened = opened(history);
    assertThat(opened.trainer().settings().cell()).isSameAs(Relu.NET);
    for (int i = 0; i < 20; i++) {
      assertThat(Moment.of(opened.trainer())).isEqualTo(Moment.of(history.trainer()));
      assertThat(opened.update()).isEqualTo(history.update());
    }
  }

  /** Files of before there were other cells do not name one, and such a file is still written. */
  @Test
  void aFileOfAVanillaRunNamesNoCell() throws Exception {
    opened(SavedRuns.branched(Runs.settings(8, OptimizerKind.SGD, new HiddenStatePolicy.Zero())));
    byte[] content = Files.readAllBytes(folder.resolve("run.backstep"));
    assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("\"cell\"");
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.training.SavedRuns#everyKind")
  void itGoesOnBitForBitAlongItsOwnWayAndBeyond(RunSettings settings) throws Exception {
    RunHistory history = SavedRuns.branched(settings);
    RunHistory opened = opened(history);
    for (int i = 0; i < 120; i++) {
      assertThat(Moment.of(opened.trainer())).isEqualTo(Moment.of(history.trainer()));
      assertThat(opened.update()).isEqualTo(history.update());
    }
    assertThat(opened.isBehind()).isFalse();
    RunSettings other = history.trainer().settings().withOptimizer(OptimizerKind.ADAM);
    history.change(other, false);
    opened.change(other, false);
    for (int i = 0; i < 30; i++) {
      history.update();
      opened.update();
      assertThat(Moment.of(opened.trainer())).isEqualTo(Moment.of(history.trainer()));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.training.SavedRuns#everyKind")
  void everyBranchCanBeGoneBackInToTheSameBits(RunSettings settings) throws Exception {
    RunHistory history = SavedRuns.branched(settings);
    RunHistory opened = opened(history);
    SeededRandom random = new SeededRandom(3);
    for (int branch = 0; branch < 3; branch++) {
      for (int i = 0; i < 25; i++) {
        long update = random.nextInt((int) history.branch(branch).tip() + 1);
        assertThat(Moment.of(SavedRuns.at(opened, branch, update)))
            .isEqualTo(Moment.of(SavedRuns.at(history, branch, update)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_RESET", "MISSING_TRANSPOSE", "PADDING_UNMASKED"})
  void aRunWithAFaultGoesOnAndIsGoneBackInBitForBit(@ConvertWith(Faults.Named.class) Fault fault)
      throws Exception {
    RunSettings settings =
        Runs.settings(8, OptimizerKind.ADAM, new HiddenStatePolicy.Carried(true));
    RunHistory history = SavedRuns.branched(settings.withFault(fault));
    history.change(history.trainer().settings().withFault(Fault.NONE), true);
    update(history, 20);
    history.change(history.trainer().settings().withFault(fault), true);
    update(history, 20);
    RunHistory opened = opened(history);
    update(history, 30);
    update(opened, 30);
    assertThat(Moment.of(opened.trainer())).isEqualTo(Moment.of(history.trainer()));
    for (long update = 0; update < history.current().tip(); update += 19) {
      int branch = history.current().number();
      assertThat(Moment.of(SavedRuns.at(opened, branch, update)))
          .isEqualTo(Moment.of(SavedRuns.at(history, branch, update)));
    }
  }

  private static void update(RunHistory history, int times) {
    for (int i = 0; i < times; i++) {
      history.update();
    }
  }

  @Test
  void curvesChangesMarksAndHeldOutLossesAreThere() throws Exception {
    RunHistory history =
        SavedRuns.branched(Runs.settings(OptimizerKind.ADAM, new HiddenStatePolicy.Zero()));
    RunHistory opened = opened(history);
    assertThat(opened.branches()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      Branch was = history.branch(i);
      Branch is = opened.branch(i);
      int tip = (int) was.tip();
      assertThat(is.losses(0, tip)).isEqualTo(was.losses(0, tip));
      assertThat(is.heldOut(0, tip)).isEqualTo(was.heldOut(0, tip)).isNotEmpty();
      assertThat(is.summary().changes()).isEqualTo(was.summary().changes());
      assertThat(is.summary().steepest()).isEqualTo(was.summary().steepest());
      assertThat(is.checkpoints().count()).isEqualTo(was.checkpoints().count());
      assertThat(is.checkpoints().bytes()).isEqualTo(was.checkpoints().bytes());
    }
    assertThat(opened.current().number()).isEqualTo(history.current().number());
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "NO_RESET"})
  void aRunThatDivergedIsOpenedDivergedAndGoesOnWithAnotherLearningRate(
      @ConvertWith(Faults.Named.class) Fault fault) throws Exception {
    RunSettings wild =
        Runs.settings(OptimizerKind.SGD, new HiddenStatePolicy.Zero())
            .withFault(fault)
            .withLearningRate(1000)
            .withClipping(new Clipping.GlobalNorm(1e300));
    RunHistory history = new RunHistory(SavedRuns.data(), wild, 400_000, Long.MAX_VALUE);
    while (history.trainer().divergence().isEmpty()) {
      history.update();
    }
    RunHistory opened = opened(history);
    assertThat(opened.trainer().divergence()).isEqualTo(history.trainer().divergence());
    assertThat(opened.isBehind()).isTrue();
    assertThat(opened.current().summary().divergence())
        .isEqualTo(history.trainer().divergence().orElseThrow());
  }

  @Test
  void withLittleRoomTheFirstCheckpointOfEachBranchStaysAndEveryUpdateCanStillBeGoneTo() {
    RunHistory history =
        SavedRuns.branched(Runs.settings(OptimizerKind.SGD, new HiddenStatePolicy.Carried(true)));
    SavedRun saved = history.saved();
    SavedRun thinned = saved.within(saved.bytes() / 5);
    assertThat(thinned.bytes()).isBetween(saved.bytes() / 20, saved.bytes() / 5);
    RunHistory opened = new RunHistory(saved.within(1), 400_000, Long.MAX_VALUE);
    assertThat(opened.branch(2).checkpoints().count()).isEqualTo(1);
    for (long update : List.of(0L, 77L, 200L, 230L)) {
      assertThat(Moment.of(SavedRuns.at(opened, 2, update)))
          .isEqualTo(Moment.of(SavedRuns.at(history, 2, update)));
    }
  }

  @Test
  void whatDoesNotGoTogetherIsRefusedWithItsNumber() {
    SavedRun saved = SavedRuns.session().run();
    SavedRun elsewhere =
        new SavedRun(saved.data(), saved.branches(), 7, saved.here(), saved.diverged());
    assertThatThrownBy(elsewhere::requireSound)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("branch 7 does not exist");
    SavedRun otherText =
        new SavedRun(
            TrainingData.split(Runs.lines("abc", "b"), 0, 1),
            saved.branches(),
            saved.current(),
            saved.here(),
            saved.diverged());
    assertThatThrownBy(otherText::requireSound)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an epoch has 9 sequences, and the text has 2 to train on");
  }
}
