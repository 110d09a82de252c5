package dev.backstep.ui.paint;

import java.net.URL;
import java.util.Objects;

/** The style sheets: each room's lies beside its classes and has the room's name. */
public final class StyleSheets {
  private static final String UI = "/dev/backstep/ui/";

  private StyleSheets() {}

  /** The address of the colours with a meaning and of what every room uses; the first to add. */
  public static String theme() {
    return address("paint/theme.css");
  }

  /** The address of a room's style sheet: {@code lab/lab.css} of {@code lab}. */
  public static String of(String room) {
    return address(room + "/" + room + ".css");
  }

  /** Whether a room has a style sheet. */
  public static boolean isThere(String room) {
    return StyleSheets.class.getResource(UI + room + "/" + room + ".css") != null;
  }

  private static String address(String file) {
    URL found = StyleSheets.class.getResource(UI + file);
    return Objects.requireNonNull(found, file).toExternalForm();
  }
}
