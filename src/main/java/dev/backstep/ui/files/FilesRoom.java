package dev.backstep.ui.files;

import dev.backstep.ui.common.Controllers;
import java.util.Map;
import java.util.function.Supplier;

/** The controllers of what is kept in files. */
public record FilesRoom(SessionFiles files) implements Controllers {
  @Override
  public Map<Class<?>, Supplier<Object>> controllers() {
    return Map.of(
        KeptController.class, () -> new KeptController(files.autosave()),
        BringBackController.class, () -> new BringBackController(files.earlier()));
  }
}
