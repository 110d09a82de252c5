package dev.backstep.ui.reach;

import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The controller of the reach over training.
 *
 * @param goTo goes to an update of the run
 */
public record ReachRoom(
    ReachViewModel model, SessionViewModel session, Texts texts, LongConsumer goTo)
    implements Controllers {
  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(ReachController.class, () -> new ReachController(model, session, texts, goTo));
  }
}
