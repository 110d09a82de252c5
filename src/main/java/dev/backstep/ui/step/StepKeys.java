package dev.backstep.ui.step;

import static dev.backstep.ui.common.ScreenKey.control;
import static dev.backstep.ui.common.ScreenKey.plain;

import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ScreenKey;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCode;

/** The keys of the Step screen, from which its menu and the key sheet have them. */
public final class StepKeys {
  final ScreenKey next;
  final ScreenKey previous;
  final ScreenKey first;
  final ScreenKey last;
  final ScreenKey play;
  final ScreenKey nextEquation;
  final ScreenKey previousEquation;
  final ScreenKey backToNumber;
  final ScreenKey sequenceAfter;
  final ScreenKey sequenceBefore;
  final ScreenKey nextInTraining;
  final ScreenKey typeSequence;
  final ScreenKey follow;
  final ScreenKey reveal;
  final ScreenKey nextSide;
  private final ScreenKey revealWithEnter;

  public StepKeys(
      StepViewModel step,
      SequenceViewModel sequence,
      StepSource source,
      GuessFirst guessFirst,
      Guest guest,
      ObjectProperty<Screen> screen) {
    next = plain(KeyCode.RIGHT, step::next);
    previous = plain(KeyCode.LEFT, step::previous);
    first = plain(KeyCode.HOME, step::first);
    last = plain(KeyCode.END, step::last);
    play = plain(KeyCode.SPACE, step::togglePlay);
    nextEquation = plain(KeyCode.DOWN, step::nextEquation);
    previousEquation = plain(KeyCode.UP, step::previousEquation);
    backToNumber = plain(KeyCode.BACK_SPACE, step.selection()::back);
    sequenceAfter = plain(KeyCode.PAGE_DOWN, sequence::chooseAfter);
    sequenceBefore = plain(KeyCode.PAGE_UP, sequence::chooseBefore);
    nextInTraining = control(KeyCode.N, after(guest, sequence::chooseNext));
    typeSequence =
        control(
            KeyCode.L,
            after(
                guest,
                () -> {
                  screen.set(StepScreen.ID);
                  sequence.askForSequence();
                }));
    follow = control(KeyCode.F, after(guest, source::follow)).when(source.heldProperty());
    reveal = plain(KeyCode.R, guessFirst::reveal).when(guessFirst.coveredProperty());
    revealWithEnter = plain(KeyCode.ENTER, guessFirst::reveal).when(guessFirst.coveredProperty());
    nextSide = plain(KeyCode.X, guest::showNext).when(guest.presentProperty());
  }

  /** An action with the run, which has the screen again. */
  private static Runnable after(Guest guest, Runnable action) {
    return () -> {
      guest.leave();
      action.run();
    };
  }

  List<KeyLine> lines() {
    return List.of(
        KeyLine.of("step.keys.steps", previous, next),
        KeyLine.of("step.keys.ends", first, last),
        KeyLine.of("step.keys.play", play),
        KeyLine.of("step.keys.equations", previousEquation, nextEquation),
        KeyLine.of("step.keys.back", backToNumber),
        KeyLine.of("step.keys.sequences", sequenceBefore, sequenceAfter),
        KeyLine.of("step.keys.in-training", nextInTraining),
        KeyLine.of("step.keys.type", typeSequence),
        KeyLine.of("step.keys.follow", follow),
        KeyLine.of("step.keys.reveal", revealWithEnter, reveal),
        KeyLine.of("step.keys.side", nextSide));
  }
}
