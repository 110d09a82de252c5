package dev.backstep.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/**
 * Values that outlive the program. Only what has changed in this program is written, so that
 * several that run at once do not undo what was changed in the others.
 */
final class RememberedValues {
  private final Preferences stored;

  /** As they were read or written here last. */
  private final Map<String, Object> known = new HashMap<>();

  RememberedValues(Preferences stored) {
    this.stored = stored;
  }

  boolean getBoolean(String name, boolean otherwise) {
    boolean value = stored.getBoolean(name, otherwise);
    known.put(name, value);
    return value;
  }

  int getInt(String name, int otherwise) {
    int value = stored.getInt(name, otherwise);
    known.put(name, value);
    return value;
  }

  double getDouble(String name, double otherwise) {
    double value = stored.getDouble(name, otherwise);
    known.put(name, value);
    return value;
  }

  String getString(String name, String otherwise) {
    String value = stored.get(name, otherwise);
    known.put(name, value);
    return value;
  }

  void putString(String name, String value) {
    put(name, value);
  }

  void putBoolean(String name, boolean value) {
    put(name, value);
  }

  void putInt(String name, int value) {
    put(name, value);
  }

  void putDouble(String name, double value) {
    put(name, value);
  }

  private void put(String name, Object value) {
    if (!value.equals(known.put(name, value))) {
      stored.put(name, value.toString());
    }
  }

  /** Writes onto the disk what has changed, unless it cannot be written at all. */
  void flush() {
    try {
      stored.flush();
    } catch (BackingStoreException e) {
      System.getLogger(RememberedValues.class.getName())
          .log(System.Logger.Level.DEBUG, "preferences are not written", e);
    }
  }
}
