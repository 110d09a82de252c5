package dev.backstep.ui.paint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sets formulas in type beside the FX thread, and keeps those that were asked for last. */
public final class Typesetter {
  /** All equations of a cell in both notations, twice: as large as they are meant, and fitting. */
  private static final int KEPT = 100;

  private final Map<Order, TypesetFormula> done = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Order, List<Runnable>> waiting = new HashMap<>();

  private record Order(String latex, float pixels) {}

  /** The formula if it is there, else null. On the FX thread, as everything here. */
  @Nullable TypesetFormula find(String latex, float pixels) {
    return done.get(new Order(latex, pixels));
  }

  /** The formula if it is there; else null, and it is set, and then the action is called. */
  @Nullable TypesetFormula find(String latex, float pixels, Runnable whenThere) {
    Order order = new Order(latex, pixels);
    TypesetFormula formula = done.get(order);
    if (formula == null) {
      wait(order, whenThere);
    }
    return formula;
  }

  /** The formula, set at once if it is not there: for a picture, which cannot be drawn later. */
  TypesetFormula now(String latex, float pixels) {
    return done.computeIfAbsent(
        new Order(latex, pixels), order -> TypesetFormula.of(order.latex(), order.pixels()));
  }

  private void wait(Order order, Runnable whenThere) {
    List<Runnable> actions = waiting.get(order);
    if (actions != null) {
      actions.add(whenThere);
      return;
    }
    waiting.put(order, new ArrayList<>(List.of(whenThere)));
    Background.run(
        () -> TypesetFormula.of(order.latex(), order.pixels()), formula -> keep(order, formula));
  }

  private void keep(Order order, TypesetFormula formula) {
    done.put(order, formula);
    if (done.size() > KEPT) {
      done.remove(done.keySet().iterator().next());
    }
    Objects.requireNonNull(waiting.remove(order)).forEach(Runnable::run);
  }
}
