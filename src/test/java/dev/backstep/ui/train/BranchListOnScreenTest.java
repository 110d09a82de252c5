package dev.backstep.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.text.Dataset;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.WindowTest;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class BranchListOnScreenTest extends WindowTest {
  private static final int BRANCHES = 8;

  private MainViewModel main;
  private RunViewModel run;

  @BeforeEach
  void branchOften() throws TimeoutException {
    main = window.viewModel();
    run = main.session().run();
    WaitForAsyncUtils.asyncFx(() -> main.screenProperty().set(TrainScreen.ID));
    WaitForAsyncUtils.asyncFx(() -> main.open(Dataset.DINOSAURS));
    await(() -> main.step().traceProperty().get() != null);
    update();
    for (int count = 2; count <= BRANCHES; count++) {
      branch(count);
    }
  }

  private void update() throws TimeoutException {
    WaitForAsyncUtils.asyncFx(main.session()::update);
    await(() -> run.progressProperty().get().updates() == 1);
  }

  private void branch(int count) throws TimeoutException {
    WaitForAsyncUtils.asyncFx(() -> main.goingBack().goTo(0));
    await(() -> run.progressProperty().get().updates() == 0);
    WaitForAsyncUtils.asyncFx(
        () -> main.session().change(now -> now.withLearningRate(0.1 / count)));
    await(() -> run.branches().all().size() == count);
    update();
  }

  private boolean isSeen(int branch) {
    Node pane = lookup("#branches").query();
    Bounds room = pane.localToScene(pane.getLayoutBounds());
    return lookup("#branch-" + branch)
        .tryQuery()
        .map(line -> line.localToScene(line.getLayoutBounds()))
        .filter(line -> line.getMinY() >= room.getMinY() - 1)
        .filter(line -> line.getMaxY() <= room.getMaxY() + 1)
        .isPresent();
  }

  @Test
  void ofManyBranchesTheOneThatTheRunIsOnIsSeenAndTheOthersCanBeScrolledTo()
      throws TimeoutException {
    await(() -> isSeen(BRANCHES - 1));
    assertThat(isSeen(0)).isFalse();
    ScrollPane pane = lookup("#branches").queryAs(ScrollPane.class);
    interact(() -> pane.setVvalue(0));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(isSeen(0)).isTrue();
    assertThat(isSeen(BRANCHES - 1)).isFalse();
    WaitForAsyncUtils.asyncFx(() -> main.goingBack().goToTip(4));
    await(() -> run.branches().current().number() == 4 && isSeen(4));
  }
}
