package dev.backstep.ui.parts;

import dev.backstep.net.Cell.Family;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * Which vectors of a net have a heatmap on the Step screen. Of a family one has it, which can be
 * another at any time, or each has its own.
 */
public final class RowChoice {
  private static final String EACH = "each-";

  /**
   * A row that is shown or not.
   *
   * @param id of the vector or the family
   * @param family of which one vector is shown; nothing for a vector that stands alone
   */
  public record Row(String id, List<Vector> vectors, Optional<Family> family) {
    static Row of(Net net, Vector vector) {
      return net.gating()
          .familyOf(vector)
          .map(family -> new Row(family.id(), family.vectors(), Optional.of(family)))
          .orElseGet(() -> new Row(vector.name(), List.of(vector), Optional.empty()));
    }
  }

  private record State(Set<String> changed, Map<Family, Vector> front) {}

  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State(Set.of(), Map.of()));

  /** The rows to choose from, from the top down. */
  public static List<Row> of(Net net) {
    return RowOrder.of(net).stream().map(vector -> Row.of(net, vector)).distinct().toList();
  }

  /** Every vector that can have a heatmap. */
  public static List<Vector> vectors(Net net) {
    return RowOrder.of(net);
  }

  /** The vectors that have a heatmap, from the top down. */
  public List<Vector> shown(Net net) {
    return of(net).stream().filter(row -> isShown(net, row)).flatMap(this::vectors).toList();
  }

  private Stream<Vector> vectors(Row row) {
    return row.family()
        .filter(family -> !isEach(family))
        .map(family -> Stream.of(front(family)))
        .orElseGet(() -> row.vectors().stream());
  }

  public boolean isShown(Net net, Row row) {
    boolean isUsual = row.vectors().stream().noneMatch(net.gating().between()::contains);
    return isUsual != isChanged(row.id());
  }

  /** Shows a row that is not shown, and the other way round; the last stays. */
  public void toggle(Net net, Row row) {
    if (!isShown(net, row) || of(net).stream().filter(each -> isShown(net, each)).count() > 1) {
      change(row.id());
    }
  }

  /** Whether each vector of a family has a heatmap of its own. */
  public boolean isEach(Family family) {
    return isChanged(EACH + family.id());
  }

  public void toggleEach(Family family) {
    change(EACH + family.id());
  }

  /** The vector of a family that is shown where only one is. */
  public Vector front(Family family) {
    return state.get().front().getOrDefault(family, family.vectors().get(0));
  }

  /** Shows a vector of a family, and no other of it. */
  public void choose(Family family, Vector vector) {
    Map<Family, Vector> front = new HashMap<>(state.get().front());
    front.put(family, vector);
    Set<String> now = new LinkedHashSet<>(state.get().changed());
    now.remove(EACH + family.id());
    state.set(new State(Set.copyOf(now), Map.copyOf(front)));
  }

  /** Shows a vector where only one of its family is shown. */
  public void bringToFront(Net net, Vector vector) {
    net.gating()
        .familyOf(vector)
        .filter(family -> !isEach(family) && !front(family).equals(vector))
        .ifPresent(family -> choose(family, vector));
  }

  private boolean isChanged(String id) {
    return state.get().changed().contains(id);
  }

  private void change(String id) {
    Set<String> now = new LinkedHashSet<>(state.get().changed());
    if (!now.remove(id)) {
      now.add(id);
    }
    state.set(new State(Set.copyOf(now), state.get().front()));
  }

  /** The names of what is otherwise than usual, to be kept. */
  public String kept() {
    return String.join(",", new TreeSet<>(state.get().changed()));
  }

  /** Takes over what was kept. */
  public void restore(String kept) {
    List<String> ids = new ArrayList<>(List.of(kept.split(",")));
    ids.removeIf(String::isBlank);
    state.set(new State(Set.copyOf(ids), state.get().front()));
  }

  /** Changes whenever other vectors are shown. */
  public ObservableValue<?> stateProperty() {
    return state.getReadOnlyProperty();
  }
}
