package dev.backstep.ui.viewmodel;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The words on the screen, from the resource bundle. */
public record Texts(ResourceBundle bundle) {
  /** The bundle that ships with the program. */
  public static Texts load() {
    return new Texts(ResourceBundle.getBundle("dev.backstep.ui.messages"));
  }

  /** The text of a key, its {@code {0}}, {@code {1}} … filled in. */
  public String of(String key, Object... values) {
    String pattern = bundle.getString(key);
    return values.length == 0
        ? pattern
        : new MessageFormat(pattern, bundle.getLocale()).format(values);
  }
}
