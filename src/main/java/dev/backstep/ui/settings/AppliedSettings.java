package dev.backstep.ui.settings;

import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.Notice;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The settings in the fields applied to the run that is open, or to a new one. */
public final class AppliedSettings {
  private final Texts texts;
  private final SettingsViewModel settings;
  private final SessionViewModel session;
  private final BooleanSupplier areShown;

  /** Why training did not start, when it last was to; null if it did. */
  private @Nullable Notice notStarted;

  /**
   * The settings of a window.
   *
   * @param areShown whether the fields are on the screen that is shown
   */
  public AppliedSettings(
      Texts texts, SettingsViewModel settings, SessionViewModel session, BooleanSupplier areShown) {
    this.texts = texts;
    this.settings = settings;
    this.session = session;
    this.areShown = areShown;
    settings.setLongest(this::longestSequence);
    session.dataProperty().addListener((property, before, now) -> onOpened(now));
    session.setStarting(this::mayStart);
    session.noticeProperty().addListener((property, before, now) -> onNotice(now));
  }

  /** Begins a new run with the settings in the fields, if they are right. */
  public void applySettings() {
    settings.read().ifPresent(read -> session.changeSettings(List.of(read)));
  }

  /**
   * Applies what was changed in the fields, of what can change on the way of the run. What is wrong
   * is marked and stays as it was.
   */
  public void applyChanges() {
    settings.takeChanges().ifPresent(session::change);
  }

  /** Chooses what sequences begin with, wherever that is done. */
  public void choose(StateChoice choice) {
    settings.stateProperty().set(choice);
    applyChanges();
    String refusal = settings.arrayColumns().refusalProperty().get();
    if (!refusal.isEmpty() && !areShown.getAsBoolean()) {
      // The field that says so is not seen.
      session.tell(new Notice(true, refusal));
    }
  }

  /** Applies what was changed; training does not start while a setting is refused. */
  private boolean mayStart() {
    applyChanges();
    Optional<String> refusal = settings.refusal();
    if (refusal.isPresent()) {
      Notice refused = new Notice(true, texts.of("settings.not-started", refusal.get()));
      notStarted = refused;
      session.tell(refused);
    } else if (notStarted != null && notStarted == session.noticeProperty().get()) {
      session.dismissNotice();
    }
    return refusal.isEmpty();
  }

  /** The fields say what the run does, not what was refused; but why training does not start. */
  private void onNotice(Notice notice) {
    RunSettings now = session.run().settingsProperty().get();
    if (notice != null && notice.isRefusal() && notice != notStarted && now != null) {
      settings.show(now.hiddenState());
    }
  }

  private void onOpened(@Nullable TrainingData data) {
    settings.setVocabulary(data == null ? 0 : data.corpus().vocabulary().size());
  }

  private int longestSequence() {
    TrainingData data = session.dataProperty().get();
    return data == null ? 1 : data.corpus().longest();
  }
}
