package dev.backstep.ui.step;

import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectPropertyBase;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * One part of a state. A listener to it is told when that part becomes another, and sees all other
 * parts as they are in the same state.
 *
 * @param <S> the state, which is immutable
 * @param <T> the part
 */
final class StatePart<S, T> extends ReadOnlyObjectPropertyBase<T> {
  private final ObservableValue<S> state;
  private final Function<S, T> part;

  StatePart(ObservableValue<S> state, Function<S, T> part) {
    this.state = state;
    this.part = part;
    state.addListener((property, before, now) -> tell(before, now));
  }

  private void tell(S before, S now) {
    if (!Objects.equals(part.apply(before), part.apply(now))) {
      fireValueChangedEvent();
    }
  }

  @Override
  public T get() {
    return part.apply(state.getValue());
  }

  @Override
  public @Nullable Object getBean() {
    return null;
  }

  @Override
  public String getName() {
    return "";
  }
}
