package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsedThemeTest {
  private static String decoded(boolean isDark) {
    String address = UsedTheme.address(isDark);
    String start = "data:text/css;charset=UTF-8;base64,";
    assertThat(address).startsWith(start);
    byte[] sheet = Base64.getDecoder().decode(address.substring(start.length()));
    return new String(sheet, StandardCharsets.UTF_8);
  }

  /** Each selector with the declarations of its rule, in order. */
  private static List<String> rules(String sheet) {
    Stylesheet parsed = new CssParser().parse(sheet);
    List<String> rules = new ArrayList<>();
    for (Rule rule : parsed.getRules()) {
      // Without the numbers that Java gives to objects.
      String said =
          rule.getDeclarations().stream()
              .map(String::valueOf)
              .collect(Collectors.joining("; "))
              .replaceAll("@[0-9a-f]+", "");
      rule.getSelectors().forEach(selector -> rules.add(selector + " { " + said));
    }
    return rules;
  }

  private static Set<String> unused(String selector) {
    return Stream.of(selector.split("[^\\w-]+", -1))
        .filter(UsedTheme::isUnused)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itIsTheThemeInItsOrderWithoutTheRulesOfClassesThatAreNotUsed(boolean isDark) {
    Theme theme = isDark ? new PrimerDark() : new PrimerLight();
    List<String> all = rules(UsedTheme.whole(theme));
    List<String> used = rules(decoded(isDark));
    assertThat(used).hasSizeBetween(300, all.size() / 2);
    assertThat(used)
        .isEqualTo(
            all.stream()
                .filter(rule -> unused(rule.substring(0, rule.indexOf(" { "))).isEmpty())
                .toList());
  }

  @Test
  void ofAGroupOfSelectorsThoseThatAreUsedStay() {
    assertThat(
            UsedTheme.used(
                "/* .chart { } */ .chart-bar, .button:hover > .box, .tile { -fx-a: 1; }\n"
                    + ".tab-pane { -fx-b: 2; } .label { -fx-c: \"data:a;b,c\"; }"))
        .isEqualTo(".button:hover > .box { -fx-a: 1; }\n.label { -fx-c: \"data:a;b,c\"; }\n");
  }

  @Test
  void theTwoThemesHaveOtherColors() {
    assertThat(UsedTheme.address(true)).isNotEqualTo(UsedTheme.address(false));
    assertThat(UsedTheme.address(true)).isSameAs(UsedTheme.address(true));
  }
}
