package dev.backstep.ui.sizes;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/** The lengths that the user wishes of the panels, by the names of these. */
public final class PanelSizes {
  private final Map<String, DoubleProperty> wishes = new TreeMap<>();
  private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");

  /** The wish for a panel in sizes of the type; NaN for the usual length. */
  public DoubleProperty of(String name) {
    return wishes.computeIfAbsent(name, this::made);
  }

  private DoubleProperty made(String name) {
    DoubleProperty wish = new SimpleDoubleProperty(this, name, PanelLength.USUAL);
    wish.addListener(observable -> kept.set(written()));
    return wish;
  }

  private String written() {
    return wishes.entrySet().stream()
        .filter(each -> !Double.isNaN(each.getValue().get()))
        .map(each -> each.getKey() + "=" + Math.rint(100 * each.getValue().get()) / 100)
        .collect(Collectors.joining(";"));
  }

  /** Gives a panel its usual length if it is folded: there is something to see in it. */
  public void unfold(String name) {
    if (of(name).get() == 0) {
      of(name).set(PanelLength.USUAL);
    }
  }

  /** Gives every panel its usual length. */
  public void reset() {
    wishes.values().forEach(wish -> wish.set(PanelLength.USUAL));
  }

  /** Everything in a line of text, to be kept. */
  public ReadOnlyStringProperty keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** Takes what was kept; what cannot be read is left out. */
  public void restore(String line) {
    for (String each : line.split(";", -1)) {
      String[] parts = each.split("=", -1);
      if (parts.length == 2 && parts[1].matches("\\d{1,4}(\\.\\d{1,9})?")) {
        of(parts[0]).set(Double.parseDouble(parts[1]));
      }
    }
  }
}
