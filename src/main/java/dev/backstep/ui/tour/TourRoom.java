package dev.backstep.ui.tour;

import dev.backstep.ui.common.Controllers;
import dev.backstep.words.Texts;
import java.util.Map;
import java.util.function.Supplier;

/** The controllers of the guided tour. */
public record TourRoom(GuidedTour guide, Texts texts) implements Controllers {
  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(GuideController.class, () -> new GuideController(guide, texts));
  }
}
