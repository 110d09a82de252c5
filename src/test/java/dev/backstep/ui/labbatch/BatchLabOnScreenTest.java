package dev.backstep.ui.labbatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.ui.lab.BugLabViewModel;
import dev.backstep.ui.shell.KeyboardTest;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A fault of batches in the Bug lab, from its list to equal lengths and back. */
class BatchLabOnScreenTest extends KeyboardTest {

  @Test
  void aFaultOfBatchesIsChosenInTheListAndEqualLengthsHideIt() throws TimeoutException {
    BugLabViewModel lab = main.bugLab();
    control(KeyCode.DIGIT4);
    await(() -> lab.bench().examinationProperty().get() != null);
    tabTo("faults");
    type(KeyCode.END);
    assertThat(lab.batches().chosenProperty().get()).isEqualTo(BatchFault.LAST_COLUMN_READ);
    await(() -> lab.batches().effect() != null && lab.batches().survey(true) != null);
    assertThat(textOf("#batchGroup")).isEqualTo("Batches · batch-last-column-read");
    assertThat(isSeen("#batchTitle")).isTrue();
    assertThat(isSeen(".lab-evidence")).as("the cell's faults make way").isFalse();
    assertThat(textOf("#batchVerdict")).startsWith("Wrong: ");
    assertThat(lookup("#batchWrong").query().getAccessibleText()).contains("head(h[:, T - 1])");

    clickOn("#batch-sequence-2");
    assertThat(lab.batches().sequenceProperty().get()).isEqualTo(1);
    clickOn("#equal");
    await(() -> !lab.batches().effect().padded().hasPadding());
    assertThat(textOf("#batchVerdict")).startsWith("Hidden: ");
    assertThat(textOf("#batchSurvey")).startsWith("With equal lengths all 8 faults");

    clickOn("#predict");
    assertThat(lab.batches().chosenProperty().get()).isNull();
    assertThat(lab.faultProperty().get()).isEqualTo(Fault.MISSING_TRANSPOSE);
    assertThat(isSeen("#batchTitle")).isFalse();
    assertThat(isSeen(".lab-lines #title")).isTrue();
  }
}
