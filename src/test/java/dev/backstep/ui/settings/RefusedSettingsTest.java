package dev.backstep.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.text.Dataset;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.shell.OneWindow;
import dev.backstep.ui.train.TrainScreen;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedSettingsTest {
  private final OneWindow window = new OneWindow();
  private final SettingsViewModel fields = window.main.settings();

  @BeforeEach
  void open() {
    window.main.open(Dataset.DINOSAURS);
    window.until(() -> window.main.step().traceProperty().get() != null);
    window.trainTo(2);
  }

  @AfterEach
  void close() {
    window.close();
  }

  static Stream<Consumer<SessionViewModel>> starts() {
    return Stream.of(
        SessionViewModel::toggle, SessionViewModel::update, SessionViewModel::finishEpoch);
  }

  /** Until the training thread has done all that it was asked to. */
  private void settle() {
    long revision = window.session.revisionProperty().get();
    window.session.choose(null);
    window.until(() -> window.session.revisionProperty().get() > revision);
  }

  private void refuses(StringProperty field, Consumer<SessionViewModel> start) {
    String right = field.get();
    field.set("abc");
    start.accept(window.session);
    settle();
    assertThat(window.updates()).isEqualTo(2);
    assertThat(window.session.isRunning()).isFalse();
    assertThat(window.session.noticeProperty().get().text())
        .startsWith("Training does not start: ")
        .contains("“abc”");
    assertThat(field.get()).isEqualTo("abc");
    field.set(right);
  }

  @ParameterizedTest
  @MethodSource("starts")
  void trainingDoesNotStartWhileASettingIsRefusedAndDoesOnceItIsRight(
      Consumer<SessionViewModel> start) {
    refuses(fields.learningRate().textProperty(), start);
    refuses(fields.clipLimit().textProperty(), start);
    refuses(fields.hidden().textProperty(), start);
    refuses(fields.seed().textProperty(), start);
    refuses(fields.heldOut().textProperty(), start);
    fields.learningRate().textProperty().set("0.25");
    start.accept(window.session);
    window.until(() -> window.updates() > 2);
    assertThat(window.session.noticeProperty().get()).isNull();
    assertThat(window.run.settingsProperty().get().learningRate()).isEqualTo(0.25);
  }

  @Test
  void aRunThatTrainsCanBePausedWhateverIsInTheFields() {
    window.session.toggle();
    window.until(window.session::isRunning);
    fields.learningRate().textProperty().set("abc");
    window.main.applied().applyChanges();
    window.session.toggle();
    window.until(() -> !window.session.isRunning());
    assertThat(window.run.settingsProperty().get().learningRate()).isEqualTo(0.1);
  }

  @Test
  void noNewRunBeginsWithARefusedSetting() {
    TrainingData before = window.session.dataProperty().get();
    fields.learningRate().textProperty().set("abc");
    fields.hidden().textProperty().set("7");
    window.main.applied().applySettings();
    settle();
    assertThat(window.session.dataProperty().get()).isSameAs(before);
    assertThat(fields.learningRate().refusalProperty().get()).contains("“abc”");
  }

  @Test
  void anArrayThatIsTooShortIsRefusedWhereverItIsChosen() {
    fields.arrayColumns().textProperty().set("3");
    window.main.applied().choose(StateChoice.FIXED_ARRAY);
    assertThat(window.session.noticeProperty().get().text()).contains("3 columns");
    assertThat(fields.stateProperty().get()).isEqualTo(StateChoice.ZERO);
    window.main.screenProperty().set(TrainScreen.ID);
    window.session.dismissNotice();
    fields.stateProperty().set(StateChoice.FIXED_ARRAY);
    window.main.applied().applyChanges();
    assertThat(window.session.noticeProperty().get()).isNull();
    assertThat(fields.arrayColumns().refusalProperty().get()).contains("3 columns");
  }
}
