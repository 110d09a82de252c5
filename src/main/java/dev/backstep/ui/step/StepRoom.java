package dev.backstep.ui.step;

import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;

/** The controllers of the Step screen. */
public final class StepRoom implements Controllers {
  private final SessionViewModel session;
  private final StepViewModel step;
  private final SequenceViewModel sequence;
  private final StepSource source;
  private final GuessFirst guessFirst;
  private final Guest guest;
  private final ViewOptions options;
  private final Texts texts;
  private final ObjectProperty<Screen> screen;
  private final LongConsumer goTo;
  private final StepKeys keys;

  /**
   * @param guest what the screen can be lent to
   * @param goTo goes to an update of the run
   */
  public StepRoom(
      SessionViewModel session,
      StepViewModel step,
      SequenceViewModel sequence,
      StepSource source,
      GuessFirst guessFirst,
      Guest guest,
      ViewOptions options,
      Texts texts,
      ObjectProperty<Screen> screen,
      LongConsumer goTo,
      StepKeys keys) {
    this.session = session;
    this.step = step;
    this.sequence = sequence;
    this.source = source;
    this.guessFirst = guessFirst;
    this.guest = guest;
    this.options = options;
    this.texts = texts;
    this.screen = screen;
    this.goTo = goTo;
    this.keys = keys;
  }

  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        LegendController.class, () -> new LegendController(step.highlight(), texts),
        SequenceBarController.class,
            () -> new SequenceBarController(sequence, source, guest, texts),
        StepController.class, () -> new StepController(step, guessFirst, guest, options, texts),
        StepMenuController.class,
            () -> new StepMenuController(keys, guest, screen, step, options, texts),
        TransportController.class,
            () -> new TransportController(step, session, options, texts, screen, goTo));
  }
}
