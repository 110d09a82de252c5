package dev.backstep.ui.train;

import dev.backstep.math.Numbers;
import dev.backstep.training.session.Snapshot.Replay;
import dev.backstep.ui.shell.MainViewModel;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** Which update is being gone to, how far that is, and a button that stops it. */
public final class GoingController {
  private final MainViewModel main;

  @FXML private HBox root;
  @FXML private Label target;
  @FXML private ProgressBar share;

  public GoingController(MainViewModel main) {
    this.main = main;
  }

  @FXML
  private void initialize() {
    main.goingBack().replayProperty().addListener((property, before, now) -> show(now));
    show(main.goingBack().replayProperty().get());
  }

  private void show(Replay replay) {
    root.setVisible(replay != null);
    if (replay != null) {
      target.setText(main.texts().of("train.going.to", Numbers.grouped(replay.update())));
      share.setProgress(replay.share());
    }
  }

  @FXML
  private void cancel() {
    main.goingBack().cancel();
  }
}
