package dev.backstep.ui.inspector;

import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.net.Rule.Group;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The equations of a pass one below the other. Those of a cell with gates stand in groups, of which
 * only that of the active equation is open; the first equation of a group stands for it in its
 * heading.
 */
final class EquationGroups {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  private final Net net;
  private final Map<Rule, Button> rows;
  private final Texts texts;
  private final Map<Place, Button> headings = new LinkedHashMap<>();
  private final Map<Rule, Label> notes = new LinkedHashMap<>();

  /** A group of a pass. */
  private record Place(Phase phase, Group group) {}

  /**
   * @param activate told of the equation that is to be the active one
   */
  EquationGroups(Net net, Map<Rule, Button> rows, Consumer<Rule> activate, Texts texts) {
    this.net = net;
    this.rows = rows;
    this.texts = texts;
    for (Phase phase : Phase.values()) {
      Set<Group> groups = groups(phase);
      if (!net.gating().families().isEmpty() && groups.size() > 1) {
        groups.forEach(group -> addHeading(new Place(phase, group), activate));
      }
    }
    for (Rule rule : rows.keySet()) {
      new PathsNote(net, texts).of(rule).ifPresent(note -> notes.put(rule, note));
    }
  }

  /** In the order in which they are computed. */
  private Set<Group> groups(Phase phase) {
    return net.rules(phase).stream()
        .map(net::group)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<Rule> rules(Place place) {
    return net.rules(place.phase()).stream()
        .filter(rule -> net.group(rule) == place.group())
        .toList();
  }

  private void addHeading(Place place, Consumer<Rule> activate) {
    List<Rule> rules = rules(place);
    String name = texts.of("inspector.group." + lower(place.group()));
    String of = rules.stream().map(EquationGroups::name).collect(Collectors.joining(", "));
    Button heading = new Button(texts.of("inspector.group", name, of), new FontIcon());
    heading.setId("equations-" + lower(place.phase()) + "-" + lower(place.group()));
    heading.getStyleClass().setAll("equation-group");
    heading.setMnemonicParsing(false);
    heading.setMaxWidth(Double.MAX_VALUE);
    heading.setMinWidth(0);
    heading.setTooltip(new Tooltip(texts.of("inspector.group.open", name)));
    heading.managedProperty().bind(heading.visibleProperty());
    heading.setOnAction(event -> activate.accept(rules.get(0)));
    headings.put(place, heading);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** {@code da_i}; {@code dW1_i … db_o}. */
  private static String name(Rule rule) {
    if (rule instanceof Rule.OfVector of) {
      return of.equation().left().written();
    }
    if (rule instanceof Rule.OfGradients shares) {
      int last = shares.gradients().size() - 1;
      return "d"
          + shares.gradients().get(0).weight()
          + " … d"
          + shares.gradients().get(last).weight();
    }
    return rule.id();
  }

  /** Headings, equations, and what is said of some, from the top down. */
  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      for (Group group : groups(phase)) {
        Place place = new Place(phase, group);
        if (headings.containsKey(place)) {
          nodes.add(headings.get(place));
          rules(place).forEach(rule -> add(nodes, rule));
        }
      }
      if (headings.keySet().stream().noneMatch(place -> place.phase() == phase)) {
        net.rules(phase).forEach(rule -> add(nodes, rule));
      }
    }
    return nodes;
  }

  private void add(List<Node> nodes, Rule rule) {
    nodes.add(rows.get(rule));
    if (notes.containsKey(rule)) {
      nodes.add(notes.get(rule));
    }
  }

  /** Shows the equations of a pass, or none. */
  void show(@Nullable Phase phase, Rule active) {
    headings.forEach(
        (place, heading) -> {
          heading.setVisible(place.phase() == phase);
          boolean isOpen = place.group() == net.group(active);
          heading.pseudoClassStateChanged(OPEN, isOpen);
          ((FontIcon) heading.getGraphic())
              .setIconLiteral(isOpen ? "fth-chevron-down" : "fth-chevron-right");
          heading.setAccessibleText(
              heading.getText()
                  + ": "
                  + texts.of(isOpen ? "inspector.group.is-open" : "inspector.group.is-folded"));
        });
    rows.forEach((rule, row) -> row.setVisible(isSeen(rule, phase, active)));
    notes.forEach(
        (rule, note) -> note.setVisible(rule.equals(active) && isSeen(rule, phase, active)));
  }

  boolean isSeen(Rule rule, @Nullable Phase phase, Rule active) {
    boolean isFolded =
        headings.containsKey(new Place(rule.phase(), net.group(rule)))
            && net.group(rule) != net.group(active);
    return rule.phase() == phase && !isFolded;
  }
}
