package dev.backstep.ui.step;

import dev.backstep.net.Cell;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.Links;
import dev.backstep.trace.links.LitMatrix;
import dev.backstep.trace.pin.Composition;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The number or the whole cell of the unrolled graph that is pointed at, and what is lit for it:
 * only what is computed where the cursor stands.
 */
public final class Highlight {
  private static final int NO_CELL = -1;

  private final StepViewModel step;
  private final ObjectProperty<Entry> entry = new SimpleObjectProperty<>();
  private final IntegerProperty cell = new SimpleIntegerProperty(NO_CELL);
  private final ReadOnlyStringWrapper readOut = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Lights> lights = new ReadOnlyObjectWrapper<>(Lights.NONE);

  private final ObjectProperty<@Nullable Composition> pinned = new SimpleObjectProperty<>();
  private Consumer<Entry> onOpen = number -> {};
  private @Nullable Entry pressed;

  Highlight(StepViewModel step) {
    this.step = step;
    entry.addListener((property, before, now) -> light());
    cell.addListener((property, before, now) -> light());
    pinned.addListener((property, before, now) -> light());
    step.placeProperty().addListener((property, before, now) -> light());
    step.pendingProperty().addListener((property, before, now) -> light());
  }

  /** Points at a number, or at none, with what to say of it. */
  public void point(@Nullable Entry number, String words) {
    cell.set(NO_CELL);
    entry.set(number);
    readOut.set(words);
  }

  /** Points at a cell of the unrolled graph, with what to say of it. */
  public void pointAtCell(int timestep, String words) {
    entry.set(null);
    cell.set(timestep);
    readOut.set(words);
  }

  /** Remembers on which number the mouse was pressed, the first time of two. */
  void press(@Nullable Entry number) {
    pressed = number;
  }

  /** Opens that number; whether there is one. */
  boolean openPressed() {
    if (pressed == null) {
      return false;
    }
    onOpen.accept(pressed);
    return true;
  }

  /** Says what a double click on a number does. */
  public void setOnOpen(Consumer<Entry> action) {
    onOpen = action;
  }

  /** Points at nothing. */
  public void leave() {
    point(null, "");
  }

  private void light() {
    Lights all = step.traceProperty().get() == null ? Lights.NONE : withPinned(all());
    lights.set(
        all.isEmpty() ? Lights.NONE : all.computedAt(step.timelineProperty().get(), this::placeOf));
  }

  /** What a pinned number was made of stays lit. */
  private Lights withPinned(Lights pointed) {
    Composition made = pinned.get();
    if (made == null) {
      return pointed;
    }
    return new Lights(
        Stream.concat(made.lights().sources().stream(), pointed.sources().stream())
            .distinct()
            .toList(),
        pointed.destinations());
  }

  /** Pins a number with all that it was made of; null unpins. */
  public void pin(@Nullable Composition number) {
    pinned.set(number);
  }

  /** The number that is pinned; null if none is. */
  public ReadOnlyObjectProperty<@Nullable Composition> pinnedProperty() {
    return pinned;
  }

  /** The place up to which the numbers of a matrix are computed. */
  private int placeOf(LitMatrix site) {
    Net net = step.net();
    Shown shown = step.shownProperty().get();
    if (site instanceof LitMatrix.OfCells cells && !net.given().contains(cells.quantity())) {
      return shown.placeOf(net.ruleOf(cells.quantity()));
    }
    if (site instanceof LitMatrix.OfShare share) {
      return shown.placeOf(net.ruleOf(net.weight(share.parameter())));
    }
    return site instanceof LitMatrix.OfAccumulator sum
        ? shown.placeOf(net.ruleOf(net.weight(sum.parameter())))
        : shown.place();
  }

  private Lights all() {
    Links links = new Links(step.traceProperty().get());
    int t = cell.get();
    Moment moment = step.momentProperty().get();
    if (entry.get() instanceof Entry.OfWeights weight && moment.phase() == Phase.UPDATE) {
      return links.atUpdate(weight);
    }
    if (entry.get() != null) {
      return links.of(entry.get(), moment.timestep());
    }
    if (t == NO_CELL || !step.isComputed(Cell.H, t)) {
      return Lights.NONE;
    }
    return step.isComputed(Cell.DH, t) ? links.ofBackwardCell(t) : links.ofForwardCell(t);
  }

  /** Whether it is a weight or an input: made of nothing, but multiplied with something. */
  public boolean isOfFactor() {
    return entry.get() instanceof Entry.OfWeights || entry.get() instanceof Entry.OfInput;
  }

  /** The number that is pointed at; null if there is none. */
  public ObjectProperty<Entry> entryProperty() {
    return entry;
  }

  /** The words for it. */
  public ReadOnlyStringProperty readOutProperty() {
    return readOut.getReadOnlyProperty();
  }

  /** The lights; never null. */
  public ReadOnlyObjectProperty<Lights> lightsProperty() {
    return lights.getReadOnlyProperty();
  }
}
