package dev.backstep.ui.sentence;

import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;

/** The controllers of the sentence over the picture of Step. */
public record SentenceRoom(StepViewModel step, GuessFirst guessFirst, Texts texts)
    implements Controllers {
  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        SentenceController.class,
        () -> new SentenceController(new SentenceViewModel(step, guessFirst, texts)));
  }
}
