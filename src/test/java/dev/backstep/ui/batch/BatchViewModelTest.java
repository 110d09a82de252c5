package dev.backstep.ui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Phase;
import dev.backstep.text.Dataset;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TracedBatch;
import dev.backstep.training.BatchSettings;
import dev.backstep.training.PaddingSettings;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.shell.OneWindow;
import dev.backstep.ui.step.StepViewModel;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchViewModelTest {
  private static final int B = 4;

  private final OneWindow window = new OneWindow();
  private final StepViewModel step = window.main.step();
  private final BatchViewModel model = window.main.batch();

  @BeforeEach
  void open() {
    window.main.open(Dataset.DINOSAURS);
    window.until(() -> step.traceProperty().get() != null);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void change(UnaryOperator<RunSettings> how) {
    RunSettings now = window.run.settingsProperty().get();
    window.session.changeSettings(List.of(how.apply(now)));
    window.until(() -> window.run.settingsProperty().get().equals(how.apply(now)));
  }

  private TracedBatch batches() {
    change(
        now ->
            now.withBatch(new BatchSettings(B, BatchSettings.Order.AS_THEY_COME))
                .withPadding(PaddingSettings.USUAL.with(PaddingSettings.Mask.LOSS_ONLY)));
    window.until(() -> model.batchBinding().get() != null);
    return Objects.requireNonNull(model.batchBinding().get());
  }

  @Test
  void anUpdateOfOneSequenceIsNoBatch() {
    assertThat(model.isThere().get()).isFalse();
    model.next();
    assertThat(model.row()).isZero();
  }

  @Test
  void rowsUnfoldOneAfterTheOther() {
    TracedBatch batch = batches();
    model.previous();
    assertThat(model.row()).isZero();
    model.next();
    model.next();
    window.until(() -> model.row() == 2);
    Trace trace = Objects.requireNonNull(step.traceProperty().get());
    TracedBatch.Row row = batch.rows().get(2);
    assertThat(trace.length()).isEqualTo(batch.columns());
    for (int t = 0; t < row.length(); t++) {
      assertThat(trace.label(trace.input(t))).isEqualTo(row.letters().get(t));
    }
    // The row stays the one that is looked at when training goes on.
    window.session.update();
    window.until(() -> step.traceProperty().get() != trace);
    assertThat(model.row()).isEqualTo(2);
    model.unfold(B);
    assertThat(model.row()).isEqualTo(2);
  }

  @Test
  void theColumnOfTheCursorIsThatOfTheRow() {
    TracedBatch batch = batches();
    model.goToColumn(3);
    assertThat(step.momentProperty().get().timestep()).isEqualTo(3);
    assertThat(model.column()).isEqualTo(3);
    step.last();
    assertThat(step.momentProperty().get().phase()).isEqualTo(Phase.UPDATE);
    assertThat(model.column()).isEqualTo(-1);
    assertThat(batch.size()).isEqualTo(B);
  }
}
