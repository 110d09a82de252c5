package dev.backstep.ui.train;

import dev.backstep.math.Numbers;
import dev.backstep.training.session.Snapshot.Replay;
import dev.backstep.words.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** The update that is being gone to, the share of the way that is done, and a button to stop. */
public final class GoingController {
  private final GoingBack goingBack;
  private final Texts texts;

  @FXML private HBox root;
  @FXML private Label target;
  @FXML private ProgressBar share;

  public GoingController(GoingBack goingBack, Texts texts) {
    this.goingBack = goingBack;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    goingBack.replayProperty().addListener((property, before, now) -> show(now));
    show(goingBack.replayProperty().get());
  }

  private void show(Replay replay) {
    root.setVisible(replay != null);
    if (replay != null) {
      target.setText(texts.of("train.going.to", Numbers.grouped(replay.update())));
      share.setProgress(replay.share());
    }
  }

  @FXML
  private void cancel() {
    goingBack.cancel();
  }
}
