package dev.backstep.io.settings;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import java.util.Locale;

/** A fault as sessions name it: MISSING_TRANSPOSE, and ASSIGN_W1 for assign-not-add-W1. */
final class FaultName {
  private FaultName() {}

  static String of(Fault fault) {
    return fault
        .id()
        .toUpperCase(Locale.ROOT)
        .replace('-', '_')
        .replace("ASSIGN_NOT_ADD_", "ASSIGN_");
  }

  /**
   * @throws IllegalArgumentException if no fault is called so
   */
  static Fault read(String name) {
    return FaultCatalogue.all()
        .filter(fault -> of(fault).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fault is called '" + name + "'"));
  }
}
