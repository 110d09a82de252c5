package dev.backstep.ui.paint;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The theme without the rules of controls that the program does not have, as charts, tables and
 * calendars. JavaFX compares every node with every rule, which is most of the time that a window
 * takes to open.
 */
public final class UsedTheme {
  /** How the style classes begin that no node of the program has. */
  private static final List<String> UNUSED =
      List.of(
          "accordion",
          "area-legend",
          "axis",
          "bar-legend",
          "bg-",
          "breadcrumbs",
          "bubble-legend",
          "bullet-button",
          "calendar",
          "chart",
          "check-box-t",
          "choice-",
          "color-",
          "column-",
          "custom-color",
          "custom-text-field",
          "customcolor",
          "date-",
          "day-",
          "default-color",
          "elevated-",
          "font-icon-table",
          "hijrah-",
          "html-editor",
          "message",
          "modal-",
          "month-year",
          "next-month",
          "notification",
          "number-button",
          "page-information",
          "pagination",
          "password-field",
          "picker-color",
          "pie-legend",
          "popover",
          "previous-month",
          "ring-progress",
          "show-hide-",
          "sort-order",
          "spinner",
          "split-menu-button",
          "tab-",
          "table-",
          "tile",
          "titled-pane",
          "today",
          "toggle-switch",
          "transparent-pattern",
          "tree-",
          "web-field",
          "week-number");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final Pattern STYLE_CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");

  private UsedTheme() {}

  /** The address of the style sheet, for an application or a scene. */
  public static String address(boolean isDark) {
    return isDark ? Dark.ADDRESS : Light.ADDRESS;
  }

  /** Whether the rules of a style class are not in the style sheet. */
  public static boolean isUnused(String styleClass) {
    return UNUSED.stream().anyMatch(styleClass::startsWith);
  }

  /** The rules of a style sheet that some node may need. */
  static String used(String sheet) {
    StringBuilder used = new StringBuilder();
    Matcher rules = RULE.matcher(COMMENT.matcher(sheet).replaceAll(""));
    while (rules.find()) {
      String selectors =
          Arrays.stream(rules.group(1).split(",", -1))
              .map(String::strip)
              .filter(selector -> !isOfUnused(selector))
              .collect(Collectors.joining(", "));
      if (!selectors.isEmpty()) {
        used.append(selectors).append(" {").append(rules.group(2)).append("}\n");
      }
    }
    return used.toString();
  }

  private static boolean isOfUnused(String selector) {
    return STYLE_CLASS
        .matcher(selector)
        .results()
        .anyMatch(styleClass -> isUnused(styleClass.group(1)));
  }

  private static String addressOf(Theme theme) {
    byte[] sheet = used(whole(theme)).getBytes(StandardCharsets.UTF_8);
    return "data:text/css;charset=UTF-8;base64," + Base64.getEncoder().encodeToString(sheet);
  }

  /** The style sheet of a theme as it comes. */
  static String whole(Theme theme) {
    String path = theme.getUserAgentStylesheet();
    try (InputStream in = Theme.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read once, and only where it is used. */
  private static final class Light {
    private static final String ADDRESS = addressOf(new PrimerLight());
  }

  private static final class Dark {
    private static final String ADDRESS = addressOf(new PrimerDark());
  }
}
