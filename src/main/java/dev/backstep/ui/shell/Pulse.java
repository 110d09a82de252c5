package dev.backstep.ui.shell;

import dev.backstep.ui.paint.DrawingBudget;
import dev.backstep.ui.run.SessionViewModel;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * Once a pulse time passes, and what the other threads have to tell is taken. While a training has
 * news all the time they are taken less often: twenty new pictures a second are more than anyone
 * reads, and sixty would take from the training the processor that draws them. Where a picture
 * makes the next pulse late, there are fewer of them and not a jerky screen.
 */
final class Pulse extends AnimationTimer {
  private static final double PULSE = 1 / 60.;

  /** Seconds between two pictures of a training, and half a pulse less. */
  private static final double PICTURE = 0.05 - PULSE / 2;

  /** A picture is followed by so many times what it made pulses late, and by this at most. */
  private static final double REST = 5;

  private static final double LONGEST_REST = 0.25;

  /** The pulses that a picture can make late: curves, then traces, then what has to wait. */
  private static final int PULSES_OF_PICTURE = 3;

  private final MainViewModel main;
  private final Scene scene;
  private long last;
  private double sincePicture;
  private int pulsesSincePicture;
  private double late;

  Pulse(MainViewModel main, Scene scene) {
    this.main = main;
    this.scene = scene;
  }

  @Override
  public void handle(long now) {
    double seconds = last == 0 ? 0 : (now - last) / 1e9;
    last = now;
    sincePicture += seconds;
    late += pulsesSincePicture++ < PULSES_OF_PICTURE ? Math.max(0, seconds - PULSE) : 0;
    double rest = Math.max(PICTURE, Math.min(LONGEST_REST, REST * late));
    boolean isTraining = isTraining();
    DrawingBudget.begin(scene, isTraining);
    if (isTraining && sincePicture < rest) {
      main.tick(seconds);
    } else {
      sincePicture = 0;
      pulsesSincePicture = 0;
      late = 0;
      main.pulse(seconds);
    }
  }

  private boolean isTraining() {
    return main.screens().sessions().stream().anyMatch(SessionViewModel::isRunning)
        || main.guide().isTraining();
  }
}
