package dev.backstep.ui.common;

import java.util.Map;
import java.util.function.Supplier;

/** The controllers of a room, each made with what it uses when its FXML file is loaded. */
public interface Controllers {
  /** How each controller is made, by its class. */
  Map<Class<?>, Supplier<Object>> controllers();
}
