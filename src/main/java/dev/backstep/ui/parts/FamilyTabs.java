package dev.backstep.ui.parts;

import dev.backstep.net.Cell.Family;
import dev.backstep.net.Vector;
import dev.backstep.words.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The letters of a family beside the heatmap of one of its vectors: another letter shows that
 * vector in its place, and the last button gives each a heatmap of its own.
 */
public final class FamilyTabs extends HBox {
  private final RowChoice choice;
  private final Family family;
  private final Vector vector;
  private final Map<Vector, ToggleButton> letters = new LinkedHashMap<>();
  private final ToggleButton each;
  private Consumer<Vector> onLeave = chosen -> {};

  public FamilyTabs(RowChoice choice, Family family, Vector vector, Texts texts) {
    this.choice = choice;
    this.family = family;
    this.vector = vector;
    getStyleClass().add("family-tabs");
    setAlignment(Pos.CENTER_LEFT);
    for (Family.Member member : family.members()) {
      ToggleButton letter = tab(texts.of("step.family.one", member.vector().symbol()));
      letter.setText(member.letter());
      letter.setId("tab-" + member.vector().name());
      letter.setOnAction(event -> choose(member.vector()));
      letters.put(member.vector(), letter);
    }
    each = tab(texts.of("step.family.each"));
    each.setId("tab-each-" + family.id());
    each.setGraphic(new FontIcon("fth-more-vertical"));
    each.setOnAction(event -> choice.toggleEach(family));
    getChildren().addAll(letters.values());
    getChildren().add(each);
    managedProperty().bind(visibleProperty());
    show();
  }

  private static ToggleButton tab(String help) {
    ToggleButton tab = new ToggleButton();
    tab.setTooltip(new Tooltip(help));
    tab.setAccessibleText(help);
    // Not "toggle-button": the theme would give every letter a frame.
    tab.getStyleClass().setAll("family-tab");
    return tab;
  }

  private ToggleButton letter(Vector of) {
    return Objects.requireNonNull(letters.get(of));
  }

  private void choose(Vector chosen) {
    boolean isByKey = letter(chosen).isFocusVisible();
    choice.choose(family, chosen);
    show();
    if (isByKey && !chosen.equals(vector)) {
      onLeave.accept(chosen);
    }
  }

  /** Told of the vector whose heatmap comes in the place of this one, where the keys go with it. */
  public void setOnLeave(Consumer<Vector> action) {
    onLeave = action;
  }

  public void focus(Vector chosen) {
    letter(chosen).requestFocus();
  }

  /** Says what is shown; beside one of several heatmaps only the first has the buttons. */
  public void show() {
    boolean isEach = choice.isEach(family);
    letters.forEach((of, letter) -> letter.setSelected(!isEach && of.equals(choice.front(family))));
    each.setSelected(isEach);
    setVisible(!isEach || vector.equals(family.vectors().get(0)));
  }
}
