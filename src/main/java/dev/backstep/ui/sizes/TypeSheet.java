package dev.backstep.ui.sizes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A style sheet that says how large the type is. Everything else is given in sizes of it, but for
 * icons: one of these is given in its own size, so that it would grow whenever it is styled.
 */
final class TypeSheet {
  private static final String START = "data:text/css;base64,";

  /** The sizes of icons beside type of the usual size, from all to those in one place. */
  private static final Map<String, Integer> ICONS = new LinkedHashMap<>();

  static {
    ICONS.put(".ikonli-font-icon", 18);
    ICONS.put(".order-menu .ikonli-font-icon", 12);
    ICONS.put(".equation-group .ikonli-font-icon", 12);
    ICONS.put(".family-tab .ikonli-font-icon", 11);
    ICONS.put(".guide-row > .ikonli-font-icon", 20);
  }

  /** The size of type in tooltips, which take none from around. */
  private static final double TOOLTIP = 14;

  private TypeSheet() {}

  /** The address of the sheet, which has all of it. */
  static String of(double pixels) {
    byte[] rules = rules(pixels).getBytes(StandardCharsets.UTF_8);
    return START + Base64.getEncoder().encodeToString(rules);
  }

  /** True for the address of such a sheet. */
  static boolean isOne(String address) {
    return address.startsWith(START);
  }

  static String rules(double pixels) {
    StringBuilder rules = new StringBuilder();
    rules.append(String.format(Locale.ROOT, ".root{-fx-font-size:%.1fpx;}", pixels));
    double tooltip = TOOLTIP * pixels / WindowType.USUAL;
    rules.append(String.format(Locale.ROOT, ".tooltip{-fx-font-size:%.1fpx;}", tooltip));
    ICONS.forEach(
        (selector, size) ->
            rules.append(
                String.format(
                    Locale.ROOT,
                    "%s{-fx-icon-size:%d;}",
                    selector,
                    Math.round(size * pixels / WindowType.USUAL))));
    return rules.toString();
  }
}
