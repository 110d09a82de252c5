package dev.backstep.ui.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Cell;
import dev.backstep.text.Dataset;
import dev.backstep.trace.flow.NetReach;
import dev.backstep.ui.flow.FlowScreen;
import dev.backstep.ui.reach.ReachWork.Point;
import dev.backstep.ui.shell.OneWindow;
import dev.backstep.ui.step.StepScreen;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reach by the checkpoints of a run, without a window. */
class ReachViewModelTest {
  private final OneWindow window = new OneWindow();
  private final ReachViewModel reach = window.main.reach();

  @BeforeEach
  void open() {
    window.main.open(Dataset.DINOSAURS);
    window.until(() -> window.run.traceProperty().get() != null);
    window.main.sequence().choose(3);
    window.trainTo(6);
    window.main.screenProperty().set(FlowScreen.ID);
    settle();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void settle() {
    window.until(() -> !window.main.flow().isBusy() && !reach.isBusy() && !points().isEmpty());
  }

  private List<Point> points() {
    return reach.pointsProperty().get();
  }

  private long last() {
    return points().isEmpty() ? -1 : points().get(points().size() - 1).update();
  }

  @Test
  void everyUpdateOfAShortRunHasAPointAndTheLastIsThatOfTheRunNow() {
    assertThat(points()).extracting(Point::update).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    var trace = window.run.traceProperty().get();
    assertThat(points().get(6).reach())
        .isEqualTo(NetReach.of(trace.example(), window.main.flow().lossProperty().get(), Cell.H));
    assertThat(points().get(6).radius()).isEqualTo(NetReach.radius(trace.example().weights()));
    assertThat(points().get(0).radius()).isNotEqualTo(points().get(6).radius());
  }

  @Test
  void aPointIsGoneBackToAndWhatCameAfterItIsStillSeen() {
    window.main.goingBack().goTo(2);
    window.until(() -> window.updates() == 2);
    settle();
    assertThat(last()).isEqualTo(6);
    window.trainTo(4);
    settle();
    assertThat(last()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void behindAnotherScreenNothingIsAsked() {
    window.main.screenProperty().set(StepScreen.ID);
    window.trainTo(8);
    assertThat(last()).isEqualTo(6);
    window.main.screenProperty().set(FlowScreen.ID);
    window.until(() -> last() == 8);
  }

  @Test
  void ofManyCheckpointsSomeAreTakenTheCoarsestFirst() {
    assertThat(ReachWork.coarseFirst(IntStream.range(0, 8).boxed().toList()))
        .containsExactly(0, 4, 2, 6, 1, 3, 5, 7);
  }
}
