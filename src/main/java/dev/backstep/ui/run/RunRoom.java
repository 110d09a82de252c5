package dev.backstep.ui.run;

import dev.backstep.ui.common.Controllers;
import java.util.Map;
import java.util.function.Supplier;

/** The controllers of a run that several screens have. */
public final class RunRoom implements Controllers {
  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(PairBackController.class, PairBackController::new);
  }
}
