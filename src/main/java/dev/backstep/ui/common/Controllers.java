package dev.backstep.ui.common;

import java.util.Map;
import java.util.function.Supplier;

/** The controllers of a room, each made with what it uses when its FXML file is loaded. */
public interface Controllers {
  /** The maker of each controller, by its class. */
  Map<Class<?>, Supplier<Object>> controllers();
}
